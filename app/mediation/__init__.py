"""How is a dispute registered, mediated, agreed, followed up and filed?"""

from flask import Flask


def register(app: Flask) -> None:
    from app.mediation import labels, models, views  # noqa: F401

    labels.register()
    app.register_blueprint(views.blueprint)
