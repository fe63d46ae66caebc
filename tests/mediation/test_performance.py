"""Do receipts move obligations, and obligations the case, in both directions?"""

from datetime import date
from decimal import Decimal

import pytest
from flask import Flask

from app.kernel.bilingual import Language
from app.kernel.errors import IllegalMove, RuleBroken
from app.kernel.money import Money
from app.kernel.writing.numerals import figures
from app.mediation.kinds import ObligationKind
from app.mediation.models import Receipt
from app.mediation.queries.agreements import standings, totals
from app.mediation.rules.deadlines import DeadlineCode
from app.mediation.rules.performance import ObligationState as S
from app.mediation.rules.performance import PerformanceRefusal
from app.mediation.rules.receipts import ReceiptRefusal
from app.mediation.services import obligations, performance
from app.mediation.states import CaseState
from tests.factories import NOW, World, actor
from tests.mediation.settling import Debt, drafted, owing, sign, signed, yuan
from tests.pages import Reader, text_of

TODAY = NOW.date()
EARLY = date(2026, 11, 21)


def as_shown(yuan: int, language: str) -> str:
    """As a form shows it to this reader."""
    return figures(Decimal(yuan).quantize(Decimal("0.01")), Language(language))


def pay(debt: Debt, number: int, amount: Money | None, on: date = EARLY) -> Receipt:
    owed = debt.agreement.obligations[number]
    return performance.record_receipt(
        actor("clerk.youyi"), case_id=debt.case_id, obligation_id=owed.id, amount=amount,
        received_on=on, now=NOW,
    )  # fmt: skip


def withdraw(debt: Debt, number: int, receipt: Receipt, reason: str = "记错了") -> Receipt:
    return performance.withdraw_receipt(
        actor("clerk.youyi"), case_id=debt.case_id,
        obligation_id=debt.agreement.obligations[number].id, receipt_id=receipt.id,
        reason=reason, now=NOW,
    )  # fmt: skip


def states(debt: Debt) -> list[S]:
    return [row.state for row in standings(debt.agreement, TODAY)]


def open_subjects(debt: Debt) -> list[str]:
    return [
        row.subject
        for row in debt.case.deadlines
        if row.rule == DeadlineCode.OBLIGATION and row.cleared_at is None
    ]


def test_receipts_move_an_obligation_and_the_last_one_performs_the_case(
    ctx: Flask, world: World
) -> None:
    debt = signed(actor("clerk.youyi"), world)
    assert states(debt) == [S.NOT_DUE, S.NOT_DUE]
    pay(debt, 0, yuan(2500))
    assert states(debt) == [S.PART, S.NOT_DUE]
    (total,) = totals(standings(debt.agreement, TODAY))
    assert (total.owed, total.paid, total.left) == (yuan(12000), yuan(2500), yuan(9500))
    assert len(open_subjects(debt)) == 2
    pay(debt, 0, yuan(3500))
    assert states(debt) == [S.DONE, S.NOT_DUE]
    assert open_subjects(debt) == [f"obligation:{debt.agreement.obligations[1].id}"]
    assert debt.case.state is CaseState.PERFORMING
    pay(debt, 1, yuan(6000), on=TODAY)
    assert debt.case.state is CaseState.PERFORMED
    assert debt.case.moves[-1].on == TODAY


def test_due_day_that_passed_is_overdue_and_part_of_it_too(ctx: Flask, world: World) -> None:
    debt = signed(actor("clerk.youyi"), world, first_due=date(2026, 11, 21))
    pay(debt, 0, yuan(10))
    assert states(debt) == [S.OVERDUE, S.NOT_DUE]


def test_overpayment_is_refused_with_what_is_left_and_what_is_too_much(
    ctx: Flask, world: World
) -> None:
    debt = signed(actor("clerk.youyi"), world)
    with pytest.raises(RuleBroken) as refused:
        pay(debt, 0, yuan(6001))
    (refusal,) = refused.value.refusals
    assert refusal.code is PerformanceRefusal.RECEIPT_TOO_MUCH
    assert refusal.facts == {"outstanding": yuan(6000), "difference": yuan(1)}
    assert debt.agreement.obligations[0].receipts == []


def test_receipt_without_amount_or_from_tomorrow_is_refused(ctx: Flask, world: World) -> None:
    debt = signed(actor("clerk.youyi"), world)
    with pytest.raises(RuleBroken) as refused:
        pay(debt, 0, None)
    assert refused.value.refusals[0].code is ReceiptRefusal.AMOUNT
    with pytest.raises(RuleBroken) as refused:
        pay(debt, 0, yuan(1), on=date(2026, 11, 24))
    assert refused.value.refusals[0].code is PerformanceRefusal.RECEIPT_IN_FUTURE


def test_the_same_receipt_is_not_entered_twice(ctx: Flask, world: World) -> None:
    debt = signed(actor("clerk.youyi"), world)
    first = pay(debt, 0, yuan(500))
    with pytest.raises(RuleBroken) as refused:
        pay(debt, 0, yuan(500))
    assert [each.code for each in refused.value.refusals] == [ReceiptRefusal.TWICE]
    assert debt.agreement.obligations[0].receipts == [first]
    pay(debt, 0, yuan(500), on=TODAY)
    withdraw(debt, 0, first)
    pay(debt, 0, yuan(500))


def test_the_log_and_the_history_show_amounts_entered(app: Flask, world: World) -> None:
    with app.app_context():
        debt = signed(actor("clerk.youyi"), world)
        pay(debt, 0, yuan(500))
        case_id = debt.case_id
    Reader(app).sign_in("auditor.guangxi").get("/audit")
    history = Reader(app).sign_in("clerk.youyi").get(f"/cases/{case_id}/history")
    assert "500.00" in text_of(history)


def test_withdrawn_receipt_stays_and_counts_no_more(ctx: Flask, world: World) -> None:
    debt = signed(actor("clerk.youyi"), world)
    receipt = pay(debt, 0, yuan(6000))
    assert len(open_subjects(debt)) == 1
    with pytest.raises(RuleBroken) as refused:
        withdraw(debt, 0, receipt, reason=" ")
    assert refused.value.refusals[0].code is ReceiptRefusal.REASON
    withdraw(debt, 0, receipt)
    assert states(debt) == [S.NOT_DUE, S.NOT_DUE]
    assert debt.agreement.obligations[0].receipts[0].withdrawn_reason == "记错了"
    assert len(open_subjects(debt)) == 2
    with pytest.raises(RuleBroken) as refused:
        withdraw(debt, 0, receipt)
    assert refused.value.refusals[0].code is ReceiptRefusal.WITHDRAWN


def test_default_has_a_reason_and_a_late_payment_lifts_it(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = signed(clerk, world, first_due=date(2026, 11, 21))
    act = {"case_id": debt.case_id, "on": TODAY, "now": NOW}
    with pytest.raises(RuleBroken):
        performance.declare_default(clerk, **act, reason="")
    performance.declare_default(clerk, **act, reason="第一期未付，称无钱可付")
    assert debt.case.state is CaseState.DEFAULTED
    with pytest.raises(IllegalMove):
        performance.declare_default(clerk, **act, reason="再次")
    pay(debt, 0, yuan(6000), on=TODAY)
    assert debt.case.state is CaseState.DEFAULTED
    pay(debt, 1, yuan(6000), on=TODAY)
    assert debt.case.state is CaseState.PERFORMED


def test_act_is_done_once_on_its_day(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    place = {"case_id": debt.case_id, "agreement_id": debt.agreement_id, "now": NOW}
    fence = owing(debt, kind=ObligationKind.ACT, what_zh="修好围栏")
    obligations.add(clerk, **place, promise=fence)
    obligations.add(clerk, **place, promise=owing(debt, yuan(5)))
    sign(clerk, debt)
    pay(debt, 0, None)
    done = next(r for r in standings(debt.agreement, TODAY) if r.obligation.amount is None)
    assert done.state is S.DONE
    with pytest.raises(RuleBroken) as refused:
        pay(debt, 0, None)
    assert refused.value.refusals[0].code is ReceiptRefusal.ALREADY_DONE


def test_a_mistaken_last_receipt_is_withdrawn_and_the_case_is_performed_on(
    ctx: Flask, world: World
) -> None:
    debt = signed(actor("clerk.youyi"), world)
    court = next(row for row in debt.case.deadlines if row.rule is DeadlineCode.COURT_STEP)
    pay(debt, 0, yuan(6000))
    last = pay(debt, 1, yuan(6000))
    assert debt.case.state is CaseState.PERFORMED
    assert court.cleared_at is not None
    with pytest.raises(RuleBroken) as refused:
        pay(debt, 1, yuan(1))
    assert refused.value.refusals[0].code is ReceiptRefusal.NOT_NOW
    withdraw(debt, 1, last, "钱没有收到，是另一案的")
    assert debt.case.state is CaseState.PERFORMING
    assert debt.case.moves[-1].reason == "钱没有收到，是另一案的"
    assert states(debt) == [S.DONE, S.NOT_DUE]
    assert open_subjects(debt) == [f"obligation:{debt.agreement.obligations[1].id}"]
    assert court.cleared_at is None, "what is owed again may be taken to the court again"


@pytest.mark.parametrize(("language", "too_much", "part"), [
    ("zh", "多了", "部分履行"), ("vi", "thừa", "Thực hiện một phần"),
])  # fmt: skip
def test_receipt_pages_in_both_languages(
    client: Reader, app: Flask, world: World, language: str, too_much: str, part: str
) -> None:
    with app.app_context():
        debt = signed(actor("clerk.youyi"), world, first_due=date(2090, 1, 1))
        owed_id = debt.agreement.obligations[0].id
    client.sign_in("clerk.youyi").read_in(language)
    here = f"/cases/{debt.case_id}/obligations/{owed_id}/receipts"
    assert f'value="{as_shown(6000, language)}"' in client.get(f"{here}/new")
    on = {"received_on-year": "2026", "received_on-month": "11", "received_on-day": "21"}
    answer = client.post(f"{here}/new", on | {"amount": "9000", "note": ""})
    assert answer.status_code == 422
    assert too_much in answer.get_data(as_text=True)
    page = client.follow(client.post(f"{here}/new", on | {"amount": "1000", "note": "现金"}))
    assert part in text_of(page)
    client.get(f"{here}/1/withdraw")
    client.get(f"/cases/{debt.case_id}/default")
    client.get(f"/cases/{debt.case_id}/follow-ups/new")


def test_follow_up_visit_answers_the_first_one_due(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        debt = signed(actor("clerk.youyi"), world)
        open_before = [d.rule for d in debt.case.deadlines if d.cleared_at is None]
    assert DeadlineCode.FIRST_FOLLOW_UP in open_before
    client.sign_in("clerk.youyi")
    visit = {
        "visited_on-year": "2026", "visited_on-month": "11", "visited_on-day": "21",
        "visitor": "韦国强", "performance": "按期履行", "satisfaction": "satisfied",
    }  # fmt: skip
    here = f"/cases/{debt.case_id}/follow-ups/new"
    before = client.post(here, visit | {"visited_on-day": "19"})
    assert before.status_code == 422
    assert "按期履行" in client.follow(client.post(here, visit))
    with app.app_context():
        still = [d.rule for d in debt.case.deadlines if d.cleared_at is None]
    assert DeadlineCode.FIRST_FOLLOW_UP not in still
    assert DeadlineCode.SECOND_FOLLOW_UP in still
