"""How is somebody told? Notices inside the product, rendered in the reader's language."""

from flask import Flask


def register(app: Flask) -> None:
    from app.notifications import views

    views.register(app)
