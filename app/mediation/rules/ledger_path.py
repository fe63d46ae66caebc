"""Which moves had a case of a ledger made, and on which days?

The register walks the ordinary moves, as far as the ledger knows, and records that they were
entered afterwards. A day the ledger does not give is that of the move before it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.kernel.lifecycle import advance
from app.mediation.states import TRANSITIONS, CaseAction, CaseState, Outcome

A, S = CaseAction, CaseState

OUTCOME_OF_STATE: Mapping[CaseState, Outcome] = {
    S.AGREED: Outcome.SETTLED,
    S.PERFORMED: Outcome.SETTLED,
    S.NOT_AGREED: Outcome.NOT_SETTLED,
    S.NOT_ACCEPTED: Outcome.NOT_ACCEPTED,
    S.REFERRED: Outcome.REFERRED,
    S.TERMINATED: Outcome.TERMINATED,
}
NEED_OUTCOME = frozenset({S.CLOSED, S.ARCHIVED})
NO_OUTCOME = frozenset({S.RECEIVED, S.ACCEPTED, S.MEDIATING})
_TO_TABLE = (A.RECEIVE, A.ACCEPT, A.START_MEDIATION)
_TO_END: Mapping[Outcome, tuple[CaseAction, ...]] = {
    Outcome.SETTLED: (*_TO_TABLE, A.SETTLE),
    Outcome.NOT_SETTLED: (*_TO_TABLE, A.FAIL),
    Outcome.NOT_ACCEPTED: (A.RECEIVE, A.DECLINE),
    Outcome.REFERRED: (A.RECEIVE, A.REFER),
    Outcome.TERMINATED: (A.RECEIVE, A.ACCEPT, A.TERMINATE),
}
_OPEN: Mapping[CaseState, tuple[CaseAction, ...]] = {
    S.RECEIVED: _TO_TABLE[:1],
    S.ACCEPTED: _TO_TABLE[:2],
    S.MEDIATING: _TO_TABLE,
}
_AFTER_END: Mapping[CaseState, tuple[CaseAction, ...]] = {
    S.PERFORMED: (A.BEGIN_PERFORMANCE, A.COMPLETE_PERFORMANCE),
    S.CLOSED: (A.CLOSE,),
    S.ARCHIVED: (A.CLOSE, A.ARCHIVE),
}


@dataclass(frozen=True, slots=True)
class Days:
    """What the ledger knows of when."""

    received_on: date
    accepted_on: date | None = None
    agreed_on: date | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    action: CaseAction
    from_state: CaseState
    to_state: CaseState
    on: date


def path(state: CaseState, outcome: Outcome | None, days: Days) -> tuple[Step, ...]:
    """The moves to `state`. Raises IllegalMove where the table of states knows no such way."""
    steps: list[Step] = []
    at, on = S.DRAFT, days.received_on
    for action in _actions(state, outcome):
        after = advance(at, action, TRANSITIONS)
        on = max(on, _day(action, days) or on)
        steps.append(Step(action, at, after, on))
        at = after
    return tuple(steps)


def _actions(state: CaseState, outcome: Outcome | None) -> tuple[CaseAction, ...]:
    if state in _OPEN:
        return _OPEN[state]
    outcome = OUTCOME_OF_STATE.get(state, outcome)
    assert outcome is not None  # judged before
    return (*_TO_END[outcome], *_AFTER_END.get(state, ()))


def _day(action: CaseAction, days: Days) -> date | None:
    if action in (A.ACCEPT, A.DECLINE):
        return days.accepted_on
    if action is A.SETTLE:
        return days.agreed_on or days.closed_on
    if action in (A.FAIL, A.REFER, A.TERMINATE, A.CLOSE, A.COMPLETE_PERFORMANCE):
        return days.closed_on
    return None
