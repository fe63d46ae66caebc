"""Who did what, when, to what, from what to what? Append-only."""

from flask import Flask


def register(app: Flask) -> None:
    from app.audit import views

    views.register(app)
