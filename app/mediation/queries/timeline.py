"""What happened in a case, in order? Moves, sessions, signatures, receipts, letters, visits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select

from app.db import Model, db
from app.kernel.clock import local
from app.mediation.models import Case, CaseMove, CourtStep, FollowUp, MediationSession
from app.mediation.queries.case_file import letters_of
from app.mediation.queries.letters import is_out
from app.mediation.states import CaseState


class EventKind(StrEnum):
    MOVE = "move"
    RIGHTS = "rights"
    CONSENT = "consent"
    SESSION = "session"
    SIGNATURE = "signature"
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


# Of one day: what is told and agreed to belongs before the mediation, papers behind the moves.
BEFORE = {
    EventKind.RIGHTS: CaseState.ACCEPTED,
    EventKind.CONSENT: CaseState.ACCEPTED,
    EventKind.SESSION: CaseState.AGREED,
    EventKind.SIGNATURE: CaseState.AGREED,
    EventKind.SIGNED: CaseState.AGREED,
    EventKind.RECEIPT: CaseState.PERFORMED,
    EventKind.COURT_STEP: CaseState.CLOSED,
    EventKind.LETTER: CaseState.CLOSED,
    EventKind.FOLLOW_UP: CaseState.CLOSED,
}
KINDS = tuple(EventKind)
ORDER = tuple(CaseState)  # drawn in the order in which a case goes through them


def timeline_of(case: Case) -> list[Event]:
    """Oldest first; of one day the moves in their order, the rest where it belongs among them."""
    events = [*_of_parties(case), *_of_talks(case), *_of_agreements(case), *_of_papers(case)]
    events.sort(key=_place)
    line: list[Event] = []
    for move in sorted(case.moves, key=lambda move: move.on):
        while events and _is_before(events[0], move):
            line.append(events.pop(0))
        line.append(Event(EventKind.MOVE, move.on, move))
    return [*line, *events]


def _place(event: Event) -> tuple[date, int, int, int]:
    """Of one day: its place among the moves, then kind by kind, then as it was entered."""
    return event.on, ORDER.index(BEFORE[event.kind]), KINDS.index(event.kind), event.row.id


def _is_before(event: Event, move: CaseMove) -> bool:
    bound = ORDER.index(BEFORE[event.kind])
    return event.on < move.on or (event.on == move.on and bound <= ORDER.index(move.to_state))


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
        for signature in agreement.signatures:
            if signature.stands:
                on = local(signature.signed_at, case.country.zone).date()
                yield Event(EventKind.SIGNATURE, on, signature, signature.signed_at)
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
    for letter in filter(is_out, letters_of(case.id)):
        yield Event(EventKind.LETTER, letter.letter_on, letter)
    visits = select(FollowUp).where(FollowUp.case_id == case.id).order_by(FollowUp.id)
    for visit in db.session.scalars(visits):
        yield Event(EventKind.FOLLOW_UP, visit.visited_on, visit)
