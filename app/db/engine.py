"""How is each database opened? Pragmas and BEGIN on SQLite, timeouts on PostgreSQL."""

import fcntl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

writing: ContextVar[bool] = ContextVar("writing", default=False)
_write_lock = threading.Lock()


def engine_options(url: str, *, threads: int) -> dict[str, Any]:
    """Options for create_engine that suit the database behind `url`; the pool fits the threads."""
    if url.startswith("sqlite"):
        connect = {"timeout": 15, "check_same_thread": False}
        return {"connect_args": connect, "hide_parameters": True}  # no names in the log
    return {
        "hide_parameters": True,
        "pool_size": threads,
        "max_overflow": 4,
        "pool_pre_ping": True,
        "connect_args": {
            "connect_timeout": 5,
            "options": "-c statement_timeout=15000 -c timezone=UTC",
        },
    }


def prepare(engine: Engine) -> None:
    """Install the listeners an SQLite engine needs; PostgreSQL needs none."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _pragmas)
    event.listen(engine, "begin", _begin)


def _pragmas(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver must not begin on its own
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=15000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing.get() else "BEGIN")


@contextmanager
def write_lock(engine: Engine) -> Iterator[None]:
    """One writer at a time on SQLite, queued by the kernel instead of polled; a no-op elsewhere.

    A thread lock orders this process's writers, `flock` those of other processes.
    """
    path = engine.url.database if engine.dialect.name == "sqlite" else None
    if not path or path == ":memory:":
        yield
        return
    with _write_lock, Path(f"{path}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
