"""Which cases are there for this person? The list with its filters, and what waits."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import selectinload

from app.db import db
from app.kernel.bilingual import TranslationStatus
from app.kernel.permissions import Actor
from app.mediation.models import Case, Deadline, StatementText
from app.mediation.queries.scope import within
from app.mediation.queries.search import PAGE, Found, search
from app.mediation.states import OPEN, CaseState
from app.reference.models import Organisation

RECENT = 8


@dataclass(frozen=True, slots=True)
class CaseFilters:
    """What the address of the list says; everything empty shows every case in reach."""

    q: str = ""
    state: CaseState | None = None
    cn_type: str = ""
    vn_scope: str = ""
    office_id: int | None = None
    received_from: date | None = None
    received_to: date | None = None
    overdue: bool = False
    untouched: bool = False
    to_confirm: bool = False

    @property
    def chosen(self) -> int:
        """How many of them narrow the list."""
        return sum(bool(getattr(self, name)) for name in self.__dataclass_fields__)


def list_cases(
    actor: Actor,
    filters: CaseFilters,
    *,
    today: date,
    now: datetime,
    untouched_days: int,
    page: int = 1,
) -> Found:
    """One page of the cases in reach, the latest received first; found by words where asked."""
    conditions = _conditions(filters, today, now - timedelta(days=untouched_days))
    if filters.q:
        return search(actor, filters.q, conditions, page=page)
    wanted = select(Case).where(within(actor), *conditions)
    total = db.session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 1), pages)
    rows = wanted.order_by(Case.received_on.desc().nulls_first(), Case.id.desc())
    rows = rows.offset((page - 1) * PAGE).limit(PAGE).options(selectinload(Case.parties))
    return Found(list(db.session.scalars(rows)), total, False, page, pages)


def counts_by_state(actor: Actor) -> dict[CaseState, int]:
    """How many cases in reach stand where; a state without any is not in it."""
    query = select(Case.state, func.count()).where(within(actor)).group_by(Case.state)
    return {state: count for state, count in db.session.execute(query)}


def translations_to_confirm(actor: Actor) -> int:
    """In how many open cases somebody still has to vouch for a translation."""
    query = select(func.count(Case.id)).where(within(actor), _to_confirm())
    return db.session.scalar(query) or 0


def recently_touched(actor: Actor) -> list[Case]:
    """The files last worked on, the latest first."""
    query = select(Case).where(within(actor)).options(selectinload(Case.parties))
    return list(db.session.scalars(query.order_by(Case.touched_at.desc(), Case.id).limit(RECENT)))


def offices_of_cases(actor: Actor) -> list[Organisation]:
    """The offices whose cases are in reach, for the filter; by code."""
    ids = select(Case.office_id).where(within(actor)).distinct()
    query = select(Organisation).where(Organisation.id.in_(ids)).order_by(Organisation.code)
    return list(db.session.scalars(query))


def _to_confirm() -> ColumnElement[bool]:
    waiting = select(StatementText.case_id).where(
        StatementText.status == TranslationStatus.UNCONFIRMED
    )
    return Case.state.in_(sorted(OPEN)) & Case.id.in_(waiting)


def _conditions(
    filters: CaseFilters, today: date, untouched_since: datetime
) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if filters.state is not None:
        found.append(Case.state == filters.state)
    if filters.cn_type:
        found.append(Case.cn_type == filters.cn_type)
    if filters.vn_scope:
        found.append(Case.vn_scope == filters.vn_scope)
    if filters.office_id is not None:
        found.append(Case.office_id == filters.office_id)
    if filters.received_from is not None:
        found.append(Case.received_on >= filters.received_from)
    if filters.received_to is not None:
        found.append(Case.received_on <= filters.received_to)
    return found + _about_work(filters, today, untouched_since)


def _about_work(
    filters: CaseFilters, today: date, untouched_since: datetime
) -> list[ColumnElement[bool]]:
    """The filters that ask what has to be done."""
    found: list[ColumnElement[bool]] = []
    if filters.overdue:
        past = Deadline.cleared_at.is_(None) & (Deadline.due_on < today)
        found.append(Case.id.in_(select(Deadline.case_id).where(past)))
    if filters.untouched:
        found.append(Case.state.in_(sorted(OPEN)) & (Case.touched_at < untouched_since))
    if filters.to_confirm:
        found.append(_to_confirm())
    return found
