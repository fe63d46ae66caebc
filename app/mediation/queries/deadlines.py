"""What is due when, across the cases a person may see, and which files has nobody touched?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import contains_eager

from app.db import db
from app.kernel.errors import NotFound
from app.kernel.permissions import Actor
from app.mediation.models import Case, Deadline
from app.mediation.queries.scope import within
from app.mediation.rules.deadlines import Bucket, week_end
from app.mediation.states import OPEN

PAGE = 25
OPEN_BUCKETS = (Bucket.PAST, Bucket.THIS_WEEK, Bucket.LATER)


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of rows, and whether another follows."""

    rows: Sequence[Deadline]
    page: int
    has_more: bool


def deadlines(
    actor: Actor, bucket: Bucket, today: date, *, office_id: int | None = None, page: int = 1
) -> Listed:
    """Deadlines in scope, the nearest first; cleared ones, the latest cleared first."""
    query = (
        select(Deadline)
        .join(Deadline.case)
        .where(within(actor), _in(bucket, today))
        .options(contains_eager(Deadline.case).selectinload(Case.parties))
    )
    if office_id is not None:
        query = query.where(Case.office_id == office_id)
    if bucket is Bucket.CLEARED:
        return _page(query.order_by(Deadline.cleared_at.desc(), Deadline.id.desc()), page)
    return _page(query.order_by(Deadline.due_on, Deadline.id), page)


def open_counts(actor: Actor, today: date, *, office_id: int | None = None) -> dict[Bucket, int]:
    """How many deadlines still run, by bucket."""
    counts = {}
    for bucket in OPEN_BUCKETS:
        query = (
            select(func.count(Deadline.id))
            .join(Deadline.case)
            .where(within(actor), _in(bucket, today))
        )
        if office_id is not None:
            query = query.where(Case.office_id == office_id)
        counts[bucket] = db.session.scalar(query) or 0
    return counts


def deadline_of(case: Case, deadline_id: int) -> Deadline:
    """Raises NotFound for one of another case."""
    for row in case.deadlines:
        if row.id == deadline_id:
            return row
    raise NotFound(deadline=deadline_id)


def next_deadline(case: Case) -> Deadline | None:
    """The nearest day of a case that is still to be met."""
    running = [row for row in case.deadlines if row.cleared_at is None]
    return min(running, key=lambda row: (row.due_on, row.id), default=None)


def untouched_count(actor: Actor, now: datetime, *, days: int) -> int:
    """How many open cases nobody has touched for so many days."""
    forgotten = and_(Case.state.in_(sorted(OPEN)), Case.touched_at < now - timedelta(days=days))
    query = select(func.count(Case.id)).where(within(actor), forgotten)
    return db.session.scalar(query) or 0


def _in(bucket: Bucket, today: date) -> ColumnElement[bool]:
    if bucket is Bucket.CLEARED:
        return Deadline.cleared_at.is_not(None)
    sunday = week_end(today)
    days = {
        Bucket.PAST: Deadline.due_on < today,
        Bucket.THIS_WEEK: Deadline.due_on.between(today, sunday),
        Bucket.LATER: Deadline.due_on > sunday,
    }
    return and_(Deadline.cleared_at.is_(None), days[bucket])


def _page(query: Select[tuple[Deadline]], page: int) -> Listed:
    page = max(page, 1)
    rows = list(db.session.scalars(query.offset((page - 1) * PAGE).limit(PAGE + 1)))
    return Listed(rows[:PAGE], page, len(rows) > PAGE)
