"""Which places, bodies, days, codes and periods does everything else refer to?"""

from flask import Flask


def register(app: Flask) -> None:
    from app.reference import labels, views

    labels.register()
    views.register(app)
