"""Who is told that a deadline is near or has passed? The responsible people, each exactly once.

Whatever runs twice or at once, the unique key of the notice decides. `reminded_seq` only
saves looking at the same deadline again.
"""

from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select

from app.accounts.queries import holders
from app.db import db, transaction
from app.kernel.clock import local
from app.kernel.country import Country
from app.kernel.permissions import Role
from app.mediation.kinds import Duty
from app.mediation.models import Case, Deadline
from app.mediation.queries.case_facts import active_people
from app.notifications.models import NoticeKind
from app.notifications.services import enqueue

SOON_DAYS = 3  # setting: how long before its day a deadline is spoken of
CLERK_OF = {Country.CN: Role.CLERK_CN, Country.VN: Role.CLERK_VN}


def remind_due(now: datetime) -> int:
    """Tell of every deadline that is near or past; returns how many notices were new.

    One transaction per deadline. A deadline nobody is responsible for stays to be told.
    """
    return sum(_remind(deadline_id, now) for deadline_id in _due_ids(now))


def _due_ids(now: datetime) -> list[int]:
    conditions = [_due_in(country, local(now, country.zone).date()) for country in Country]
    query = select(Deadline.id).join(Deadline.case)
    query = query.where(Deadline.cleared_at.is_(None), or_(*conditions))
    return list(db.session.scalars(query.order_by(Deadline.due_on, Deadline.id)))


def _due_in(country: Country, today: date) -> ColumnElement[bool]:
    passed = and_(Deadline.due_on < today, Deadline.reminded_seq < 2 * Deadline.due_seq)
    soon = and_(
        Deadline.due_on <= today + timedelta(days=SOON_DAYS),
        Deadline.reminded_seq < 2 * Deadline.due_seq - 1,
    )
    return and_(Case.country == country, or_(passed, soon))


def _remind(deadline_id: int, now: datetime) -> int:
    with transaction() as session:
        row = session.get(Deadline, deadline_id)
        if row is None or row.cleared_at is not None:
            return 0
        today = local(now, row.case.country.zone).date()
        if row.due_on > today + timedelta(days=SOON_DAYS):  # extended since it was found
            return 0
        is_passed = row.due_on < today
        people = _responsible(row.case, today)
        told = sum(_tell(row, user_id, is_passed, now) for user_id in people)
        if people:
            row.reminded_seq = 2 * row.due_seq - (not is_passed)
        return told


def _responsible(case: Case, today: date) -> list[int]:
    """The presiding mediator, where they have an account, and the clerks of the office."""
    presiding = {
        each.mediator.user_id
        for each in active_people(case)
        if each.duty is Duty.PRESIDING and each.mediator.user_id is not None
    }
    clerks = {user.id for user in holders(CLERK_OF[case.country], case.office_id, today)}
    return sorted(presiding | clerks)


def _tell(row: Deadline, user_id: int, is_passed: bool, now: datetime) -> bool:
    when = "passed" if is_passed else "soon"
    return enqueue(
        user_id=user_id,
        kind=NoticeKind.DEADLINE_PASSED if is_passed else NoticeKind.DEADLINE_SOON,
        facts={
            "case": row.case.number,
            "deadline": row.rule.value,
            "due_on": row.due_on.isoformat(),
        },
        path=f"/cases/{row.case_id}",
        dedup_key=f"deadline:{row.id}:{row.due_seq}:{when}:{user_id}",
        now=now,
    )
