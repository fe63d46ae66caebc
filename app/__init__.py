"""How is the application put together? Extensions, the web shell, features, commands."""

from collections.abc import Mapping
from typing import Any

from flask import Flask

import config
from app import accounts, audit, bilateral, cli, jobs, mediation, notifications, reference, web
from app.db.base import db as database
from app.db.engine import engine_options, prepare
from app.extensions import babel, compress, csrf, login_manager, migrate
from app.web.access import check_every_route
from app.web.locale import select_locale


def create_app(settings: Mapping[str, Any] | None = None) -> Flask:
    """The application. `settings` stand in for the environment (tests)."""
    app = Flask(__name__, static_folder="web/static", template_folder="web/templates")
    app.config.from_mapping(config.from_environment() if settings is None else settings)
    _bind_extensions(app)
    for part in (web, audit, accounts, notifications, reference, bilateral, mediation, jobs):
        part.register(app)
    cli.register(app)
    check_every_route(app)
    return app


def _bind_extensions(app: Flask) -> None:
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    app.config.setdefault(
        "SQLALCHEMY_ENGINE_OPTIONS", engine_options(url, threads=app.config["WEB_THREADS"])
    )
    database.init_app(app)
    with app.app_context():
        prepare(database.engine)
    migrate.init_app(app, database, directory=str(config.ROOT / "migrations"))
    babel.init_app(app, locale_selector=select_locale)
    csrf.init_app(app)
    login_manager.init_app(app)
    compress.init_app(app)
