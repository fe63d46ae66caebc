"""How does a database get from one revision to the next, whole or not at all?

SQLite: foreign keys off (rebuilding a parent table would delete its children), one explicit
BEGIN IMMEDIATE, a foreign-key check before COMMIT. PostgreSQL: an advisory lock, so that several
servers may start together. Either way a cut leaves the old revision.
"""

from alembic import context
from flask import current_app
from sqlalchemy import Connection, Engine, Enum, create_engine, event, text
from sqlalchemy.pool import NullPool
from sqlalchemy.types import TypeDecorator

LOCK = 0x686F61  # "hoa"


def database() -> Engine:
    return current_app.extensions["migrate"].db.engine


def plain_type(kind: str, item: object, _context: object) -> str | bool:
    """Our own column types as what the database sees: a migration imports nothing of the app."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    if kind == "type" and isinstance(item, Enum):
        return f"sa.String(length={item.length})"
    return False


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=current_app.extensions["migrate"].db.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        render_item=plain_type,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def on_postgresql(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        run(connection)


def on_sqlite(address: str) -> None:
    engine = create_engine(address, poolclass=NullPool, connect_args={"timeout": 60})

    @event.listens_for(engine, "connect")
    def _open(connection, _record):
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA foreign_keys=OFF")

    @event.listens_for(engine, "begin")
    def _begin(connection):
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    with engine.begin() as connection:
        run(connection)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"rows without their parent after migration: {broken[:5]}")


if context.is_offline_mode():
    raise SystemExit("和 Hòa: migrations run against a database, not to a script.")
elif database().dialect.name == "sqlite":
    on_sqlite(current_app.config["SQLALCHEMY_DATABASE_URI"])
else:
    on_postgresql(database())
