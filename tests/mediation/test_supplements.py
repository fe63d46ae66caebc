"""Is what was signed changed only by a new agreement, and is then owed exactly what it says?"""

from datetime import date

import pytest
from flask import Flask

from app.db import db
from app.kernel.bilingual import Bilingual, Language
from app.kernel.errors import NotFound, RuleBroken
from app.mediation.models import Agreement, Case
from app.mediation.papers.change import change_said
from app.mediation.papers.values import BLANK
from app.mediation.queries.agreement_text import canonical_text
from app.mediation.queries.agreements import standings_of, totals
from app.mediation.queries.case_facts import agreements_in_force, obligations_in_force
from app.mediation.rules.agreements import Wording
from app.mediation.rules.deadlines import ClearReason, DeadlineCode
from app.mediation.rules.performance import ObligationState as S
from app.mediation.rules.receipts import ReceiptRefusal
from app.mediation.rules.retention import RetentionKind
from app.mediation.rules.signing import SigningRefusal
from app.mediation.rules.supplements import SupplementRefusal as R
from app.mediation.services import obligations, performance, supplements, terms
from app.mediation.services.closing import Closing, close
from app.mediation.services.moves import move
from app.mediation.states import CaseAction, CaseState
from tests.factories import NOW, World, actor
from tests.mediation.settling import Debt, drafted, owing, record, sign, signatures, signed, yuan
from tests.pages import Reader, text_of

TODAY = NOW.date()
WHY = Wording("被申请人家中失火，暂无力支付。", "", Language.ZH)
NEW_TERM = Wording(
    "剩余货款改为2027年3月1日一次付清。", "Số tiền còn lại trả một lần vào ngày 01/3/2027.",
    Language.ZH,
)  # fmt: skip
LATER = date(2027, 3, 1)


@pytest.fixture
def debt(ctx: Flask, world: World) -> Debt:
    """12000 yuan owed in two halves, due on 1 December and 1 January."""
    return signed(actor("clerk.youyi"), world)


def begin(debt: Debt, *replaced: int) -> Debt:
    """A draft that replaces these obligations of those in force, by their place in the list."""
    ids = [obligations_in_force(debt.case)[each].id for each in replaced]
    row = supplements.begin(
        actor("clerk.youyi"), case_id=debt.case_id, replaces=ids, facts=WHY, now=NOW
    )
    return Debt(debt.case_id, row.id)


def written(debt: Debt, *replaced: int, amount: int = 0, due_on: date = LATER) -> Debt:
    """The same with its clause and, where an amount is given, what is owed instead."""
    clerk, new = actor("clerk.youyi"), begin(debt, *replaced)
    where = {"case_id": new.case_id, "agreement_id": new.agreement_id, "now": NOW}
    terms.add_term(clerk, **where, wording=NEW_TERM)
    if amount:
        obligations.add(clerk, **where, promise=owing(new, yuan(amount), due_on))
    return new


def pay(debt: Debt, number: int, amount: int) -> int:
    owed = obligations_in_force(debt.case)[number]
    return performance.record_receipt(
        actor("clerk.youyi"), case_id=debt.case_id, obligation_id=owed.id, amount=yuan(amount),
        received_on=date(2026, 11, 21), now=NOW,
    ).id  # fmt: skip


def states(case: Case) -> list[S]:
    return [row.state for row in standings_of(obligations_in_force(case), TODAY)]


def running(case: Case) -> set[str]:
    return {row.subject for row in case.deadlines
            if row.rule is DeadlineCode.OBLIGATION and row.cleared_at is None}  # fmt: skip


def subjects(*rows: object) -> set[str]:
    return {f"obligation:{row.id}" for row in rows}  # type: ignore[attr-defined]


def codes(refused: pytest.ExceptionInfo[RuleBroken]) -> list[object]:
    return [refusal.code for refusal in refused.value.refusals]


def test_a_supplement_needs_an_agreement_in_force_and_is_begun_once(
    ctx: Flask, world: World
) -> None:
    debt = drafted(actor("clerk.youyi"), world)
    with pytest.raises(RuleBroken) as refused:
        begin(debt)
    assert codes(refused) == [R.NOT_NOW]
    sign(actor("clerk.youyi"), debt)
    begin(debt)
    with pytest.raises(RuleBroken) as refused:
        begin(debt)
    assert codes(refused) == [R.DRAFT_EXISTS]


def test_a_draft_does_not_hide_what_is_in_force(debt: Debt) -> None:
    new = written(debt, 0, 1, amount=12000)
    assert debt.case.agreement is debt.agreement
    assert agreements_in_force(debt.case) == [debt.agreement]
    assert states(debt.case) == [S.NOT_DUE, S.NOT_DUE]
    assert debt.case.state is CaseState.PERFORMING
    assert running(debt.case) == subjects(*debt.agreement.obligations)
    pay(debt, 0, 2500)
    assert states(debt.case) == [S.PART, S.NOT_DUE]
    assert not new.agreement.is_frozen


def test_once_signed_the_rest_is_no_longer_owed_and_the_new_is(debt: Debt) -> None:
    pay(debt, 0, 2500)
    new = written(debt, 0, 1, amount=9500)
    sign(actor("clerk.youyi"), new)
    assert debt.case.state is CaseState.PERFORMING
    assert agreements_in_force(debt.case) == [debt.agreement, new.agreement]
    assert states(debt.case) == [S.REPLACED, S.REPLACED, S.NOT_DUE]
    (total,) = totals(standings_of(obligations_in_force(debt.case), TODAY))
    assert (total.owed, total.paid, total.left) == (yuan(12000), yuan(2500), yuan(9500))
    assert running(debt.case) == subjects(*new.agreement.obligations)
    replaced = [row for row in debt.case.deadlines if row.clear_reason is ClearReason.REPLACED]
    assert {row.subject for row in replaced} == subjects(*debt.agreement.obligations)


def test_what_is_left_of_one_instalment_is_replaced_and_the_other_stays(debt: Debt) -> None:
    new = written(debt, 1, amount=6000)
    sign(actor("clerk.youyi"), new)
    assert states(debt.case) == [S.NOT_DUE, S.REPLACED, S.NOT_DUE]
    pay(debt, 0, 6000)
    pay(debt, 2, 6000)
    assert debt.case.state is CaseState.PERFORMED


def test_the_signed_text_names_what_it_replaces_and_never_changes(debt: Debt) -> None:
    pay(debt, 0, 2500)
    new = written(debt, 0, amount=3500)
    sign(actor("clerk.youyi"), new)
    assert '"left":350000' in new.agreement.frozen_text
    assert canonical_text(new.agreement) == new.agreement.frozen_text
    assert canonical_text(debt.agreement) == debt.agreement.frozen_text
    assert new.agreement.number == Bilingual(
        f"{debt.case.number}-补1", f"{debt.case.number}-bổ sung 1"
    )


def test_a_payment_after_the_first_signature_changes_what_is_left_and_so_the_text(
    debt: Debt,
) -> None:
    clerk, new = actor("clerk.youyi"), written(debt, 0, amount=6000)
    first, *rest = signatures(new)
    record(clerk, new, [first])
    pay(debt, 0, 1000)
    with pytest.raises(RuleBroken) as refused:
        record(clerk, new, rest)
    assert codes(refused) == [SigningRefusal.TEXT_CHANGED]


def test_receipts_of_what_was_replaced_stay_and_new_ones_go_to_the_new(debt: Debt) -> None:
    receipt = pay(debt, 0, 2500)
    sign(actor("clerk.youyi"), written(debt, 0, amount=3500))
    with pytest.raises(RuleBroken) as refused:
        pay(debt, 0, 1)
    assert codes(refused) == [ReceiptRefusal.REPLACED]
    owed = debt.agreement.obligations[0]
    with pytest.raises(RuleBroken) as refused:
        performance.withdraw_receipt(
            actor("clerk.youyi"), case_id=debt.case_id, obligation_id=owed.id,
            receipt_id=receipt, reason="记错了", now=NOW,
        )  # fmt: skip
    assert codes(refused) == [ReceiptRefusal.BEFORE_SUPPLEMENT]


def test_a_supplement_lifts_a_default_and_gives_new_days(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = signed(clerk, world, first_due=date(2026, 11, 21))
    performance.declare_default(clerk, case_id=debt.case_id, on=TODAY, reason="未付", now=NOW)
    new = written(debt, 0, 1, amount=12000)
    sign(clerk, new, TODAY, TODAY)
    assert debt.case.state is CaseState.PERFORMING
    last = debt.case.moves[-1]
    assert (last.action, last.on) == (CaseAction.RESUME, TODAY)
    assert last.reason == f"{debt.case.number}-补1"
    assert states(debt.case) == [S.REPLACED, S.REPLACED, S.NOT_DUE]


def test_what_is_waived_altogether_performs_the_case(debt: Debt) -> None:
    pay(debt, 0, 6000)
    sign(actor("clerk.youyi"), written(debt, 1))
    assert debt.case.state is CaseState.PERFORMED
    (total,) = totals(standings_of(obligations_in_force(debt.case), TODAY))
    assert (total.owed, total.paid, total.left) == (yuan(6000), yuan(6000), yuan(0))


def test_a_supplement_may_add_to_an_agreement_that_owed_nothing(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    sign(clerk, debt)
    assert debt.case.state is CaseState.AGREED
    sign(clerk, written(debt, amount=500))
    assert debt.case.state is CaseState.PERFORMING
    assert states(debt.case) == [S.NOT_DUE]


def test_a_second_supplement_replaces_what_the_first_one_says(debt: Debt) -> None:
    sign(actor("clerk.youyi"), written(debt, 0, 1, amount=12000))
    second = written(debt, 2, amount=11000, due_on=date(2027, 6, 1))
    sign(actor("clerk.youyi"), second)
    assert second.agreement.supplements is debt.agreement
    assert second.agreement.number.in_("zh").endswith("-补2")
    assert states(debt.case) == [S.REPLACED, S.REPLACED, S.REPLACED, S.NOT_DUE]


def test_what_is_done_or_of_another_case_cannot_be_replaced(debt: Debt, world: World) -> None:
    pay(debt, 0, 6000)
    with pytest.raises(RuleBroken) as refused:
        begin(debt, 0)
    assert codes(refused) == [R.NOT_OPEN]
    stranger = signed(actor("clerk.youyi"), world).agreement.obligations[0].id
    with pytest.raises(NotFound):
        supplements.begin(
            actor("clerk.youyi"), case_id=debt.case_id, replaces=[stranger], facts=WHY, now=NOW
        )
    assert debt.case.agreements == [debt.agreement]


def test_what_a_draft_replaces_is_chosen_anew_until_somebody_signs(debt: Debt) -> None:
    clerk, new = actor("clerk.youyi"), written(debt, 0, amount=6000)
    where = {"case_id": new.case_id, "agreement_id": new.agreement_id, "now": NOW}
    first, second = debt.agreement.obligations
    supplements.choose(clerk, **where, replaces=[second.id])
    assert new.agreement.replaces == [second]
    record(clerk, new, signatures(new)[:1])
    with pytest.raises(RuleBroken) as refused:
        supplements.choose(clerk, **where, replaces=[first.id])
    assert codes(refused) == [SigningRefusal.SIGNATURES_STAND]
    with pytest.raises(RuleBroken) as refused:
        supplements.choose(
            clerk, case_id=debt.case_id, agreement_id=debt.agreement_id, replaces=[], now=NOW
        )
    assert codes(refused) == ["agreement_frozen"]


def test_a_draft_nobody_saw_is_discarded_and_what_was_agreed_goes_on(debt: Debt) -> None:
    clerk, new = actor("clerk.youyi"), written(debt, 0, amount=6000)
    supplements.discard(clerk, case_id=new.case_id, agreement_id=new.agreement_id, now=NOW)
    assert db.session.get(Agreement, new.agreement_id) is None
    db.session.expire_all()
    assert debt.case.agreements == [debt.agreement]
    assert states(debt.case) == [S.NOT_DUE, S.NOT_DUE]
    again = written(debt, 0, amount=6000)
    record(clerk, again, signatures(again)[:1])
    with pytest.raises(RuleBroken):
        supplements.discard(clerk, case_id=again.case_id, agreement_id=again.agreement_id, now=NOW)


def test_what_supplemented_a_former_round_is_history(debt: Debt) -> None:
    clerk = actor("clerk.youyi")
    sign(clerk, written(debt, 1))
    pay(debt, 0, 6000)
    ending = Closing(report="已履行。", on=TODAY, retention=RetentionKind.LONG)
    close(clerk, case_id=debt.case_id, closing=ending, now=NOW)
    move(
        clerk, case_id=debt.case_id, action=CaseAction.REOPEN, on=TODAY, now=NOW, reason="又起争执"
    )
    assert agreements_in_force(debt.case) == []
    assert obligations_in_force(debt.case) == []


@pytest.mark.parametrize(("language", "title", "replaced", "number"), [
    ("zh", "补充协议", "已由补充协议代替", "-补1"),
    ("vi", "Thỏa thuận bổ sung", "Đã được thỏa thuận bổ sung thay thế", "-bổ sung 1"),
])  # fmt: skip
def test_supplement_is_begun_chosen_and_shown_on_pages(
    client: Reader, app: Flask, world: World, language: str, title: str, replaced: str, number: str
) -> None:
    with app.app_context():
        debt = signed(actor("clerk.youyi"), world, first_due=date(2090, 1, 1))
        owed = [str(each.id) for each in debt.agreement.obligations]
    client.sign_in("clerk.youyi").read_in(language)
    page = f"/cases/{debt.case_id}/supplements/new"
    assert page in client.get(f"/cases/{debt.case_id}")
    client.get(page)
    form = {"replaces": owed[:1], "facts_zh": WHY.zh, "facts_vi": "", "facts_language": "zh"}
    refused = client.post(page, form | {"replaces": ["4711"]})
    assert refused.status_code == 422
    assert WHY.zh in refused.get_data(as_text=True)
    shown = text_of(client.follow(client.post(page, form)))
    assert title in shown
    assert number in shown
    with app.app_context():
        new = Debt(debt.case_id, debt.case.agreements[-1].id)
    here = f"/cases/{new.case_id}/agreements/{new.agreement_id}"
    client.get(f"{here}/replaces")
    client.follow(client.post(f"{here}/replaces", {"replaces": owed}))
    client.get(f"{here}/discard")
    assert page not in client.get(f"/cases/{debt.case_id}"), "one at a time"
    with app.app_context():
        where = {"case_id": new.case_id, "agreement_id": new.agreement_id, "now": NOW}
        terms.add_term(actor("clerk.youyi"), **where, wording=NEW_TERM)
        promise = owing(new, yuan(9000), date(2091, 1, 1))
        obligations.add(actor("clerk.youyi"), **where, promise=promise)
        sign(actor("clerk.youyi"), new)
    case_page = text_of(client.get(f"/cases/{debt.case_id}"))
    assert replaced in case_page
    for part in ("", "/timeline", "/history"):
        client.get(f"/cases/{debt.case_id}{part}")
    assert replaced not in text_of(client.get(here))


def test_the_paper_says_in_both_languages_what_it_takes_the_place_of(debt: Debt) -> None:
    pay(debt, 0, 2500)
    said = change_said(written(debt, 0, amount=3500).agreement)
    assert "韦大山应向阮文雄履行的3,500.00元（2026年12月1日到期）" in said.zh
    assert "3.500,00 nhân dân tệ mà 韦大山 phải thực hiện cho 阮文雄" in said.vi
    assert debt.case.number in said.zh
    assert debt.case.number in said.vi
    assert change_said(debt.agreement) == BLANK
