"""Is an agreement composed of clauses right in both languages, and does what is owed follow?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from flask import Flask

from app.db import db
from app.kernel.bilingual import Language, TranslationStatus
from app.kernel.errors import NotFound, NotPermitted, RuleBroken
from app.kernel.money import Currency, Money
from app.kernel.permissions import Actor
from app.mediation.kinds import AgreementForm, Basis, Duty, PartyRole, PrevailingText
from app.mediation.models import Case, Term
from app.mediation.queries.clauses import offered, person_of, values_of
from app.mediation.rules.agreements import AgreementRefusal, Wording
from app.mediation.rules.clauses import ClauseRefusal as R
from app.mediation.rules.clauses import Effect, Goods, Person, Phrase, Rate, Share, Value
from app.mediation.rules.performance import Instalment, PerformanceRefusal
from app.mediation.rules.statements import StatementRefusal
from app.mediation.services import (
    agreements,
    clause_library,
    composing,
    obligations,
    spot,
    terms,
)
from app.mediation.services.intake import Side
from app.mediation.services.parties import PartyDetails, edit_party
from app.mediation.services.vouching import Vouching
from app.mediation.states import CaseState
from tests.factories import NOW, World, actor
from tests.mediation.settling import DRAFT, Debt, mediating, owing, preside, sign, yuan

DUE, LATER = date(2026, 12, 1), date(2027, 1, 1)
FENCE = Phrase("修好围栏", "sửa lại hàng rào")


def codes(refused: pytest.ExceptionInfo[RuleBroken]) -> list[object]:
    return [refusal.code for refusal in refused.value.refusals]


def place(debt: Debt) -> dict[str, int]:
    return {"case_id": debt.case_id, "agreement_id": debt.agreement_id}


def begun(clerk: Actor, world: World) -> Debt:
    """A draft that holds nothing yet but the clauses about the paper."""
    case_id = mediating(clerk, world)
    return Debt(case_id, agreements.begin(clerk, case_id=case_id, draft=DRAFT, now=NOW).id)


def sides(debt: Debt) -> dict[str, Value]:
    """The respondent owes the applicant."""
    applicant, respondent = (person_of(party) for party in debt.case.parties)
    return {"debtor": respondent, "creditor": applicant}


def lump_sum(debt: Debt, amount: int = 12000) -> dict[str, Value]:
    return sides(debt) | {"amount": yuan(amount), "due": DUE, "what": "goods"}


def in_two(debt: Debt, first: int = 5000, second: int = 7000) -> dict[str, Value]:
    parts = (Instalment(DUE, yuan(first)), Instalment(LATER, yuan(second)))
    return sides(debt) | {"amount": yuan(12000), "schedule": parts}


def add(clerk: Actor, debt: Debt, key: str, values: dict[str, Value]) -> Term:
    return composing.add_clause(clerk, **place(debt), clause_key=key, values=values, now=NOW)


def owed(debt: Debt) -> list[tuple[Money | None, date | None]]:
    db.session.expire_all()
    return [(each.amount, each.due_on) for each in debt.agreement.obligations]


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


def test_new_clause_stands_before_those_about_the_paper(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    add(clerk, debt, "lump_sum", lump_sum(debt))
    terms.add_term(clerk, **place(debt), wording=Wording("互不干扰", "", Language.ZH), now=NOW)
    add(clerk, debt, "final_settlement", {})
    db.session.expire_all()
    keys = [
        term.clause_version.clause.key if term.clause_version else "free"
        for term in debt.agreement.terms
    ]
    assert keys == ["lump_sum", "free", "final_settlement", "languages", "authority", "copies"]
    assert [term.position for term in debt.agreement.terms] == [1, 2, 3, 4, 5, 6]


def test_which_text_counts_and_how_many_copies_are_clauses(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    languages, authority, copies = debt.agreement.terms
    assert "4份" in copies.text_zh
    assert "同等效力" in authority.text_zh
    here = place(debt) | {"now": NOW}
    composing.edit_clause(clerk, **here, term_id=authority.id, values={"text": "vi"})
    composing.edit_clause(clerk, **here, term_id=copies.id, values={"copies": 5})
    assert (debt.agreement.prevailing, debt.agreement.copies) == (PrevailingText.VI, 5)
    draft = replace(DRAFT, prevailing=PrevailingText.ZH, copies=9)
    agreements.edit(clerk, **here, draft=draft)
    assert (debt.agreement.prevailing, debt.agreement.copies) == (PrevailingText.VI, 5)
    with pytest.raises(RuleBroken) as refused:
        add(clerk, debt, "languages", {})
    assert codes(refused) == [R.ALREADY_THERE]
    terms.remove_term(clerk, **here, term_id=languages.id)
    assert add(clerk, debt, "languages", {}).position == 3


def test_of_two_clauses_about_the_same_the_first_is_put_in(ctx: Flask, world: World) -> None:
    clerk, reviewer = actor("clerk.youyi"), actor("reviewer.guangxi")
    draft = replace(offered("copies").version, title_zh="副本")
    clause_library.new_clause(reviewer, key="copies_short", draft=draft, now=NOW)
    terms_now = begun(clerk, world).agreement.terms
    versions = [term.clause_version for term in terms_now if term.clause_version]
    assert len([each for each in versions if each.effect is Effect.COPIES]) == 1


def test_oral_and_domestic_drafts_have_no_such_clauses(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    case_id = mediating(clerk, world)
    oral = replace(DRAFT, form=AgreementForm.ORAL, prevailing=None, copies=None)
    one = agreements.begin(clerk, case_id=case_id, draft=oral, now=NOW)
    assert one.terms == []
    assert (one.prevailing, one.copies) == (PrevailingText.BOTH, 3)
    second = mediating(clerk, world)
    db.session.get_one(Case, second).basis = Basis.DOMESTIC
    db.session.commit()
    assert agreements.begin(clerk, case_id=second, draft=DRAFT, now=NOW).terms == []


def test_agreement_of_such_clauses_alone_is_not_signed(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    with pytest.raises(RuleBroken) as refused:
        sign(clerk, debt)
    assert codes(refused) == [AgreementRefusal.NO_TERM]


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
        composing.translate_clause(actor("interpreter.youyi"), **here, words={"what": FENCE.vi})
    preside(clerk, debt.case_id, "黎秀兰", Duty.INTERPRETER)
    interpreter = actor("interpreter.youyi")
    with pytest.raises(RuleBroken) as refused:
        composing.translate_clause(interpreter, **here, words={"due": "mai"})
    assert codes(refused) == [R.LANGUAGES_MIXED]
    with pytest.raises(NotPermitted):
        composing.edit_clause(interpreter, **here, values=values | {"due": LATER})
    done = composing.translate_clause(interpreter, **here, words={"what": FENCE.vi})
    assert done.text_vi.endswith("sửa lại hàng rào.")
    assert (done.status, done.translated_by_id) == (
        TranslationStatus.UNCONFIRMED, interpreter.user_id,
    )  # fmt: skip
    assert done.obligations[0].what_vi == FENCE.vi
    with pytest.raises(RuleBroken) as refused:
        composing.translate_clause(interpreter, **here, words={"what": "khác"})
    assert codes(refused) == [AgreementRefusal.TEXT_THERE]


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


def test_version_stays_when_the_library_changes(ctx: Flask, world: World) -> None:
    clerk, reviewer = actor("clerk.youyi"), actor("reviewer.guangxi")
    debt = begun(clerk, world)
    term = add(clerk, debt, "final_settlement", {})
    text, number = term.text_zh, term.clause_version.number if term.clause_version else 0
    draft = replace(term.clause_version.version, pattern_zh="到此为止。")  # type: ignore[union-attr]
    clause_library.save_version(reviewer, key="final_settlement", draft=draft, now=NOW)
    db.session.expire_all()
    kept = db.session.get_one(Term, term.id)
    assert (kept.text_zh, kept.clause_version.number if kept.clause_version else 0) == (
        text, number,
    )  # fmt: skip
    assert add(clerk, debt, "final_settlement", {}).text_zh == "到此为止。"


def test_signed_agreement_keeps_clause_version_and_values(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    term = add(clerk, debt, "lump_sum", lump_sum(debt))
    sign(clerk, debt)
    assert debt.case.state is CaseState.PERFORMING
    (owed_by,) = debt.agreement.obligations
    deadlines = {each.subject: each.due_on for each in debt.case.deadlines}
    assert deadlines[f"obligation:{owed_by.id}"] == DUE
    assert '"lump_sum"' in debt.agreement.frozen_text
    assert '"minor":1200000' in debt.agreement.frozen_text
    for change in (
        lambda: composing.edit_clause(
            clerk, **place(debt), term_id=term.id, values=lump_sum(debt, 1), now=NOW
        ),
        lambda: composing.make_free(clerk, **place(debt), term_id=term.id, now=NOW),
        lambda: add(clerk, debt, "apology", sides(debt) | {"way": "face"}),
    ):
        with pytest.raises(RuleBroken) as refused:
            change()
        assert codes(refused) == [AgreementRefusal.FROZEN]


def test_oral_clause_is_translated_after_it_was_recorded(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    case_id = mediating(clerk, world)
    oral = replace(DRAFT, form=AgreementForm.ORAL)
    debt = Debt(case_id, agreements.begin(clerk, case_id=case_id, draft=oral, now=NOW).id)
    values = sides(debt) | {"what": Phrase("修好围栏", ""), "due": DUE}
    term = add(clerk, debt, "other_act", values)
    sign(clerk, debt)
    text = "Sửa lại hàng rào."
    done = terms.translate_term(clerk, **place(debt), term_id=term.id, text=text, now=NOW)
    assert (done.text_vi, done.status) == (text, TranslationStatus.UNCONFIRMED)
    assert len(debt.agreement.obligations) == 1


def test_settled_on_the_spot_is_one_free_clause_as_before(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    case = spot.enter(
        clerk,
        spot=spot.SpotCase(
            office_id=world.youyi, happened_on=date(2026, 11, 20),
            applicant=Side("阮文雄", "VN"), respondent=Side("韦大山", "CN"), cn_type="contract",
            vn_scope="civil", border_subtype="", facts="欠款。", language="zh",
            term=Wording("当场付清。", "", Language.ZH), form=AgreementForm.WRITTEN,
            mediator_id=spot.mediators_for(world.youyi, date(2026, 11, 20))[0].id,
        ),
        days_back=30, now=NOW, today=NOW.date(),
    )  # fmt: skip
    assert [term.text_zh for term in case.agreements[0].terms] == ["当场付清。"]
    assert case.agreements[0].languages == (Language.ZH,)


def test_other_side_composes_nothing(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    with pytest.raises(NotFound):
        add(actor("clerk.hvt"), debt, "final_settlement", {})
