"""Which court may the parties go to, by when, and have they gone?"""

from datetime import date

from sqlalchemy import select

from app.db import db
from app.kernel.bilingual import Bilingual
from app.kernel.country import Country
from app.mediation.kinds import CourtStepKind
from app.mediation.models import Agreement, Case, CourtStep
from app.mediation.queries.case_facts import screening_answers
from app.mediation.queries.deadline_rules import planned, rules_by_code
from app.mediation.rules import court_step as rules
from app.mediation.rules.deadlines import DeadlineCode, PlannedDeadline, Trigger
from app.mediation.rules.screening import court_step_excluded

KIND_OF = {
    Country.CN: CourtStepKind.CONFIRMATION_CN,
    Country.VN: CourtStepKind.RECOGNITION_VN,
}


def steps_of(agreement: Agreement) -> list[CourtStep]:
    """The requests made so far, oldest first."""
    query = select(CourtStep).where(CourtStep.agreement_id == agreement.id).order_by(CourtStep.id)
    return list(db.session.scalars(query))


def is_excluded(case: Case) -> bool:
    """The law keeps the matter from a court's confirmation (status, ownership)."""
    return court_step_excluded(screening_answers(case.id))


def offered(case: Case) -> tuple[rules.CourtStep, ...]:
    """The courts open to the parties: that of the country whose body mediated."""
    return rules.offered({case.country}, excluded=is_excluded(case))


def last_day(agreement: Agreement, step: rules.CourtStep) -> date:
    """The last day to ask; where no period is in force no day is too late."""
    planned_row = _planned(agreement, step)
    return date.max if planned_row is None else planned_row.due_on


def basis_of(step: rules.CourtStep) -> Bilingual | None:
    """The law behind the period, as the reference row cites it."""
    row = rules_by_code(step.country).get(DeadlineCode.COURT_STEP)
    return None if row is None else row.basis


def _planned(agreement: Agreement, step: rules.CourtStep) -> PlannedDeadline | None:
    assert agreement.effective_on is not None  # signed
    rows = planned(Trigger.AGREEMENT_EFFECTIVE, step.country, agreement.effective_on)
    return next((row for row in rows if row.rule.code is DeadlineCode.COURT_STEP), None)
