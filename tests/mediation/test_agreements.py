"""Is an agreement drafted, translated, confirmed and signed as the parties meant it?"""

import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from flask import Flask
from PIL import Image

from app.audit.models import AuditEntry
from app.db import db
from app.kernel.bilingual import Language, TranslationStatus
from app.kernel.errors import NotFound, RuleBroken
from app.kernel.money import Currency, Money
from app.mediation.kinds import AgreementForm, Duty
from app.mediation.models import Attachment
from app.mediation.queries.agreement_text import canonical_text
from app.mediation.rules.agreements import AgreementRefusal as R
from app.mediation.rules.agreements import Wording
from app.mediation.rules.signing import SigningRefusal
from app.mediation.rules.statements import StatementRefusal
from app.mediation.services import agreements, obligations, sheets, terms
from app.mediation.services.sheets import Upload
from app.mediation.services.vouching import Vouching
from app.mediation.states import CaseState
from tests.factories import NOW, World, actor
from tests.mediation.settling import (
    CLAUSE,
    DRAFT,
    SIGNED,
    Debt,
    drafted,
    mediating,
    owing,
    preside,
    sheet_form,
    sign,
    signed,
    yuan,
)
from tests.pages import Reader, text_of

TODAY = NOW.date()


def codes(refused: pytest.ExceptionInfo[RuleBroken]) -> list[object]:
    return [refusal.code for refusal in refused.value.refusals]


def place(debt: Debt) -> dict[str, int]:
    return {"case_id": debt.case_id, "agreement_id": debt.agreement_id}


def test_what_is_owed_without_a_day_comes_last_on_either_database(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    for due_on in (None, date(2026, 12, 1)):
        obligations.add(clerk, **place(debt), promise=owing(debt, yuan(100), due_on), now=NOW)
    db.session.expire_all()
    assert [each.due_on for each in debt.agreement.obligations] == [date(2026, 12, 1), None]


def test_second_draft_is_refused_and_earlier_state_too(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    with pytest.raises(RuleBroken) as refused:
        agreements.begin(clerk, case_id=debt.case_id, draft=DRAFT, now=NOW)
    assert codes(refused) == [R.DRAFT_EXISTS]
    sign(clerk, debt)
    with pytest.raises(RuleBroken) as refused:
        agreements.begin(clerk, case_id=debt.case_id, draft=DRAFT, now=NOW)
    assert codes(refused) == [R.NOT_MEDIATING]


def test_facts_are_a_statement_whose_translation_is_unconfirmed(ctx: Flask, world: World) -> None:
    facts = drafted(actor("clerk.youyi"), world).agreement.facts
    assert facts is not None
    assert (facts.original, facts.status) == (DRAFT.facts.zh, TranslationStatus.UNCONFIRMED)


def test_rate_is_above_zero_with_its_day_and_source(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    alone = replace(DRAFT, rate=Decimal(3600))
    nothing = replace(DRAFT, rate=Decimal(0), rate_on=SIGNED, rate_source="中国银行")
    for draft, code in ((alone, R.RATE_INCOMPLETE), (nothing, R.RATE_NOT_POSITIVE)):
        with pytest.raises(RuleBroken) as refused:
            agreements.edit(clerk, **place(debt), draft=draft, now=NOW)
        assert codes(refused) == [code]


def test_clauses_change_places_and_close_the_gap(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    for text in ("第二条", "第三条"):
        terms.add_term(clerk, **place(debt), wording=Wording(text, "", Language.ZH), now=NOW)
    third = debt.agreement.terms[2]
    terms.move_term(clerk, **place(debt), term_id=third.id, up=True, now=NOW)
    assert [term.text_zh for term in debt.agreement.substance] == [CLAUSE.zh, "第三条", "第二条"]
    terms.remove_term(clerk, **place(debt), term_id=debt.agreement.terms[0].id, now=NOW)
    db.session.expire_all()
    left = [(term.position, term.text_zh) for term in debt.agreement.substance]
    assert left == [(1, "第三条"), (2, "第二条")]
    assert [term.position for term in debt.agreement.terms] == [1, 2, 3, 4, 5]


def test_clause_typed_in_one_box_only_is_written_in_that_language(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    typed = Wording.typed("", "Hai bên xin lỗi nhau.", Language.ZH)
    term = terms.add_term(clerk, **place(debt), wording=typed, now=NOW)
    assert (term.language, term.status) == ("vi", TranslationStatus.NONE)


def test_own_translation_is_not_confirmed_a_second_persons_is(ctx: Flask, world: World) -> None:
    clerk, second = actor("clerk.youyi"), actor("clerk2.youyi")
    debt = drafted(clerk, world)
    here = place(debt) | {"term_id": debt.agreement.terms[0].id}
    act = {"vouching": Vouching(TranslationStatus.SECOND_PERSON, TODAY), "now": NOW, "today": TODAY}
    with pytest.raises(RuleBroken) as refused:
        terms.confirm_term(clerk, **here, **act)
    assert codes(refused) == [StatementRefusal.OWN_TRANSLATION]
    assert terms.confirm_term(second, **here, **act).status is TranslationStatus.SECOND_PERSON
    changed = replace(CLAUSE, zh="被申请人一次付清。")
    edited = terms.edit_term(clerk, **here, wording=changed, now=NOW)
    assert edited.status is TranslationStatus.UNCONFIRMED


def test_translation_read_back_or_confirmed_by_the_other_side_counts(
    ctx: Flask, world: World
) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    here = place(debt) | {"term_id": debt.agreement.terms[0].id, "now": NOW, "today": TODAY}
    party = debt.case.parties[0]
    read = Vouching(TranslationStatus.READ_BACK, TODAY, "黎秀兰", party.id, party_agreed=False)
    with pytest.raises(RuleBroken) as refused:
        terms.confirm_term(clerk, **here, vouching=read)
    assert codes(refused) == [StatementRefusal.PARTY_DID_NOT_AGREE]
    term = terms.confirm_term(clerk, **here, vouching=replace(read, party_agreed=True))
    assert "黎秀兰" in term.confirmation_note
    assert party.name in term.confirmation_note
    preside(clerk, debt.case_id, "Nông Văn Bình", Duty.FOREIGN_INVITED)
    guest = next(each for each in debt.case.mediators if each.duty is Duty.FOREIGN_INVITED)
    other = Vouching(TranslationStatus.OTHER_SIDE_MEDIATOR, TODAY, case_mediator_id=guest.id)
    assert terms.confirm_term(clerk, **here, vouching=other).status.is_confirmed


def test_signing_names_everything_that_stands_in_the_way(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    only_zh = Wording("只有中文", "", Language.ZH)
    terms.add_term(clerk, **place(debt), wording=only_zh, now=NOW)
    for money in (yuan(100), Money(350000, Currency.VND)):
        obligations.add(clerk, **place(debt), promise=owing(debt, money), now=NOW)
    with pytest.raises(RuleBroken) as refused:
        sign(clerk, debt, signed_on=date(2026, 11, 24), effective_on=date(2026, 11, 20))
    assert codes(refused) == [
        R.TEXT_MISSING, R.RATE_MISSING, R.SIGNED_IN_FUTURE, R.EFFECTIVE_BEFORE_SIGNED,
        *[SigningRefusal.IN_FUTURE] * 3,
    ]  # fmt: skip
    assert refused.value.refusals[0].facts == {"position": 2, "language": Language.VI}
    assert debt.case.state is CaseState.MEDIATING
    assert not debt.agreement.is_frozen


def test_empty_agreement_is_not_signed(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    case_id = mediating(clerk, world)
    debt = Debt(case_id, agreements.begin(clerk, case_id=case_id, draft=DRAFT, now=NOW).id)
    with pytest.raises(RuleBroken) as refused:
        sign(clerk, debt)
    assert codes(refused) == [R.NO_TERM]


def test_signing_freezes_the_text_and_begins_performance(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = signed(clerk, world)
    one = debt.agreement
    assert debt.case.state is CaseState.PERFORMING
    assert one.digest == hashlib.sha256(one.frozen_text.encode()).hexdigest()
    assert canonical_text(one) == one.frozen_text
    assert [move.on for move in debt.case.moves][-2:] == [SIGNED, SIGNED]
    for change in (
        lambda: terms.add_term(clerk, **place(debt), wording=CLAUSE, now=NOW),
        lambda: agreements.edit(clerk, **place(debt), draft=DRAFT, now=NOW),
        lambda: obligations.remove(
            clerk, **place(debt), obligation_id=one.obligations[0].id, now=NOW
        ),
    ):
        with pytest.raises(RuleBroken) as refused:
            change()
        assert codes(refused) == [R.FROZEN]


def test_agreement_that_owes_nothing_stays_agreed(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    sign(clerk, debt)
    assert debt.case.state is CaseState.AGREED


def test_oral_agreement_is_recorded_in_one_language(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    case_id = mediating(clerk, world)
    oral = replace(DRAFT, form=AgreementForm.ORAL)
    debt = Debt(case_id, agreements.begin(clerk, case_id=case_id, draft=oral, now=NOW).id)
    term = terms.add_term(
        clerk, **place(debt), wording=Wording("双方互相道歉", "", Language.ZH), now=NOW
    )
    sign(clerk, debt)
    assert debt.case.state is CaseState.AGREED
    later = terms.translate_term(
        clerk, **place(debt), term_id=term.id, text="Hai bên xin lỗi nhau", now=NOW
    )
    assert later.status is TranslationStatus.UNCONFIRMED
    with pytest.raises(RuleBroken) as refused:
        terms.translate_term(clerk, **place(debt), term_id=term.id, text="khác", now=NOW)
    assert codes(refused) == [R.TEXT_THERE]


def picture(colour: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 80), colour).save(out, "PNG")
    return out.getvalue()


def pages(colour: str) -> list[Upload]:
    return [Upload("sheet.png", picture(colour))]


def test_signed_sheet_is_the_record_and_is_replaced_only_with_a_reason(
    ctx: Flask, world: World
) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    sheet = {"title": "", "reason": "", "now": NOW}
    with pytest.raises(RuleBroken) as refused:
        sheets.keep_sheet(clerk, **place(debt), files=pages("white"), **sheet)
    assert codes(refused) == [R.NOT_SIGNED]
    sign(clerk, debt)
    first = sheets.keep_sheet(clerk, **place(debt), files=pages("white"), **sheet).scan_id
    with pytest.raises(RuleBroken) as refused:
        sheets.keep_sheet(clerk, **place(debt), files=pages("grey"), **sheet)
    assert codes(refused) == [R.SHEET_REASON]
    sheet["reason"] = "第一张看不清"
    second = sheets.keep_sheet(clerk, **place(debt), files=pages("grey"), **sheet).scan_id
    assert second != first
    assert db.session.get_one(Attachment, first).withdrawn_at is None
    entry = db.session.query(AuditEntry).order_by(AuditEntry.id.desc()).first()
    assert entry is not None
    assert entry.reason == "第一张看不清"


def test_other_side_never_sees_an_agreement(ctx: Flask, world: World) -> None:
    debt = drafted(actor("clerk.youyi"), world)
    with pytest.raises(NotFound):
        agreements.edit(actor("clerk.hvt"), **place(debt), draft=DRAFT, now=NOW)


@pytest.mark.parametrize(("language", "draft", "done"), [
    ("zh", "草稿", "已签署"), ("vi", "Bản nháp", "Đã ký"),
])  # fmt: skip
def test_agreement_pages_in_both_languages(
    client: Reader, app: Flask, world: World, language: str, draft: str, done: str
) -> None:
    with app.app_context():
        debt = drafted(actor("clerk.youyi"), world)
        term_id = debt.agreement.terms[0].id
    client.sign_in("clerk.youyi").read_in(language)
    here = f"/cases/{debt.case_id}/agreements/{debt.agreement_id}"
    shown = text_of(client.get(here))
    assert draft in shown
    assert CLAUSE.zh in shown
    assert CLAUSE.vi in shown
    for page in (
        "edit", "terms/new", f"terms/{term_id}/edit", f"terms/{term_id}/translate",
        f"terms/{term_id}/confirm", f"terms/{term_id}/remove", "obligations/new",
        "obligations/plan", "sign",
    ):  # fmt: skip
        client.get(f"{here}/{page}")
    with app.app_context():
        sheet = sheet_form(debt)
    client.follow(client.post(f"{here}/sign", sheet))
    assert done in text_of(client.get(here))
    client.get(f"{here}/sheet")
    client.get(f"/cases/{debt.case_id}")


def test_draft_begins_on_a_page_with_the_facts_of_the_case(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        case_id = mediating(actor("clerk.youyi"), world)
    client.sign_in("clerk.youyi")
    page = client.get(f"/cases/{case_id}/agreements/new")
    assert "欠货款12000元。" in page
    answer = client.post(f"/cases/{case_id}/agreements/new", {
        "form": "written", "facts_zh": "欠货款12000元。", "facts_vi": "", "facts_language": "zh",
        "prevailing": "both", "copies": "4", "place": "友谊司法所",
    })  # fmt: skip
    client.follow(answer)
    assert client.post(f"/cases/{case_id}/agreements/1/sign", {}).status_code == 422
