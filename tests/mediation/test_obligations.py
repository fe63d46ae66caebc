"""Is what is owed set down by whom, to whom, how much and by when, and do instalments add up?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from flask import Flask

from app.kernel.bilingual import Language
from app.kernel.errors import RuleBroken
from app.kernel.money import Currency, Money
from app.kernel.writing.numerals import figures
from app.mediation.kinds import ObligationKind
from app.mediation.rules.agreements import ObligationRefusal as R
from app.mediation.rules.performance import Instalment, PerformanceRefusal
from app.mediation.services import obligations
from tests.factories import NOW, World, actor
from tests.mediation.settling import Debt, drafted, halves, owing, yuan
from tests.pages import Reader, text_of

DUE = date(2026, 12, 1)


def as_shown(yuan: int, language: str) -> str:
    """As a form shows it to this reader."""
    return figures(Decimal(yuan).quantize(Decimal("0.01")), Language(language))


def place(debt: Debt) -> dict[str, int]:
    return {"case_id": debt.case_id, "agreement_id": debt.agreement_id}


def refusal_of(debt: Debt, promise: obligations.Promise) -> list[object]:
    with pytest.raises(RuleBroken) as refused:
        obligations.add(actor("clerk.youyi"), **place(debt), promise=promise, now=NOW)
    return [refusal.code for refusal in refused.value.refusals]


def test_every_wrong_promise_is_refused_by_name(ctx: Flask, world: World) -> None:
    debt = drafted(actor("clerk.youyi"), world)
    good = owing(debt, yuan(100))
    assert refusal_of(debt, replace(good, creditor_id=good.debtor_id)) == [R.SAME_PARTY]
    assert refusal_of(debt, replace(good, amount=None)) == [R.AMOUNT_MISSING]
    assert refusal_of(debt, replace(good, amount=yuan(0))) == [R.AMOUNT_NOT_POSITIVE]
    goods = replace(good, kind=ObligationKind.GOODS)
    assert refusal_of(debt, goods) == [R.AMOUNT_NOT_EXPECTED, R.WHAT_MISSING]
    assert debt.agreement.obligations == []


def test_goods_and_acts_are_owed_without_an_amount(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    act = owing(debt, kind=ObligationKind.ACT, what_zh="修好围栏", due_on=DUE)
    row = obligations.add(clerk, **place(debt), promise=act, now=NOW)
    assert (row.amount, row.what_zh, row.due_on) == (None, "修好围栏", DUE)


def test_plan_makes_one_obligation_per_instalment(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    rows = obligations.add_plan(
        clerk, **place(debt), promise=owing(debt, yuan(12000)), plan=halves(DUE), now=NOW
    )
    assert [(r.amount, r.due_on, r.instalment, r.instalments) for r in rows] == [
        (yuan(6000), DUE, 1, 2), (yuan(6000), date(2027, 1, 1), 2, 2),
    ]  # fmt: skip
    assert len({row.plan for row in rows}) == 1


def test_plan_that_does_not_add_up_is_refused_with_the_difference(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    short = (Instalment(DUE, yuan(6000)), Instalment(date(2027, 1, 1), yuan(5500)))
    with pytest.raises(RuleBroken) as refused:
        obligations.add_plan(
            clerk, **place(debt), promise=owing(debt, yuan(12000)), plan=short, now=NOW
        )
    (refusal,) = refused.value.refusals
    assert refusal.code is PerformanceRefusal.PLAN_SUM_DIFFERS
    assert refusal.facts["difference"] == Money(-50000, Currency.CNY)


def test_instalment_keeps_its_amount_and_goes_with_its_plan(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    first, _second = obligations.add_plan(
        clerk, **place(debt), promise=owing(debt, yuan(12000)), plan=halves(DUE), now=NOW
    )
    here = place(debt) | {"obligation_id": first.id}
    with pytest.raises(RuleBroken) as refused:
        obligations.edit(clerk, **here, promise=owing(debt, yuan(1)), now=NOW)
    assert [refusal.code for refusal in refused.value.refusals] == [R.HAS_PLAN]
    later = date(2026, 12, 15)
    edited = obligations.edit(clerk, **here, promise=owing(debt, yuan(6000), later), now=NOW)
    assert edited.due_on == later
    assert obligations.remove(clerk, **here, now=NOW) == 2
    assert debt.agreement.obligations == []


def day(name: str, when: date) -> dict[str, str]:
    return {
        f"{name}-year": str(when.year),
        f"{name}-month": str(when.month),
        f"{name}-day": str(when.day),
    }


@pytest.mark.parametrize(("language", "difference"), [("zh", "相差"), ("vi", "Chênh lệch")])
def test_plan_page_proposes_then_saves_what_stands_on_it(
    client: Reader, app: Flask, world: World, language: str, difference: str
) -> None:
    with app.app_context():
        debt = drafted(actor("clerk.youyi"), world)
        debtor, creditor = (str(party.id) for party in reversed(debt.case.parties))
    client.sign_in("clerk.youyi").read_in(language)
    here = f"/cases/{debt.case_id}/agreements/{debt.agreement_id}"
    typed = {
        "debtor": debtor, "creditor": creditor, "amount": "12000", "currency": "CNY",
        "count": "2", "every_months": "1", "down_amount": "2000",
        **day("first_due", DUE), **day("down_on", date(2026, 11, 25)),
    }  # fmt: skip
    proposed = client.post(f"{here}/obligations/plan", typed | {"step": "propose"})
    assert proposed.status_code == 200
    page = proposed.get_data(as_text=True)
    assert 'name="parts-0-amount"' in page
    assert f'value="{as_shown(2000, language)}"' in page
    assert page.count(f'value="{as_shown(5000, language)}"') == 2
    rows = {
        "parts-0-amount": "2000", **day("parts-0-due_on", date(2026, 11, 25)),
        "parts-1-amount": "5000", **day("parts-1-due_on", DUE),
        "parts-2-amount": "4000", **day("parts-2-due_on", date(2027, 1, 1)),
    }  # fmt: skip
    wrong = client.post(f"{here}/obligations/plan", typed | rows)
    assert wrong.status_code == 422
    assert difference in wrong.get_data(as_text=True)
    rows["parts-2-amount"] = "5000"
    shown = text_of(client.follow(client.post(f"{here}/obligations/plan", typed | rows)))
    assert "12,000.00" in shown or "12.000,00" in shown
    with app.app_context():
        assert [each.amount for each in debt.agreement.obligations] == [
            yuan(2000), yuan(5000), yuan(5000),
        ]  # fmt: skip


def test_amount_that_reads_in_two_ways_is_asked_again(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        debt = drafted(actor("clerk.youyi"), world)
        debtor, creditor = (str(party.id) for party in reversed(debt.case.parties))
    client.sign_in("clerk.youyi")
    answer = client.post(
        f"/cases/{debt.case_id}/agreements/{debt.agreement_id}/obligations/new",
        {"kind": "money", "debtor": debtor, "creditor": creditor, "amount": "1.200",
         "currency": "CNY"},
    )  # fmt: skip
    assert answer.status_code == 422
    assert "两种读法" in answer.get_data(as_text=True)


def test_the_audit_trail_says_an_amount_with_its_currency(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        clerk, debt = actor("clerk.youyi"), drafted(actor("clerk.youyi"), world)
        place = {"case_id": debt.case_id, "agreement_id": debt.agreement_id, "now": NOW}
        obligations.add(clerk, **place, promise=owing(debt, Money(350_000, Currency.VND)))
        obligations.add(clerk, **place, promise=owing(debt, yuan(6000)))
    text = text_of(client.sign_in("clerk.youyi").get(f"/cases/{debt.case_id}/history"))
    assert "6,000.00元" in text
    assert "350,000越南盾" in text
