"""How does a case move from state to state? One way for all: judged, dated, numbered, recorded."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from app.db import db, transaction
from app.kernel.clock import local
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.lifecycle import advance
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import Route, TerminationKind
from app.mediation.models import Case, CaseMove
from app.mediation.queries.case_facts import facts_of
from app.mediation.queries.committees import committees_of
from app.mediation.queries.scope import get_case
from app.mediation.rules.facts import Given
from app.mediation.rules.missing import MissingCode
from app.mediation.rules.move_dates import date_refusals
from app.mediation.rules.moves import refusals
from app.mediation.services import deadline_rows
from app.mediation.services.numbers import number_case, register_case
from app.mediation.services.opening import note
from app.mediation.services.search_index import reindex
from app.mediation.states import TRANSITIONS, CaseAction

A = CaseAction
MEDIATORS_MOVES = frozenset(
    {
        A.START_MEDIATION,
        A.SETTLE,
        A.FAIL,
        A.TERMINATE,
        A.BEGIN_PERFORMANCE,
        A.COMPLETE_PERFORMANCE,
        A.DEFAULT,
        A.RESUME,
    }
)
GIVE_NUMBERS = frozenset({A.RECEIVE, A.ACCEPT})
TAGS: Mapping[CaseAction, str] = {
    A.RECEIVE: "received",
    A.ACCEPT: "accepted",
    A.DECLINE: "declined",
    A.REFER: "referred",
    A.TERMINATE: "terminated",
    A.START_MEDIATION: "mediation_started",
    A.SETTLE: "settled",
    A.FAIL: "not_settled",
    A.BEGIN_PERFORMANCE: "performance_begun",
    A.COMPLETE_PERFORMANCE: "performed",
    A.DEFAULT: "defaulted",
    A.RESUME: "resumed",
    A.CLOSE: "closed",
    A.ARCHIVE: "archived",
    A.REOPEN: "reopened",
}


def permission_for(action: CaseAction) -> Permission:
    """The mediator decides at the table, the office about the file."""
    return Permission.MEDIATE if action in MEDIATORS_MOVES else Permission.CASE_EDIT


def move(
    actor: Actor,
    *,
    case_id: int,
    action: CaseAction,
    on: date,
    now: datetime,
    reason: str = "",
    route: Route | None = None,
    referred_to: str = "",
    termination: TerminationKind | None = None,
    committee_id: int | None = None,
    entered_afterwards: bool = False,
) -> Case:
    """Make one move. Raises NotFound, NotPermitted, IllegalMove, RuleBroken with every reason."""
    given = Given(reason, route, referred_to, termination)
    with transaction():
        case = get_case(actor, case_id, permission_for(action))
        if committee_id is not None and case.case_seq is None:
            choose_committee(case, committee_id, on)
        apply_move(actor, case, action, on, now, given, entered_afterwards=entered_afterwards)
        return case


def apply_move(
    actor: Actor,
    case: Case,
    action: CaseAction,
    on: date,
    now: datetime,
    given: Given | None = None,
    *,
    entered_afterwards: bool = False,
) -> CaseMove:
    """The move itself, inside the caller's transaction. Raises IllegalMove, RuleBroken."""
    given = given or Given()
    before = case.state
    after = advance(before, action, TRANSITIONS)
    if found := _refusals(case, action, on, now, given):
        raise RuleBroken(found, action=action)
    case.state = after
    case.entered_afterwards = case.entered_afterwards or entered_afterwards
    row = CaseMove(
        action=action,
        from_state=before,
        to_state=after,
        on=on,
        at=now,
        actor_id=actor.user_id,
        actor_name=actor.display_name,
        reason=given.reason,
        route=given.route_told,
        referred_to=given.referred_to,
        entered_afterwards=entered_afterwards,
    )
    case.moves.append(row)
    deadline_rows.on_move(case, action, on, now)
    db.session.flush()
    # Last, because a number drawn keeps the others of its series waiting until the commit.
    changes = {"state": (before, after)} | EFFECTS.get(action, _no_effect)(case, on, given)
    tag = f"mediation:case:{TAGS[action]}"
    note(actor, case, tag, now, changes=changes, reason=given.reason)
    if action in GIVE_NUMBERS:
        reindex(case)
    return row


def choose_committee(case: Case, committee_id: int, on: date) -> None:
    """Whose seal, and whose number. Raises RuleBroken for one that is not of this office."""
    for committee in committees_of(case.office, on):
        if committee.id == committee_id:
            case.committee = committee
            return
    raise RuleBroken([Refusal(MissingCode.COMMITTEE, field="committee")])


def _refusals(
    case: Case, action: CaseAction, on: date, now: datetime, given: Given
) -> tuple[Refusal, ...]:
    today = local(now, case.country.zone).date()
    last_on = case.moves[-1].on if case.moves else None
    return (
        *refusals(facts_of(case, today), action, given),
        *date_refusals(action, on, today=today, received_on=case.received_on, last_on=last_on),
    )


Changes = dict[str, tuple[Any, Any]]
Effect = Callable[[Case, date, Given], Changes]


def _no_effect(case: Case, on: date, given: Given) -> Changes:
    return {}


def _receive(case: Case, on: date, given: Given) -> Changes:
    register_case(case, on)
    return {"registered_no": (None, case.registered_no)}


def _accept(case: Case, on: date, given: Given) -> Changes:
    case.accepted_on = on
    number_case(case, on)
    return {"accepted_on": (None, on), "case_no": (None, case.case_no)}


def _terminate(case: Case, on: date, given: Given) -> Changes:
    case.termination = given.termination
    return {"termination": (None, given.termination)}


def _close(case: Case, on: date, given: Given) -> Changes:
    case.closed_on = on
    return {"closed_on": (None, on)}


def _archive(case: Case, on: date, given: Given) -> Changes:
    case.archived_on = on
    return {"archived_on": (None, on)}


def _reopen(case: Case, on: date, given: Given) -> Changes:
    """The former end stays in the audit trail; the new round has its own."""
    changes: Changes = {
        "closed_on": (case.closed_on, None),
        "outcome": (case.outcome, ""),
        "closing_report": (case.closing_report, ""),
        "termination": (case.termination, None),
    }
    case.closed_on = case.termination = None
    case.outcome = case.closing_report = ""
    return {name: (old, new) for name, (old, new) in changes.items() if old != new}


EFFECTS: Mapping[CaseAction, Effect] = {
    A.RECEIVE: _receive,
    A.ACCEPT: _accept,
    A.TERMINATE: _terminate,
    A.CLOSE: _close,
    A.ARCHIVE: _archive,
    A.REOPEN: _reopen,
}
