"""Is an agreement composed of clauses right in both languages, and does what is owed follow?"""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from flask import Flask

from app.kernel.bilingual import Language, TranslationStatus
from app.kernel.errors import NotFound, NotPermitted, RuleBroken
from app.kernel.money import Currency, Money
from app.mediation.kinds import Duty, PartyRole
from app.mediation.queries.clauses import person_of, values_of
from app.mediation.rules.agreements import AgreementRefusal, Wording
from app.mediation.rules.clauses import ClauseRefusal as R
from app.mediation.rules.clauses import Goods, Person, Phrase, Rate, Share
from app.mediation.rules.performance import PerformanceRefusal
from app.mediation.rules.statements import StatementRefusal
from app.mediation.services import (
    composing,
    obligations,
    terms,
)
from app.mediation.services.parties import PartyDetails, edit_party
from app.mediation.services.vouching import Vouching
from tests.factories import NOW, World, actor
from tests.mediation.composed import (
    DUE,
    FENCE,
    LATER,
    add,
    begun,
    codes,
    in_two,
    lump_sum,
    owed,
    place,
    sides,
)
from tests.mediation.settling import owing, preside, yuan


def test_clause_is_written_in_both_languages_and_needs_no_confirmation(
    ctx: Flask, world: World
) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    term = add(clerk, debt, "lump_sum", lump_sum(debt))
    assert term.text_zh == (
        "韦大山应于2026年12月1日前（含当日）一次性向阮文雄支付货款12,000.00元"
        "（大写：人民币壹万贰仟元整）。"
    )
    assert "mười hai nghìn nhân dân tệ" in term.text_vi
    assert term.status is TranslationStatus.LIBRARY
    (row,) = term.obligations
    assert (row.amount, row.due_on, row.what_zh, row.what_vi) == (
        yuan(12000), DUE, "货款", "tiền hàng",
    )  # fmt: skip


def test_what_is_owed_follows_the_clause(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    term = add(clerk, debt, "instalments", in_two(debt))
    assert owed(debt) == [(yuan(5000), DUE), (yuan(7000), LATER)]
    assert len({each.plan for each in debt.agreement.obligations}) == 1
    composing.edit_clause(
        clerk, **place(debt), term_id=term.id, values=in_two(debt, 6000, 6000), now=NOW
    )
    assert owed(debt) == [(yuan(6000), DUE), (yuan(6000), LATER)]
    assert "陆仟元整" in term.text_zh
    terms.remove_term(clerk, **place(debt), term_id=term.id, now=NOW)
    assert owed(debt) == []


def test_wrong_sum_is_refused_with_the_difference_and_nothing_is_kept(
    ctx: Flask, world: World
) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    with pytest.raises(RuleBroken) as refused:
        add(clerk, debt, "instalments", in_two(debt, 5000, 6500))
    (refusal,) = refused.value.refusals
    assert refusal.code is PerformanceRefusal.PLAN_SUM_DIFFERS
    assert refusal.facts["difference"] == yuan(-500)
    assert owed(debt) == []
    assert debt.agreement.substance == []


def test_wages_are_owed_to_each_worker_in_each_instalment(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    values = in_two(debt)
    stranger = Person(None, "", "Lý Thị Hoa")
    values["shares"] = (
        Share(person_of(debt.case.parties[0]), yuan(8000)), Share(stranger, yuan(4000)),
    )  # fmt: skip
    term = add(clerk, debt, "wages", values)
    rows = term.obligations
    assert sum(each.amount_minor or 0 for each in rows) == yuan(12000).minor
    for day, amount in ((DUE, yuan(5000)), (LATER, yuan(7000))):
        due = [each.amount_minor or 0 for each in rows if each.due_on == day]
        assert sum(due) == amount.minor
    assert {each.what_vi for each in rows} == {"Tiền lương", "Tiền lương (Lý Thị Hoa)"}
    assert len({each.plan for each in rows}) == 2
    assert "Lý Thị Hoa应得4,000.00元" in term.text_zh


def test_names_come_from_the_case_and_strangers_are_not_found(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    typed = {"debtor": Person(debt.case.parties[1].id, "某人", "Ai đó")}
    term = add(clerk, debt, "lump_sum", lump_sum(debt) | typed)
    assert "某人" not in term.text_zh
    assert values_of(term)["debtor"] == person_of(debt.case.parties[1])
    with pytest.raises(NotFound):
        add(clerk, debt, "lump_sum", lump_sum(debt) | {"debtor": Person(9999, "某人", "Ai đó")})
    with pytest.raises(NotFound):
        add(clerk, debt, "no_such_clause", {})


def test_corrected_name_is_corrected_in_the_draft(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    term = add(clerk, debt, "lump_sum", lump_sum(debt))
    details = PartyDetails(role=PartyRole.RESPONDENT, name="韦大珊", nationality="CN")
    party_id = debt.case.parties[1].id
    edit_party(clerk, case_id=debt.case_id, party_id=party_id, details=details, now=NOW)
    assert term.text_zh.startswith("韦大珊应于")
    assert term.status is TranslationStatus.LIBRARY
    assert len(debt.agreement.obligations) == 1


def test_what_follows_from_a_clause_is_not_changed_alone(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    term = add(clerk, debt, "lump_sum", lump_sum(debt))
    here = place(debt) | {"obligation_id": term.obligations[0].id, "now": NOW}
    for change in (
        lambda: obligations.edit(clerk, **here, promise=owing(debt, yuan(1))),
        lambda: obligations.remove(clerk, **here),
    ):
        with pytest.raises(RuleBroken) as refused:
            change()
        assert codes(refused) == [R.OF_A_CLAUSE]
        assert refused.value.refusals[0].facts == {"position": 1}
    for change in (
        lambda: terms.edit_term(
            clerk, **place(debt), term_id=term.id, wording=Wording("改", "", Language.ZH), now=NOW
        ),
        lambda: terms.translate_term(clerk, **place(debt), term_id=term.id, text="khác", now=NOW),
    ):
        with pytest.raises(RuleBroken) as refused:
            change()
        assert codes(refused) == [R.FROM_LIBRARY]


def test_clause_made_free_keeps_texts_and_what_is_owed(ctx: Flask, world: World) -> None:
    clerk, second = actor("clerk.youyi"), actor("clerk2.youyi")
    debt = begun(clerk, world)
    term = add(clerk, debt, "lump_sum", lump_sum(debt))
    text = term.text_zh
    here = place(debt) | {"term_id": term.id, "now": NOW}
    composing.make_free(clerk, **here)
    assert (term.text_zh, term.status) == (text, TranslationStatus.UNCONFIRMED)
    (row,) = debt.agreement.obligations
    obligations.edit(
        clerk, **place(debt), obligation_id=row.id, promise=owing(debt, yuan(11000)), now=NOW
    )
    vouching = Vouching(TranslationStatus.SECOND_PERSON, NOW.date())
    act = here | {"vouching": vouching, "today": NOW.date()}
    with pytest.raises(RuleBroken) as refused:
        terms.confirm_term(clerk, **act)
    assert codes(refused) == [StatementRefusal.OWN_TRANSLATION]
    terms.confirm_term(second, **act)
    with pytest.raises(RuleBroken) as refused:
        composing.make_free(clerk, **here)
    assert codes(refused) == [R.NOT_FROM_LIBRARY]


def test_words_typed_in_both_languages_are_confirmed_by_somebody_else(
    ctx: Flask, world: World
) -> None:
    clerk, second = actor("clerk.youyi"), actor("clerk2.youyi")
    debt = begun(clerk, world)
    values = sides(debt) | {"what": FENCE, "due": DUE}
    term = add(clerk, debt, "other_act", values)
    assert term.status is TranslationStatus.UNCONFIRMED
    vouching = Vouching(TranslationStatus.SECOND_PERSON, NOW.date())
    here = place(debt) | {"term_id": term.id, "now": NOW}
    terms.confirm_term(second, **here, vouching=vouching, today=NOW.date())
    composing.edit_clause(clerk, **here, values=values | {"due": LATER})
    assert term.status is TranslationStatus.SECOND_PERSON  # the words are the same
    changed = Phrase("修好围栏和大门", FENCE.vi)
    composing.edit_clause(clerk, **here, values=values | {"what": changed})
    assert term.status is TranslationStatus.UNCONFIRMED


def test_listed_goods_bring_their_twin_and_need_no_confirmation(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    goods = Goods(Phrase("", "thanh long"), Decimal("3.5"), Phrase("吨", ""))
    term = add(clerk, debt, "reduced_price", lump_sum(debt) | {"what": goods})
    assert "火龙果3.5吨" in term.text_zh
    assert "3,5 tấn thanh long" in term.text_vi
    assert term.status is TranslationStatus.LIBRARY
    own = Goods(Phrase("蓝靛布", "vải chàm"))
    term = add(clerk, debt, "reduced_price", lump_sum(debt) | {"what": own})
    assert term.status is TranslationStatus.UNCONFIRMED


def test_interpreter_of_the_case_fills_in_the_missing_language(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    values = sides(debt) | {"what": Phrase("修好围栏", ""), "due": DUE}
    term = add(clerk, debt, "other_act", values)
    assert (term.text_vi, term.status) == ("", TranslationStatus.NONE)
    here = place(debt) | {"term_id": term.id, "now": NOW}
    with pytest.raises(NotFound):
        composing.translate_clause(actor("interpreter.youyi"), **here, words={"what": [FENCE.vi]})
    preside(clerk, debt.case_id, "黎秀兰", Duty.INTERPRETER)
    interpreter = actor("interpreter.youyi")
    with pytest.raises(RuleBroken) as refused:
        composing.translate_clause(interpreter, **here, words={"due": ["mai"]})
    assert codes(refused) == [R.LANGUAGES_MIXED]
    with pytest.raises(NotPermitted):
        composing.edit_clause(interpreter, **here, values=values | {"due": LATER})
    done = composing.translate_clause(interpreter, **here, words={"what": [FENCE.vi]})
    assert done.text_vi.endswith("sửa lại hàng rào.")
    assert (done.status, done.translated_by_id) == (
        TranslationStatus.UNCONFIRMED, interpreter.user_id,
    )  # fmt: skip
    assert done.obligations[0].what_vi == FENCE.vi
    with pytest.raises(RuleBroken) as refused:
        composing.translate_clause(interpreter, **here, words={"what": ["khác"]})
    assert codes(refused) == [AgreementRefusal.TEXT_THERE]


def test_goods_that_lack_name_and_unit_are_asked_for_both(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    cloth = Goods(Phrase("", "vải chàm"), Decimal(3), Phrase("", "súc"))
    term = add(clerk, debt, "reduced_price", lump_sum(debt) | {"what": cloth})
    preside(clerk, debt.case_id, "黎秀兰", Duty.INTERPRETER)
    here = place(debt) | {"term_id": term.id, "now": NOW}
    interpreter = actor("interpreter.youyi")
    with pytest.raises(RuleBroken) as refused:
        composing.translate_clause(interpreter, **here, words={"what": ["蓝靛布"]})
    assert codes(refused) == [R.LANGUAGES_MIXED]
    done = composing.translate_clause(interpreter, **here, words={"what": ["蓝靛布", "卷"]})
    assert "蓝靛布3卷" in done.text_zh


def test_clause_with_a_rate_serves_both_currencies(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    rate = Rate(Decimal(3600), DUE, Phrase("双方商定的汇率", ""))
    dong = Money(10_000_000, Currency.VND)
    values = lump_sum(debt) | {"amount": dong, "rate": rate}
    term = add(clerk, debt, "other_currency", values)
    assert term.status is TranslationStatus.LIBRARY
    assert owed(debt) == [(Money(277_778, Currency.CNY), DUE)]
    assert debt.agreement.names_rate


def test_a_form_sent_twice_adds_its_clause_once(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    add(clerk, debt, "instalments", in_two(debt))
    before = owed(debt)
    with pytest.raises(RuleBroken) as refused:
        add(clerk, debt, "instalments", in_two(debt))
    assert codes(refused) == [R.SAME_AGAIN]
    assert owed(debt) == before
    add(clerk, debt, "instalments", in_two(debt, 6000, 6000))
    assert len(owed(debt)) == 4


def test_two_at_the_same_moment_add_it_once_too(app: Flask, world: World) -> None:
    with app.app_context():
        clerk = actor("clerk.youyi")
        debt = begun(clerk, world)
        values = in_two(debt)
    ready = Barrier(2)

    def work(_number: int) -> list[object]:
        with app.app_context():
            ready.wait()
            try:
                add(clerk, debt, "instalments", values)
            except RuleBroken as broken:
                return [each.code for each in broken.refusals]
            return []

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(work, range(2))) == [[], [R.SAME_AGAIN]]
    with app.app_context():
        assert len(owed(debt)) == 2
