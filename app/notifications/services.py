"""How is a notice given and put away? Given inside the act's own transaction, once a key."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.db import db, transaction
from app.kernel.permissions import Actor
from app.notifications.models import Notice, NoticeKind


def enqueue(
    *,
    user_id: int,
    kind: NoticeKind,
    facts: Mapping[str, Any],
    path: str,
    dedup_key: str,
    now: datetime,
) -> bool:
    """Add a notice to the open transaction; False when one with this key was given before."""
    dialect = sqlite if db.engine.dialect.name == "sqlite" else postgresql
    statement = (
        dialect.insert(Notice)
        .values(
            user_id=user_id,
            kind=kind,
            facts=dict(facts),
            path=path,
            dedup_key=dedup_key,
            created_at=now,
        )
        .on_conflict_do_nothing(index_elements=["dedup_key"])
        .returning(Notice.id)
    )
    return db.session.scalar(statement) is not None


def mark_read(actor: Actor, *, now: datetime, notice_id: int | None = None) -> None:
    """Put away one's own notice, or all of them."""
    with transaction() as session:
        query = update(Notice).where(Notice.user_id == actor.user_id, Notice.read_at.is_(None))
        if notice_id is not None:
            query = query.where(Notice.id == notice_id)
        session.execute(query.values(read_at=now))


def exists(dedup_key: str) -> bool:
    return db.session.scalar(select(Notice.id).where(Notice.dedup_key == dedup_key)) is not None
