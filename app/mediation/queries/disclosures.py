"""What was asked to cross the border, where does each request stand, and what does it rest on?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import contains_eager

from app.bilateral import queries as bilateral
from app.bilateral.models import MemorandumStatus
from app.db import db
from app.kernel.clock import local
from app.kernel.errors import NotFound
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import Basis, ConsentPurpose
from app.mediation.models import Case, Disclosure
from app.mediation.queries.scope import within
from app.mediation.rules.disclosures import (
    RUNNING,
    DisclosureFacts,
    DisclosureState,
    Standing,
    state_of,
)

PAGE = 25


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of requests, and whether another follows."""

    rows: Sequence[Disclosure]
    page: int
    has_more: bool


def queue(actor: Actor, *, waiting: bool, page: int = 1) -> Queue:
    """What waits for the reviewer, the oldest first; or what is decided or over, newest first."""
    query = (
        select(Disclosure)
        .join(Disclosure.case)
        .where(within(actor, Permission.DISCLOSURE_DECIDE), _is_waiting(waiting))
        .options(contains_eager(Disclosure.case).selectinload(Case.parties))
    )
    order = Disclosure.id if waiting else Disclosure.id.desc()
    return _page(query.order_by(order), page)


def waiting_count(actor: Actor) -> int:
    query = select(func.count(Disclosure.id)).join(Disclosure.case)
    found = query.where(within(actor, Permission.DISCLOSURE_DECIDE), _is_waiting(True))
    return db.session.scalar(found) or 0


def to_decide(actor: Actor, disclosure_id: int) -> Disclosure:
    """A request of a case the reviewer answers for. Raises NotFound."""
    query = select(Disclosure).join(Disclosure.case)
    row = db.session.scalar(
        query.where(Disclosure.id == disclosure_id, within(actor, Permission.DISCLOSURE_DECIDE))
    )
    if row is None:
        raise NotFound(disclosure=disclosure_id)
    return row


def disclosures_of(case_id: int) -> list[Disclosure]:
    """Every request of a case, the newest first."""
    query = select(Disclosure).where(Disclosure.case_id == case_id)
    return list(db.session.scalars(query.order_by(Disclosure.id.desc())))


def for_letter(letter_id: int) -> Disclosure | None:
    """The last request for a letter."""
    query = select(Disclosure).where(Disclosure.letter_id == letter_id)
    return db.session.scalars(query.order_by(Disclosure.id.desc())).first()


def without_consent(case: Case) -> tuple[str, ...]:
    """Who of the parties has no standing consent to sharing across the border."""
    purpose = ConsentPurpose.SHARING
    return tuple(party.name for party in case.parties if not party.consents_to(purpose))


def local_day(case: Case, now: datetime) -> date:
    """The day it is at the office of the case."""
    return local(now, case.country.zone).date()


def disclosure_facts(row: Disclosure) -> DisclosureFacts:
    return DisclosureFacts(
        approved=row.approved,
        end=row.end,
        is_used=row.letter is not None and not row.letter.is_draft,
        until=row.until,
        without_consent=without_consent(row.case),
    )


def disclosure_state(row: Disclosure, today: date) -> DisclosureState:
    return state_of(disclosure_facts(row), today)


def is_running(row: Disclosure, today: date) -> bool:
    """Whether there is still something to end."""
    return disclosure_state(row, today) in RUNNING


def standing_of(case: Case, today: date) -> Standing:
    """What an approval can rest on: the memorandum of the case, as far as it is known."""
    memorandum = case.memorandum if case.basis is Basis.MEMORANDUM else None
    if memorandum is None:
        return Standing()
    places = [each for each in (case.cn_division_id, case.vn_division_id) if each is not None]
    covering = bilateral.memoranda_covering(*places) if len(places) == 2 else []
    return Standing(
        is_covered=memorandum.status is MemorandumStatus.IN_FORCE and memorandum in covering,
        successor_open=bool(memorandum.open_parties(today)),
    )


def _is_waiting(waiting: bool):  # type: ignore[no-untyped-def]
    undecided = and_(Disclosure.decided_at.is_(None), Disclosure.end.is_(None))
    return undecided if waiting else ~undecided


def _page(query: Select[tuple[Disclosure]], page: int) -> Queue:
    page = max(page, 1)
    rows = list(db.session.scalars(query.offset((page - 1) * PAGE).limit(PAGE + 1)))
    return Queue(rows[:PAGE], page, len(rows) > PAGE)
