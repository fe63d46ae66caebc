"""How is it recorded that the parties took their agreement to a court, and what came of it?"""

from dataclasses import dataclass
from datetime import date, datetime

from app.audit.services import apply_changes
from app.db import db, transaction
from app.kernel.clock import local
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import AgreementForm, CourtResult
from app.mediation.models import Agreement, Case, CourtStep
from app.mediation.queries.court_steps import KIND_OF, is_excluded, last_day, steps_of
from app.mediation.rules import court_step as rules
from app.mediation.rules.agreements import AgreementRefusal
from app.mediation.rules.court_results import result_refusals
from app.mediation.rules.deadlines import DeadlineCode
from app.mediation.services import deadline_rows
from app.mediation.services.opening import child, note_row, open_case


@dataclass(frozen=True, slots=True)
class Filing:
    """A request to a court; who asks decides whether it may be recorded."""

    step: rules.CourtStep
    court: str
    filed_on: date
    number: str = ""
    applicant_asks: bool = False
    respondent_asks: bool = False


def file_request(
    actor: Actor, *, case_id: int, agreement_id: int, filing: Filing, now: datetime
) -> CourtStep:
    """Raises NotFound, NotPermitted, RuleBroken (excluded, too late, not both …)."""
    with transaction():
        case, agreement = _open(actor, case_id, agreement_id)
        if refusals := _refusals(case, agreement, filing):
            raise RuleBroken(refusals)
        row = CourtStep(
            agreement_id=agreement.id,
            kind=KIND_OF[filing.step.country],
            court=filing.court,
            filed_on=filing.filed_on,
            number=filing.number,
            result=CourtResult.PENDING,
        )
        db.session.add(row)
        db.session.flush()
        changes = {"court": (None, row.court), "filed_on": (None, row.filed_on)}
        note_row(actor, case, "court_step:filed", row, now, changes)
        deadline_rows.clear(case, DeadlineCode.COURT_STEP, f"agreement:{agreement.id}", now)
        return row


def record_result(
    actor: Actor,
    *,
    case_id: int,
    agreement_id: int,
    step_id: int,
    result: CourtResult,
    decided_on: date | None,
    number: str,
    note_text: str,
    now: datetime,
) -> CourtStep:
    """What the court said, or that it was withdrawn. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case, agreement = _open(actor, case_id, agreement_id)
        row: CourtStep = child(steps_of(agreement), step_id)
        today = local(now, case.country.zone).date()
        refusals = result_refusals(result, decided_on, filed_on=row.filed_on, today=today)
        if refusals:
            raise RuleBroken(refusals)
        values = {
            "result": result,
            "decided_on": decided_on,
            "number": number,
            "note": note_text,
        }
        changes = apply_changes(row, values)
        note_row(actor, case, "court_step:decided", row, now, changes)
        return row


def _open(actor: Actor, case_id: int, agreement_id: int) -> tuple[Case, Agreement]:
    case = open_case(actor, case_id, Permission.MEDIATE)
    agreement: Agreement = child(case.agreements, agreement_id)
    if not agreement.is_frozen:
        raise RuleBroken([Refusal(AgreementRefusal.NOT_SIGNED)])
    return case, agreement


def _refusals(case: Case, agreement: Agreement, filing: Filing) -> tuple[Refusal, ...]:
    return rules.refusals(
        filing.step,
        mediated_by={case.country},
        excluded=is_excluded(case),
        is_written=agreement.form is AgreementForm.WRITTEN,
        applicant_asks=filing.applicant_asks,
        respondent_asks=filing.respondent_asks,
        asked_on=filing.filed_on,
        last_day=last_day(agreement, filing.step),
    )
