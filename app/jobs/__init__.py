"""What runs in the background, and is it alive?"""

from flask import Flask


def register(app: Flask) -> None:
    """Bind what the web process needs of the jobs: the health page."""
    from app.jobs import health

    app.register_blueprint(health.blueprint)
