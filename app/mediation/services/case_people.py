"""Who does what in a case? Given a duty, asked about conflicts of interest, released from it."""

from datetime import date, datetime

from app.audit.services import apply_changes
from app.db import db, transaction
from app.kernel.clock import local
from app.kernel.errors import NotFound, Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import Conflict, Duty
from app.mediation.models import Case, CaseMediator, Mediator
from app.mediation.queries.case_facts import active_people
from app.mediation.queries.mediators import duty_of
from app.mediation.rules.people import (
    PeopleRefusal,
    assignment_refusals,
    conflict_refusals,
)
from app.mediation.services import deadline_rows, disclosure_ends
from app.mediation.services.mediators import person_facts
from app.mediation.services.opening import note, note_row, open_case
from app.notifications.models import NoticeKind
from app.notifications.services import enqueue


def assign(
    actor: Actor,
    *,
    case_id: int,
    mediator_id: int,
    duty: Duty,
    on: date,
    now: datetime,
    conflict: Conflict = Conflict.NOT_ASKED,
    conflict_note: str = "",
) -> CaseMediator:
    """Give a person of the office's register a duty, and tell them. Raises NotFound, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.CASE_ASSIGN)
        person = db.session.get(Mediator, mediator_id)
        if person is None or person.owner_id != case.office_id:
            raise NotFound(mediator=mediator_id)
        _judge(case, person, duty, on, now, conflict, conflict_note)
        row = _give(case, person, duty, on)
        row.conflict, row.conflict_note = conflict, conflict_note
        db.session.flush()
        note(
            actor,
            case,
            "mediation:duty:given",
            now,
            changes={"person": (None, person.name), "duty": (None, duty)},
            object_type="case_mediator",
            object_id=row.id,
        )
        _tell(actor, case, row, now)
        if duty is Duty.PRESIDING:
            deadline_rows.on_assigned(case, on, now)
        return row


def declare(
    actor: Actor,
    *,
    case_id: int,
    duty_id: int,
    conflict: Conflict,
    conflict_note: str,
    now: datetime,
) -> CaseMediator:
    """Record whether the person has a conflict of interest. Raises NotFound, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        row = _running(case, duty_id)
        if found := conflict_refusals(conflict, conflict_note):
            raise RuleBroken(found)
        changes = apply_changes(row, {"conflict": conflict, "conflict_note": conflict_note})
        note_row(
            actor, case, "duty:conflict_recorded", row, now, changes, object_type="case_mediator"
        )
        return row


def sign_statement(
    actor: Actor, *, case_id: int, duty_id: int, on: date, now: datetime
) -> CaseMediator:
    """The day the interpreter signed their statement. Raises NotFound, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        row = _running(case, duty_id)
        found = _future(case, on, now)
        if row.duty is not Duty.INTERPRETER:
            found.append(Refusal(PeopleRefusal.NOT_AN_INTERPRETER))
        if found:
            raise RuleBroken(found)
        note_row(
            actor,
            case,
            "duty:statement_signed",
            row,
            now,
            apply_changes(row, {"statement_on": on}),
            object_type="case_mediator",
        )
        return row


def end_duty(
    actor: Actor, *, case_id: int, duty_id: int, on: date, reason: str, now: datetime
) -> CaseMediator:
    """Release a person from a duty; its access ends with it. Raises NotFound, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.CASE_ASSIGN)
        row = _running(case, duty_id)
        found = _future(case, on, now)
        if on < row.assigned_on:
            found.append(Refusal(PeopleRefusal.END_BEFORE_ASSIGNMENT, field="on"))
        if found:
            raise RuleBroken(found)
        note_row(
            actor,
            case,
            "duty:ended",
            row,
            now,
            apply_changes(row, {"ended_on": on}),
            reason,
            object_type="case_mediator",
        )
        disclosure_ends.duty_ended(actor, case, row.id, now)
        return row


def _judge(
    case: Case,
    person: Mediator,
    duty: Duty,
    on: date,
    now: datetime,
    conflict: Conflict,
    conflict_note: str,
) -> None:
    active = active_people(case)
    found = (
        *assignment_refusals(
            person_facts(person),
            duty,
            state=case.state,
            country=case.country,
            on=on,
            today=local(now, case.country.zone).date(),
            duties_held=[each.duty for each in active],
            duties_of_person=[each.duty for each in active if each.mediator_id == person.id],
        ),
        *conflict_refusals(conflict, conflict_note),
    )
    if found:
        raise RuleBroken(found)


def _give(case: Case, person: Mediator, duty: Duty, on: date) -> CaseMediator:
    """A new duty, or the same one taken up again."""
    for row in case.mediators:
        if row.mediator_id == person.id and row.duty is duty:
            row.assigned_on, row.ended_on, row.statement_on = on, None, None
            return row
    row = CaseMediator(mediator=person, duty=duty, assigned_on=on)
    case.mediators.append(row)
    return row


def _running(case: Case, duty_id: int) -> CaseMediator:
    row = duty_of(case, duty_id)
    if row.ended_on is not None:
        raise RuleBroken([Refusal(PeopleRefusal.DUTY_ENDED)])
    return row


def _future(case: Case, on: date, now: datetime) -> list[Refusal]:
    is_future = on > local(now, case.country.zone).date()
    return [Refusal(PeopleRefusal.DATE_IN_FUTURE, field="on")] if is_future else []


def _tell(actor: Actor, case: Case, row: CaseMediator, now: datetime) -> None:
    """A notice to the person, unless they gave themselves the duty."""
    user_id = row.mediator.user_id
    if user_id is None or user_id == actor.user_id:
        return
    enqueue(
        user_id=user_id,
        kind=NoticeKind.CASE_ASSIGNED,
        facts={"case": case.number},
        path=f"/cases/{case.id}",
        dedup_key=f"case_assigned:{row.id}:{row.assigned_on.isoformat()}",
        now=now,
    )
