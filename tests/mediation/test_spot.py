"""Does one page carry a dispute settled on the spot through every state, and say so?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask

from app.db import db
from app.kernel.bilingual import Language, TranslationStatus
from app.kernel.clock import CHINA, today
from app.kernel.errors import NotFound, NotPermitted, RuleBroken
from app.kernel.money import Currency, Money
from app.mediation.kinds import AgreementForm
from app.mediation.models import Case, Mediator
from app.mediation.rules.agreements import Wording
from app.mediation.rules.missing import MissingCode
from app.mediation.rules.spot import SpotRefusal
from app.mediation.services import spot
from app.mediation.services.intake import Side
from app.mediation.services.spot import SpotCase, SpotMoney
from app.mediation.states import CaseAction, CaseState
from tests.factories import NOW, World, actor
from tests.mediation.settling import yuan
from tests.pages import Reader, text_of

TODAY = NOW.date()
THEN = date(2026, 11, 10)


def presiding(world: World, name: str = "韦国强") -> int:
    return db.session.query(Mediator).filter_by(name=name).one().id


def onions(world: World, **changes: object) -> SpotCase:
    usual = SpotCase(
        office_id=world.youyi,
        happened_on=THEN,
        applicant=Side("阮文雄", "VN"),
        respondent=Side("韦大山", "CN"),
        cn_type="contract",
        vn_scope="",
        border_subtype="x_goods_quality",
        facts="一车洋葱部分腐烂，双方为货款争执。",
        language="zh",
        term=Wording("韦大山当场付给阮文雄800元，双方再无争议。", "", Language.ZH),
        form=AgreementForm.ORAL,
        mediator_id=presiding(world),
        money=SpotMoney(yuan(800)),
    )
    return replace(usual, **changes)


def enter(world: World, **changes: object) -> Case:
    return spot.enter(
        actor("clerk.youyi"), spot=onions(world, **changes), days_back=60, now=NOW, today=TODAY
    )


def test_paid_at_once_walks_to_performed_with_both_numbers(ctx: Flask, world: World) -> None:
    case = enter(world)
    assert case.state is CaseState.PERFORMED
    assert [move.action for move in case.moves] == [
        CaseAction.RECEIVE, CaseAction.ACCEPT, CaseAction.START_MEDIATION, CaseAction.SETTLE,
        CaseAction.BEGIN_PERFORMANCE, CaseAction.COMPLETE_PERFORMANCE,
    ]  # fmt: skip
    assert {(move.on, move.at, move.entered_afterwards) for move in case.moves} == {
        (THEN, NOW, True)
    }
    assert case.entered_afterwards
    assert case.registered_no
    assert case.case_no
    assert case.agreement is not None
    assert case.agreement.terms[0].status is TranslationStatus.NONE


def test_money_due_later_stays_open_and_nothing_owed_stays_agreed(ctx: Flask, world: World) -> None:
    later = SpotMoney(
        Money(2_000_000, Currency.VND), applicant_pays=True, paid_at_once=False,
        due_on=date(2026, 12, 1),
    )  # fmt: skip
    case = enter(world, money=later)
    assert case.state is CaseState.PERFORMING
    assert case.agreement is not None
    (owed,) = case.agreement.obligations
    assert (owed.debtor.name, owed.due_on) == ("阮文雄", date(2026, 12, 1))
    assert enter(world, money=None).state is CaseState.AGREED


def test_written_on_the_spot_in_one_language_is_signed_all_the_same(
    ctx: Flask, world: World
) -> None:
    case = enter(world, form=AgreementForm.WRITTEN)
    assert case.agreement is not None
    assert case.agreement.is_frozen


@pytest.mark.parametrize(("days", "code"), [
    (-1, SpotRefusal.IN_FUTURE), (61, SpotRefusal.TOO_LONG_AGO),
])  # fmt: skip
def test_day_outside_the_setting_is_refused(
    ctx: Flask, world: World, days: int, code: SpotRefusal
) -> None:
    with pytest.raises(RuleBroken) as refused:
        enter(world, happened_on=TODAY - timedelta(days=days))
    assert [refusal.code for refusal in refused.value.refusals] == [code]


def test_what_is_refused_on_the_way_leaves_nothing_behind(ctx: Flask, world: World) -> None:
    with pytest.raises(RuleBroken) as refused:
        enter(world, facts="")
    assert MissingCode.FACTS in [refusal.code for refusal in refused.value.refusals]
    with pytest.raises(NotFound):
        enter(world, mediator_id=presiding(world, "Hoàng Thị Mai"))
    assert db.session.query(Case).count() == 0
    assert enter(world).case_seq == 1


def test_clerk_of_another_office_cannot_enter_here(ctx: Flask, world: World) -> None:
    with pytest.raises(NotPermitted):
        spot.enter(actor("clerk.pingmeng"), spot=onions(world), days_back=60, now=NOW, today=TODAY)


@pytest.mark.parametrize(("language", "afterwards"), [("zh", "当场"), ("vi", "tại chỗ")])
def test_spot_page_registers_in_both_languages(
    client: Reader, app: Flask, world: World, language: str, afterwards: str
) -> None:
    with app.app_context():
        mediator = presiding(world)
    client.sign_in("clerk.youyi").read_in(language)
    client.get("/cases/spot")
    on = today(CHINA)
    typed = {
        "office": str(world.youyi), "happened_on-year": str(on.year),
        "happened_on-month": str(on.month), "happened_on-day": str(on.day), "applicant": "阮文雄",
        "applicant_nationality": "VN", "respondent": "韦大山", "respondent_nationality": "CN",
        "cn_type": "contract", "border_subtype": "", "facts": "洋葱腐烂", "facts_language": "zh",
        "term_zh": "当场付800元", "term_vi": "", "term_language": "zh", "money": "paid",
        "amount": "", "currency": "CNY", "payer": "respondent", "form": "oral",
        "mediator": str(mediator), "place": "",
    }  # fmt: skip
    answer = client.post("/cases/spot", typed)
    assert answer.status_code == 422
    assert "洋葱腐烂" in answer.get_data(as_text=True)
    shown = text_of(client.follow(client.post("/cases/spot", typed | {"amount": "800"})))
    assert afterwards in shown
    assert "阮文雄" in shown
