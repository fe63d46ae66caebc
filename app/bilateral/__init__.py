"""What has been agreed across the border, and what does it allow?"""

from flask import Flask


def register(app: Flask) -> None:
    from app.bilateral import labels, views

    labels.register()
    views.register(app)
