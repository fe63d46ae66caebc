"""What happened in a case, in order? Moves, sessions, signatures, receipts, letters, visits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select

from app.db import Model, db
from app.kernel.clock import local
from app.mediation.models import Case, CourtStep, FollowUp, MediationSession
from app.mediation.queries.case_file import letters_of


class EventKind(StrEnum):
    MOVE = "move"
    RIGHTS = "rights"
    CONSENT = "consent"
    SESSION = "session"
    SIGNED = "signed"
    RECEIPT = "receipt"
    COURT_STEP = "court_step"
    LETTER = "letter"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the timeline: `row` is what it speaks of, `at` its instant where one is kept."""

    kind: EventKind
    on: date
    row: Model
    at: datetime | None = None


def timeline_of(case: Case) -> list[Event]:
    """Oldest first; of one day, moves in their order and before what has no hour."""
    events = [*_of_parties(case), *_of_talks(case), *_of_agreements(case), *_of_papers(case)]
    ordered = sorted(events, key=lambda event: (event.on, event.kind, event.row.id))
    moves = [Event(EventKind.MOVE, move.on, move) for move in case.moves]
    return sorted([*moves, *ordered], key=lambda event: event.on)


def _of_parties(case: Case) -> Iterator[Event]:
    for party in case.parties:
        if party.rights_told_on is not None:
            yield Event(EventKind.RIGHTS, party.rights_told_on, party)
        for consent in party.consents:
            yield Event(EventKind.CONSENT, consent.given_on, consent)


def _of_talks(case: Case) -> Iterator[Event]:
    for session in case.sessions:
        yield _session(case, session)


def _session(case: Case, session: MediationSession) -> Event:
    on = local(session.starts_at, case.country.zone).date()
    return Event(EventKind.SESSION, on, session, session.starts_at)


def _of_agreements(case: Case) -> Iterator[Event]:
    for agreement in case.agreements:
        if agreement.signed_on is not None:
            yield Event(EventKind.SIGNED, agreement.signed_on, agreement)
        for obligation in agreement.obligations:
            for receipt in obligation.receipts:
                if receipt.withdrawn_at is None:
                    yield Event(EventKind.RECEIPT, receipt.received_on, receipt)
    ids = [agreement.id for agreement in case.agreements]
    steps = select(CourtStep).where(CourtStep.agreement_id.in_(ids)).order_by(CourtStep.id)
    for step in db.session.scalars(steps):
        yield Event(EventKind.COURT_STEP, step.filed_on, step)


def _of_papers(case: Case) -> Iterator[Event]:
    for letter in letters_of(case.id):
        yield Event(EventKind.LETTER, letter.letter_on, letter)
    visits = select(FollowUp).where(FollowUp.case_id == case.id).order_by(FollowUp.id)
    for visit in db.session.scalars(visits):
        yield Event(EventKind.FOLLOW_UP, visit.visited_on, visit)
