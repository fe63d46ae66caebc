"""Which notices does a person have? Their own only, newest first."""

from sqlalchemy import func, select

from app.db import db
from app.kernel.permissions import Actor
from app.notifications.models import Notice


def notices(actor: Actor, *, limit: int = 100) -> list[Notice]:
    query = (
        select(Notice)
        .where(Notice.user_id == actor.user_id)
        .order_by(Notice.read_at.is_not(None), Notice.id.desc())
        .limit(limit)
    )
    return list(db.session.scalars(query))


def unread_count(actor: Actor) -> int:
    query = select(func.count()).where(Notice.user_id == actor.user_id, Notice.read_at.is_(None))
    return db.session.scalar(query) or 0
