"""How does a test get a case? Registered through the services, by the clerk of an office."""

from datetime import date, datetime

from app.db import transaction
from app.kernel.permissions import Actor
from app.mediation.kinds import AgreementForm, ObligationKind
from app.mediation.models import Agreement, Case, Obligation
from app.mediation.rules.deadlines import DeadlineCode
from app.mediation.services import deadline_rows
from app.mediation.services.intake import Essentials, Side, register_case
from app.mediation.services.moves import move
from app.mediation.states import CaseAction
from tests.factories import NOW

ON, TODAY = date(2026, 11, 20), date(2026, 11, 23)


def registered(
    clerk: Actor, applicant: str, respondent: str, *, on: date = ON, now: datetime = NOW
) -> Case:
    """A case between two people, received on a day."""
    assert clerk.organisation_id is not None
    essentials = Essentials(
        office_id=clerk.organisation_id,
        received_on=on,
        applicant=Side(applicant, "CN"),
        respondent=Side(respondent, "VN"),
        cn_type="neighbour",
        facts="两家为界边的水渠争执。",
        language="zh",
    )
    return register_case(clerk, essentials=essentials, now=now)


def accepted(
    clerk: Actor, applicant: str, respondent: str, *, on: date = ON, now: datetime = NOW
) -> Case:
    """The same, accepted on the day it was received."""
    case = registered(clerk, applicant, respondent, on=on, now=now)
    return move(clerk, case_id=case.id, action=CaseAction.ACCEPT, on=on, now=now)


def agreement_of(
    case: Case, *due: date | None, form: AgreementForm = AgreementForm.WRITTEN
) -> Agreement:
    """An agreement in effect today, with one obligation per day given."""
    applicant, respondent = case.parties
    with transaction() as session:
        agreement = Agreement(case_id=case.id, form=form, effective_on=TODAY, signed_on=TODAY)
        session.add(agreement)
        session.flush()
        for on in due:
            session.add(
                Obligation(
                    agreement_id=agreement.id,
                    kind=ObligationKind.ACT,
                    debtor_id=respondent.id,
                    creditor_id=applicant.id,
                    what_zh="清理水渠",
                    due_on=on,
                )
            )
        session.flush()
        deadline_rows.plan_for_agreement(case, agreement, NOW)
    return agreement


def running(case: Case) -> dict[DeadlineCode, date]:
    """The deadlines that run, and their days."""
    return {row.rule: row.due_on for row in case.deadlines if row.cleared_at is None}
