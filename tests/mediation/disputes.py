"""How does a test get a case? Registered through the services, by the clerk of an office."""

from datetime import date, datetime

from app.kernel.permissions import Actor
from app.mediation.models import Case
from app.mediation.services.intake import Essentials, Side, register_case
from app.mediation.services.moves import move
from app.mediation.states import CaseAction
from tests.factories import NOW

ON = date(2026, 11, 20)


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
