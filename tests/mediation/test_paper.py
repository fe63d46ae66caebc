"""Does the printed agreement say what was agreed, in both languages, and to whom it may say it?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from flask import Flask
from pypdf import PdfReader

from app.audit.models import AuditEntry
from app.db import db, transaction
from app.kernel.errors import RuleBroken
from app.kernel.identity import DocumentKind
from app.kernel.money import Currency, Money
from app.mediation.kinds import Basis, Duty, PartyKind, RepresentativeKind
from app.mediation.models import IssuedPaper
from app.mediation.services import agreements, case_people, details, obligations
from tests.factories import NOW, World, actor
from tests.mediation.settling import DRAFT, Debt, drafted, owing, preside, sign, signed, yuan
from tests.pages import Reader

NUMBER = "452123197801010012"


def reads(data: bytes) -> str:
    """The text of a PDF without white space, as lines break where they like."""
    pages = (page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    return "".join("".join(pages).split())


def squeezed(text: str) -> str:
    return "".join(text.split())


def paper(client: Reader, debt: Debt, query: str = "") -> str:
    answer = client.http.get(
        f"/cases/{debt.case_id}/agreements/{debt.agreement_id}/paper.pdf{query}"
    )
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    return reads(answer.data)


def with_document(debt: Debt) -> None:
    with transaction():
        party = debt.case.parties[1]
        party.document_kind, party.document_number = DocumentKind.CN_ID, NUMBER
        party.address = "某村三组十二号"


def test_signed_paper_bears_both_languages_amounts_days_and_number(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        debt = signed(actor("clerk.youyi"), world)
        case_no = debt.case.case_no
        words = (DRAFT.facts.zh, DRAFT.facts.vi, debt.agreement.terms[0].text_zh,
                 debt.agreement.terms[0].text_vi)  # fmt: skip
    client.sign_in("clerk.youyi")
    text = paper(client, debt)
    expected = (
        *words, case_no, "6,000.00", "6.000,00", "12,000.00元", "12.000,00nhândântệ",
        "2026年12月1日",
        "ngày01tháng12năm2026", "第1期，共2期", "đợt1/2", "阮文雄", "韦国强",
        "2026年11月20日", "译文未经确认",
    )  # fmt: skip
    assert [word for word in expected if squeezed(word) not in text] == []
    assert "草稿" not in text


def test_draft_says_so_and_the_other_sides_copy_names_that_side_first(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        debt = drafted(actor("clerk.youyi"), world)
    client.sign_in("clerk.youyi")
    ours, theirs = paper(client, debt), paper(client, debt, "?side=VN")
    assert "草稿，尚未签署" in ours
    title_vi, title_zh = squeezed("VĂN BẢN HÒA GIẢI THÀNH"), "人民调解协议书"
    assert theirs.index(title_vi) < theirs.index(title_zh)
    assert title_vi not in ours or ours.index(title_zh) < ours.index(title_vi)
    motto = squeezed("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert motto not in ours + theirs, "a Chinese committee's paper bears no Vietnamese state name"
    assert client.http.get(
        f"/cases/{debt.case_id}/agreements/{debt.agreement_id}/paper.pdf?side=XX"
    ).status_code == 404  # fmt: skip


def test_rate_is_printed_where_both_currencies_are_owed(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        clerk = actor("clerk.youyi")
        debt = drafted(clerk, world)
        place = {"case_id": debt.case_id, "agreement_id": debt.agreement_id, "now": NOW}
        for money in (yuan(100), Money(350_000, Currency.VND)):
            obligations.add(clerk, **place, promise=owing(debt, money))
        rated = replace(
            DRAFT, rate=Decimal("3652.5"), rate_on=date(2026, 11, 20), rate_source="中国银行"
        )
        agreements.edit(clerk, **place, draft=rated)
        sign(clerk, debt)
    client.sign_in("clerk.youyi")
    text = paper(client, debt)
    for words in ("1元=3,652.5越南盾", "350.000đồng", "中国银行"):
        assert words in text


def test_numbers_are_masked_unless_a_reason_is_given_and_kept(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        debt = signed(actor("clerk.youyi"), world)
        with_document(debt)
    client.sign_in("clerk.youyi")
    masked = paper(client, debt)
    assert NUMBER not in masked
    assert "三组十二号" not in masked
    assert "4521************12" in masked
    here = f"/cases/{debt.case_id}/papers/agreement-{debt.agreement_id}"
    printing = f"/cases/{debt.case_id}/agreements/{debt.agreement_id}/print"
    assert client.http.get(printing).location == here
    client.get(here)
    full = {"side": "CN", "full": "y"}
    assert client.post(here, full | {"reason": " "}).status_code == 422
    answer = client.post(here, full | {"reason": "双方签署正本"})
    assert answer.status_code == 303
    with app.app_context():
        entry = db.session.query(AuditEntry).order_by(AuditEntry.id.desc()).first()
        assert entry is not None
        assert entry.action == "mediation:paper:full_issued"
        assert entry.reason == "双方签署正本"
        issued = debt.case_id, db.session.query(IssuedPaper).one().id
    opened = client.post("/cases/{}/papers/issued/{}/full.pdf".format(*issued), {})
    assert NUMBER in reads(opened.data)


def test_signed_paper_is_the_same_on_every_print(client: Reader, app: Flask, world: World) -> None:
    with app.app_context():
        debt = signed(actor("clerk.youyi"), world)
    client.sign_in("clerk.youyi")
    here = f"/cases/{debt.case_id}/agreements/{debt.agreement_id}/paper.pdf"
    assert client.http.get(here).data == client.http.get(here).data


def test_signed_paper_keeps_its_mediator_whose_duty_has_ended_since(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        who = actor("clerk.youyi")
        debt = signed(who, world)
        duty = next(each for each in debt.case.mediators if each.duty is Duty.PRESIDING)
        case_people.end_duty(
            who, case_id=debt.case_id, duty_id=duty.id, on=NOW.date(), reason="调离", now=NOW
        )
        preside(who, debt.case_id, "黎秀兰", Duty.INTERPRETER, on=NOW.date())
    client.sign_in("clerk.youyi")
    text = paper(client, debt)
    assert "韦国强" in text
    assert "黎秀兰" not in text


def test_domestic_agreement_is_signed_and_printed_in_its_one_language(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        clerk = actor("clerk.youyi")
        debt = drafted(clerk, world)
        with transaction():
            debt.agreement.terms[0].text_vi = ""
        with pytest.raises(RuleBroken):
            sign(clerk, debt)
        details.edit_basis(
            clerk, case_id=debt.case_id, basis=Basis.DOMESTIC, memorandum_id=None, instrument="",
            committee_id=None, former_no="", now=NOW,
        )  # fmt: skip
        sign(clerk, debt)
    client.sign_in("clerk.youyi")
    text = paper(client, debt)
    assert "本协议书以中文书写" in text
    assert "越南文" not in text
    assert squeezed("Nội dung thỏa thuận") not in text


def test_guardian_signs_for_a_child_and_a_body_through_who_represents_it(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        debt = drafted(actor("clerk.youyi"), world)
        with transaction():
            child, body = debt.case.parties
            child.representative_kind = RepresentativeKind.GUARDIAN
            child.representative_name = "阮氏兰"
            body.kind, body.name = PartyKind.LEGAL, "凭祥某果蔬行"
            body.representative_kind = RepresentativeKind.LEGAL_REPRESENTATIVE
            body.representative_name = "农建国"
    client.sign_in("clerk.youyi")
    text = paper(client, debt)
    for words in ("由监护人阮氏兰代签", "农建国代签", "农建国kýthay"):
        assert words in text
    assert text.count("出生日期") == 1  # a body has none


@pytest.mark.parametrize("username", ["clerk.hvt", "clerk.pingmeng"])
def test_paper_is_not_found_outside_the_office(
    client: Reader, app: Flask, world: World, username: str
) -> None:
    with app.app_context():
        debt = signed(actor("clerk.youyi"), world)
    client.sign_in(username)
    for part in ("", "/paper.pdf", "/print"):
        client.get(f"/cases/{debt.case_id}/agreements/{debt.agreement_id}{part}", status=404)


def test_auditor_prints_masked_and_never_in_full(client: Reader, app: Flask, world: World) -> None:
    with app.app_context():
        debt = signed(actor("clerk.youyi"), world)
        with_document(debt)
    client.sign_in("auditor.guangxi")
    assert NUMBER not in paper(client, debt)
    here = f"/cases/{debt.case_id}/papers/agreement-{debt.agreement_id}"
    assert here not in client.get(f"/cases/{debt.case_id}/papers").split('"')
    answer = client.post(here, {"side": "CN", "full": "y", "reason": "检查"})
    assert answer.status_code == 403
