"""How does a test of the life-cycle get a case at a stage, and make its steps?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.db import db
from app.kernel.errors import RuleBroken
from app.mediation.kinds import Duty
from app.mediation.models import Case, CaseMediator, Mediator
from app.mediation.rules.screening import ScreeningKey
from app.mediation.services import case_people
from app.mediation.services.intake import Essentials, Side, register_case
from app.mediation.services.moves import move
from app.mediation.states import CaseAction
from tests.factories import NOW, actor

RECEIVED, TODAY = date(2026, 11, 2), date(2026, 11, 23)


def step(case_id: int, action: CaseAction, who: str = "clerk.youyi", **given: Any) -> Case:
    """One move, today unless another day is given."""
    values = {"on": TODAY, "now": NOW} | given
    return move(actor(who), case_id=case_id, action=action, **values)


def received(who: str = "clerk.youyi", answers: Mapping[ScreeningKey, bool] | None = None) -> Case:
    """A registered case at the office of `who`, received three weeks ago."""
    clerk = actor(who)
    assert clerk.organisation_id is not None
    essentials = Essentials(
        office_id=clerk.organisation_id,
        received_on=RECEIVED,
        applicant=Side("阮文雄", "VN"),
        respondent=Side("韦大山", "CN"),
        cn_type="contract",
        vn_scope="civil",
        facts="被申请人欠申请人货款12000元。",
        language="zh",
    )
    return register_case(clerk, essentials=essentials, answers=answers, now=NOW)


def accepted(who: str = "clerk.youyi") -> Case:
    return step(received(who).id, CaseAction.ACCEPT, who, on=RECEIVED)


def mediating(who: str = "clerk.youyi", mediator: str = "韦国强") -> Case:
    """An accepted case whose mediator has begun."""
    case = accepted(who)
    give(case.id, mediator, Duty.PRESIDING, who)
    return step(case.id, CaseAction.START_MEDIATION, who, on=RECEIVED)


def person(name: str) -> Mediator:
    return db.session.query(Mediator).filter_by(name=name).one()


def give(
    case_id: int, name: str, duty: Duty, who: str = "clerk.youyi", **more: Any
) -> CaseMediator:
    """A person of the prepared register gets a duty."""
    values = {"on": RECEIVED, "now": NOW} | more
    return case_people.assign(
        actor(who), case_id=case_id, mediator_id=person(name).id, duty=duty, **values
    )


def codes(broken: RuleBroken) -> set[Any]:
    """What a refusal names."""
    return {refusal.code for refusal in broken.refusals}


def day(name: str, on: date) -> dict[str, str]:
    """A date as a form sends it."""
    return {
        f"{name}-year": str(on.year),
        f"{name}-month": str(on.month),
        f"{name}-day": str(on.day),
    }
