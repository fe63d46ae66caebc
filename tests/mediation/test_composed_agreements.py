"""Does a composed agreement end with its own clauses, keep its versions, and stay as signed?"""

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from app.db import db
from app.kernel.bilingual import Language, TranslationStatus
from app.kernel.errors import NotFound, RuleBroken
from app.mediation.kinds import AgreementForm, Basis, PrevailingText
from app.mediation.models import Case, Term
from app.mediation.queries.clauses import offered
from app.mediation.rules.agreements import AgreementRefusal, Wording
from app.mediation.rules.clauses import ClauseRefusal as R
from app.mediation.rules.clauses import Effect, Phrase
from app.mediation.services import (
    agreements,
    composing,
    details,
    spot,
    terms,
)
from app.mediation.services.intake import Side
from app.mediation.states import CaseState
from tests.factories import NOW, World, actor
from tests.mediation.composed import (
    DUE,
    add,
    begun,
    codes,
    lump_sum,
    place,
    sides,
)
from tests.mediation.library import put_in_force, put_into_the_library
from tests.mediation.settling import DRAFT, Debt, mediating, sign


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
    clerk = actor("clerk.youyi")
    draft = replace(offered("copies").version, title_zh="副本")
    put_into_the_library("copies_short", draft)
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


def test_closing_clauses_follow_the_basis_of_the_case(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    wording = Wording("双方互相道歉。", "", Language.ZH)
    terms.add_term(clerk, **place(debt), wording=wording, now=NOW)
    basis = {"memorandum_id": None, "instrument": "", "committee_id": None, "former_no": ""}
    here = {"case_id": debt.case_id, "now": NOW} | basis
    details.edit_basis(clerk, **here, basis=Basis.DOMESTIC)
    assert [term.position for term in debt.agreement.terms] == [1]
    details.edit_basis(clerk, **here, basis=Basis.NONE_COVERS)
    assert len(debt.agreement.terms) == 4
    details.edit_basis(clerk, **here, basis=Basis.DOMESTIC)
    added = add(clerk, debt, "languages", {})
    with pytest.raises(RuleBroken) as refused:
        sign(clerk, debt)
    assert codes(refused) == [AgreementRefusal.ONE_LANGUAGE]
    terms.remove_term(clerk, **place(debt), term_id=added.id, now=NOW)
    sign(clerk, debt)
    assert debt.agreement.languages == (Language.ZH,)


def test_agreement_of_such_clauses_alone_is_not_signed(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    with pytest.raises(RuleBroken) as refused:
        sign(clerk, debt)
    assert codes(refused) == [AgreementRefusal.NO_TERM]


def test_version_stays_when_the_library_changes(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    term = add(clerk, debt, "final_settlement", {})
    text, number = term.text_zh, term.clause_version.number if term.clause_version else 0
    draft = replace(term.clause_version.version, pattern_zh="到此为止。")  # type: ignore[union-attr]
    put_in_force("final_settlement", draft)
    db.session.expire_all()
    kept = db.session.get_one(Term, term.id)
    assert (kept.text_zh, kept.clause_version.number if kept.clause_version else 0) == (
        text, number,
    )  # fmt: skip
    terms.remove_term(clerk, **place(debt), term_id=term.id, now=NOW)
    assert add(clerk, debt, "final_settlement", {}).text_zh == "到此为止。"


def test_how_it_ends_is_said_once(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    add(clerk, debt, "court_step", {"step": "cn"})
    with pytest.raises(RuleBroken) as refused:
        add(clerk, debt, "court_step", {"step": "none"})
    assert codes(refused) == [R.ALREADY_THERE]
    assert add(clerk, debt, "final_settlement", {}).position == 2


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
