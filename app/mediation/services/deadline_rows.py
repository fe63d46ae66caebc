"""When does a deadline begin and end? With the moves of its case, inside their transaction."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime

from app.db import db
from app.kernel.clock import local
from app.mediation.kinds import AgreementForm
from app.mediation.models import Agreement, Case, Deadline, Obligation
from app.mediation.queries.case_facts import owed
from app.mediation.queries.court_steps import offered
from app.mediation.queries.deadline_rules import planned
from app.mediation.rules.deadlines import ClearReason, DeadlineCode, PlannedDeadline, Trigger
from app.mediation.rules.performance import SETTLED, state_of
from app.mediation.states import CaseAction, CaseState

A, D = CaseAction, DeadlineCode

TO_MEDIATE = frozenset({D.FINISH_MEDIATION, D.START_MEDIATION})
FOLLOW_UPS = (D.FIRST_FOLLOW_UP, D.SECOND_FOLLOW_UP, D.THIRD_FOLLOW_UP)
ALL = frozenset(D)


def on_move(case: Case, action: CaseAction, on: date, now: datetime) -> None:
    """Start and end what this move starts and ends; `on` is the day it happened."""
    if effect := EFFECTS.get(action):
        effect(case, on, now)


def on_assigned(case: Case, on: date, now: datetime) -> None:
    """A mediator has the case: where the jurisdiction has a day for it, mediation is to begin."""
    if case.state in (CaseState.RECEIVED, CaseState.ACCEPTED):
        _plan(case, planned(Trigger.ASSIGNED, case.country, on), _round(case), now)


def plan_for_agreement(case: Case, agreement: Agreement, now: datetime) -> None:
    """The deadlines of an agreement in effect. Calling it again adds only what is missing.

    An obligation that is open again, because its receipt was withdrawn, is due again. The visits
    follow the main agreement; one that supplements it may go to the court like it.
    """
    if agreement.effective_on is not None:
        may_ask = agreement.form is AgreementForm.WRITTEN and bool(offered(case))
        rows = planned(
            Trigger.AGREEMENT_EFFECTIVE,
            case.country,
            agreement.effective_on,
            court_step_offered=may_ask,
        )
        if agreement.is_supplement:
            rows = tuple(each for each in rows if each.rule.code is D.COURT_STEP)
        _plan(case, rows, f"agreement:{agreement.id}", now)
    for obligation in agreement.obligations:
        _plan_obligation(case, obligation, agreement.effective_on, now)


def clear(
    case: Case,
    rule: DeadlineCode | str,
    subject: str,
    now: datetime,
    reason: ClearReason = ClearReason.DONE,
) -> None:
    """End the deadline of a rule and subject, where one runs."""
    for row in open_rows(case, {DeadlineCode(rule)}):
        if row.subject == subject:
            row.cleared_at, row.clear_reason = now, reason


def clear_next_follow_up(case: Case, now: datetime) -> None:
    """A follow-up visit was made: it answers the first one still due."""
    for row in sorted(open_rows(case, FOLLOW_UPS), key=lambda row: row.due_on)[:1]:
        row.cleared_at, row.clear_reason = now, ClearReason.DONE


def open_rows(case: Case, rules: Iterable[DeadlineCode]) -> list[Deadline]:
    wanted = frozenset(rules)
    return [row for row in case.deadlines if row.cleared_at is None and row.rule in wanted]


def _accept(case: Case, on: date, now: datetime) -> None:
    _plan(case, planned(Trigger.ACCEPTED, case.country, on), _round(case), now)


def _reopen(case: Case, on: date, now: datetime) -> None:
    """The former agreement's days no longer run; the new round has its own month."""
    _end(case, ALL, now, ClearReason.REOPENED)
    _accept(case, on, now)


def _start(case: Case, on: date, now: datetime) -> None:
    _end(case, {D.START_MEDIATION}, now, ClearReason.DONE)


def _settle(case: Case, on: date, now: datetime) -> None:
    _end(case, TO_MEDIATE, now, ClearReason.DONE)


def _performed(case: Case, on: date, now: datetime) -> None:
    """Nothing is owed any more, so that there is nothing to have a court enforce."""
    _end(case, {D.OBLIGATION}, now, ClearReason.DONE)
    _end(case, {D.COURT_STEP}, now, ClearReason.ENDED)


def _resume(case: Case, on: date, now: datetime) -> None:
    """Something is owed again: the way to the court, shut when all seemed done, is open again."""
    for row in case.deadlines:
        if row.rule is D.COURT_STEP and row.clear_reason is ClearReason.ENDED:
            row.cleared_at = row.clear_reason = None


def _without_result(case: Case, on: date, now: datetime) -> None:
    _end(case, ALL, now, ClearReason.ENDED)


def _fail(case: Case, on: date, now: datetime) -> None:
    _settle(case, on, now)
    _without_result(case, on, now)


def _close(case: Case, on: date, now: datetime) -> None:
    """The way to the court stays open and visits are still made after the file is closed."""
    _end(case, ALL - {D.COURT_STEP, *FOLLOW_UPS}, now, ClearReason.ENDED)


Effect = Callable[[Case, date, datetime], None]

EFFECTS: Mapping[CaseAction, Effect] = {
    A.ACCEPT: _accept,
    A.DECLINE: _without_result,
    A.REFER: _without_result,
    A.TERMINATE: _without_result,
    A.START_MEDIATION: _start,
    A.SETTLE: _settle,
    A.FAIL: _fail,
    A.COMPLETE_PERFORMANCE: _performed,
    A.RESUME: _resume,
    A.CLOSE: _close,
    A.ARCHIVE: _without_result,
    A.REOPEN: _reopen,
}


def _end(case: Case, rules: Iterable[DeadlineCode], now: datetime, reason: ClearReason) -> None:
    for row in open_rows(case, rules):
        row.cleared_at, row.clear_reason = now, reason


def _plan(case: Case, rows: Iterable[PlannedDeadline], subject: str, now: datetime) -> None:
    """Of a case entered afterwards, a day that had already passed is none."""
    today = local(now, case.country.zone).date()
    for each in rows:
        if not (case.entered_afterwards and each.due_on < today):
            _add(case, each.rule.code, subject, each.trigger_on, each.due_on)


def _plan_obligation(
    case: Case, obligation: Obligation, effective_on: date | None, now: datetime
) -> None:
    """A day the parties agreed is not moved by a day off."""
    if obligation.due_on is None:
        return
    today = local(now, case.country.zone).date()
    if state_of(owed(obligation), today) in SETTLED:
        return
    counted_from = effective_on or obligation.due_on
    row = _add(case, D.OBLIGATION, f"obligation:{obligation.id}", counted_from, obligation.due_on)
    if row.clear_reason is ClearReason.DONE:
        row.cleared_at = row.clear_reason = None


def _add(
    case: Case, rule: DeadlineCode, subject: str, counted_from: date, due_on: date
) -> Deadline:
    for row in case.deadlines:
        if (row.rule, row.subject) == (rule, subject):
            return row
    row = Deadline(
        rule=rule,
        subject=subject,
        jurisdiction=case.country,
        counted_from=counted_from,
        first_due_on=due_on,
        due_on=due_on,
    )
    case.deadlines.append(row)
    db.session.flush()
    return row


def _round(case: Case) -> str:
    """`round:2` from the second time on that a case is mediated."""
    reopened = sum(move.action is A.REOPEN for move in case.moves)
    return f"round:{reopened + 1}" if reopened else ""
