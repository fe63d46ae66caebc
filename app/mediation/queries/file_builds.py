"""Which requests for the whole file of a case may this person see and fetch?"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import joinedload

from app.db import db
from app.kernel.permissions import Actor
from app.mediation.models import BuildState, Case, FileBuild

SHOWN = 10
STALE = timedelta(minutes=2)
"""Without a sign of life for so long, whoever worked at it has gone."""


def builds_of(actor: Actor, case: Case) -> list[FileBuild]:
    """The latest first; one with whole numbers is its asker's alone. `case` is in scope."""
    query = select(FileBuild).where(
        FileBuild.case_id == case.id,
        or_(FileBuild.is_full.is_(False), FileBuild.asked_by_id == actor.user_id),
    )
    query = query.options(joinedload(FileBuild.asked_by)).order_by(FileBuild.id.desc())
    return list(db.session.scalars(query.limit(SHOWN)))


def at_work(actor: Actor, case: Case, *, is_full: bool) -> FileBuild | None:
    """One like it that this person has asked for and that is not ready yet."""
    query = select(FileBuild).where(
        FileBuild.case_id == case.id,
        FileBuild.asked_by_id == actor.user_id,
        FileBuild.is_full.is_(is_full),
        FileBuild.state.in_((BuildState.WAITING, BuildState.RUNNING)),
    )
    return db.session.scalar(query.order_by(FileBuild.id).limit(1))


def waiting(now: datetime) -> Iterator[int]:
    """What waits, and what was begun by somebody who is gone; the oldest first."""
    query = select(FileBuild.id).where(takeable(now)).order_by(FileBuild.id)
    yield from list(db.session.scalars(query))


def takeable(now: datetime):  # type: ignore[no-untyped-def]
    gone = and_(FileBuild.state == BuildState.RUNNING, FileBuild.beat_at < now - STALE)
    return or_(FileBuild.state == BuildState.WAITING, gone)
