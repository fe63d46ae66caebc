"""Does the database grow up, and back, to what the models say? On both databases, with data."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import func, inspect, select

from app import create_app
from app.accounts.models import User
from app.db import db
from app.reference.models import Organisation
from tests import factories
from tests.conftest import settings
from tests.house.conftest import ROOT

MIGRATIONS = ROOT / "migrations"


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """The application on a database without a table, its context pushed."""
    url = f"sqlite:///{tmp_path / 'empty.sqlite'}"
    if request.param == "postgresql":
        url = _new_database(request.getfixturevalue("postgres_uri"))
    application = create_app(settings(url))
    with application.app_context():
        yield application
        db.session.remove()
        db.engine.dispose()


def _new_database(uri: str) -> str:
    import psycopg

    name = f"migrated_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(uri, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return uri.replace("/postgres?", f"/{name}?", 1)


def differences() -> list[object]:
    """What alembic would still have to do."""
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, db.metadata)


def counts() -> dict[str, int]:
    found = {
        model.__tablename__: db.session.scalar(select(func.count()).select_from(model)) or 0
        for model in (User, Organisation)
    }
    db.session.remove()
    return found


def tables() -> set[str]:
    return set(inspect(db.engine).get_table_names()) - {"alembic_version"}


def test_there_is_one_head():
    assert len(ScriptDirectory(str(MIGRATIONS)).get_heads()) == 1


def test_head_is_what_the_models_say(empty):
    upgrade(str(MIGRATIONS))
    assert differences() == []


def test_comparison_notices_a_missing_table(empty):
    upgrade(str(MIGRATIONS))
    with db.engine.connect() as connection:
        connection.exec_driver_sql("DROP TABLE sign_in_throttle")
        connection.exec_driver_sql("COMMIT")
    assert [change[0] for change in differences()][:1] == ["add_table"]


def test_last_step_goes_down_and_up_again_with_data_there(empty):
    upgrade(str(MIGRATIONS))
    factories.fill()
    before = counts()
    steps = list(ScriptDirectory(str(MIGRATIONS)).walk_revisions())
    db.session.remove()
    downgrade(str(MIGRATIONS), revision="-1")
    upgrade(str(MIGRATIONS))
    assert differences() == []
    assert counts() == (before if len(steps) > 1 else dict.fromkeys(before, 0))


def test_everything_is_taken_down_with_data_there_and_built_again(empty):
    upgrade(str(MIGRATIONS))
    factories.fill()
    db.session.remove()
    downgrade(str(MIGRATIONS), revision="base")
    assert tables() == set()
    upgrade(str(MIGRATIONS))
    assert differences() == []
    factories.fill()
    assert counts()["user_account"] == len(factories.PEOPLE)
