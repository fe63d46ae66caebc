"""How is a letter written, approved, numbered, sent, answered and withdrawn?"""

import re

import pytest
from flask import Flask

from app.kernel.bilingual import TranslationStatus
from app.kernel.country import Country
from app.kernel.errors import RuleBroken
from app.mediation.kinds import DisclosureEnd, LetterDirection, LetterKind, PaperKind
from app.mediation.models import Letter
from app.mediation.papers.catalogue import PaperRef
from app.mediation.queries.disclosures import for_letter
from app.mediation.queries.letters import letter_text, stage_of_letter
from app.mediation.rules.attachments import FileRefusal
from app.mediation.rules.disclosures import Decision, DisclosureRefusal
from app.mediation.rules.letters import LetterRefusal as R
from app.mediation.rules.letters import LetterStage as S
from app.mediation.rules.letters import LetterText
from app.mediation.services import issuing, letter_sending, letter_writing, letters, statements
from app.mediation.services.letter_writing import LetterHead
from app.mediation.services.letters import LetterEntry
from tests.factories import NOW, World, actor
from tests.mediation.crossing import ask_for, clerk, consent, decide, send, take_back, write
from tests.mediation.stages import TODAY, codes, received
from tests.pages import Reader, text_of

HVT = "Ủy ban nhân dân xã Hoàng Văn Thụ"


def head(row: Letter, **more: object) -> LetterHead:
    values = {
        "kind": row.kind, "crosses_border": row.crosses_border, "names_people": row.names_people,
        "correspondent": row.correspondent,
    } | more  # fmt: skip
    return LetterHead(**values)  # type: ignore[arg-type]


def rewrite(row: Letter, zh: str, vi: str, **more: object) -> Letter:
    text = LetterText(row.subject_zh, row.subject_vi, zh, vi)
    return letter_writing.edit(
        clerk(), case_id=row.case_id, letter_id=row.id, head=head(row, **more), text=text, now=NOW
    )


def stage(row: Letter) -> S:
    return stage_of_letter(row, TODAY)


@pytest.mark.parametrize("kind", LetterKind)
def test_the_usual_text_tells_the_case_in_both_languages_and_names_nobody(
    ctx: Flask, world: World, kind: LetterKind
) -> None:
    row = write(received(), kind, names_people=False)
    text = letter_text(row)
    assert row.text is not None
    assert row.text.status is TranslationStatus.LIBRARY
    assert "2026年11月2日" in text.zh
    assert "ngày 02 tháng 11 năm 2026" in text.vi
    assert "申请人（越南籍）" in text.zh
    assert "quốc tịch Việt Nam" in text.vi
    assert not re.search("阮文雄|韦大山|12000", text.all_of_it)


def test_the_usual_text_names_the_parties_where_that_is_chosen(ctx: Flask, world: World) -> None:
    text = letter_text(write(received()))
    assert "申请人阮文雄（越南籍）；被申请人韦大山（中国籍）" in text.zh
    assert "阮文雄" in text.vi


@pytest.mark.parametrize("zh", ["请阮文雄到场。", "请阮 文雄到场。"])
def test_a_letter_that_is_said_to_name_nobody_names_nobody(
    ctx: Flask, world: World, zh: str
) -> None:
    row = write(received(), names_people=False)
    with pytest.raises(RuleBroken) as refused:
        rewrite(row, zh, "Mời đến.")
    assert codes(refused.value) == {R.NAMES_SOMEBODY}
    assert rewrite(row, "请对方到场。", "Mời đến.").text is not None


def test_own_words_are_a_translation_until_somebody_vouches(ctx: Flask, world: World) -> None:
    row = rewrite(write(received(), names_people=False), "请派员参加。", "Mời cử người tham gia.")
    assert row.text is not None
    assert row.text.status is TranslationStatus.UNCONFIRMED


def test_a_letter_without_names_goes_out_at_once_with_the_next_number(
    ctx: Flask, world: World
) -> None:
    case = received()
    first, second = (send(write(case, names_people=False)) for _ in range(2))
    assert (first.number, second.number) == ("（2026）凭友司函第1号", "（2026）凭友司函第2号")
    assert (first.sent_on, first.letter_on, stage(first)) == (TODAY, TODAY, S.SENT)


def test_a_withdrawn_draft_takes_no_number(ctx: Flask, world: World) -> None:
    case = received()
    draft = write(case, names_people=False)
    letter_sending.withdraw(clerk(), case_id=case.id, letter_id=draft.id, reason="写错", now=NOW)
    assert draft.number == ""
    assert send(write(case, names_people=False)).number == "（2026）凭友司函第1号"
    with pytest.raises(RuleBroken) as refused:
        send(draft)
    assert codes(refused.value) == {R.IS_WITHDRAWN}


def test_a_letter_that_names_a_person_waits_for_consent_and_approval(
    ctx: Flask, world: World
) -> None:
    case = received()
    row = write(case)
    with pytest.raises(RuleBroken) as refused:
        send(row)
    assert codes(refused.value) == {R.NOT_APPROVED}
    with pytest.raises(RuleBroken) as refused:
        ask_for(row)
    assert codes(refused.value) == {DisclosureRefusal.CONSENT_MISSING}
    consent(case)
    asked = ask_for(row)
    assert stage(row) is S.WAITING
    with pytest.raises(RuleBroken):
        send(row)
    decide(asked)
    assert stage(row) is S.APPROVED
    assert stage(send(row)) is S.SENT


def test_what_was_refused_does_not_go_out(ctx: Flask, world: World) -> None:
    case = received()
    consent(case)
    row = write(case)
    decide(ask_for(row), Decision(approve=False, reason="先征求意见"))
    with pytest.raises(RuleBroken) as refused:
        send(row)
    assert codes(refused.value) == {R.NOT_APPROVED}


def test_other_words_than_those_approved_need_a_new_request(ctx: Flask, world: World) -> None:
    case = received()
    consent(case)
    row = write(case)
    asked = decide(ask_for(row))
    text = letter_text(row)
    rewrite(row, text.zh + "\n另：韦大山有前科。", text.vi)
    assert asked.end is DisclosureEnd.TEXT_CHANGED
    with pytest.raises(RuleBroken) as refused:
        send(row)
    assert codes(refused.value) == {R.NOT_APPROVED}
    decide(ask_for(row))
    assert stage(send(row)) is S.SENT


def test_another_addressee_needs_a_new_request_too(ctx: Flask, world: World) -> None:
    case = received()
    consent(case)
    row = write(case)
    asked = decide(ask_for(row))
    text = letter_text(row)
    rewrite(row, text.zh, text.vi, correspondent="Công an tỉnh Lạng Sơn")
    assert asked.end is DisclosureEnd.TEXT_CHANGED


def test_another_translation_ends_the_approval(ctx: Flask, world: World) -> None:
    case = received()
    consent(case)
    row = write(case)
    asked = decide(ask_for(row))
    assert row.text is not None
    statements.translate(
        actor("clerk2.youyi"), case_id=case.id, statement_id=row.text.id, translation="Khác",
        now=NOW,
    )  # fmt: skip
    assert asked.end is DisclosureEnd.TEXT_CHANGED


def test_a_consent_taken_back_keeps_the_letter_here(ctx: Flask, world: World) -> None:
    case = received()
    consent(case)
    row = write(case)
    decide(ask_for(row))
    take_back(case)
    with pytest.raises(RuleBroken) as refused:
        send(row)
    assert R.NOT_APPROVED in codes(refused.value)
    assert stage(row) is S.DRAFT


def test_a_letter_to_an_own_authority_needs_no_approval(ctx: Flask, world: World) -> None:
    row = write(received(), LetterKind.TRANSFER, crosses_border=False, correspondent="凭祥市公安局")
    assert stage(send(row)) is S.SENT
    assert for_letter(row.id) is None


def test_the_addressee_is_of_the_side_the_letter_goes_to(ctx: Flask, world: World) -> None:
    case = received()
    row = write(case, names_people=False, addressee_id=world.hoang_van_thu)
    assert row.to.in_("vi").endswith("Hoàng Văn Thụ")
    with pytest.raises(RuleBroken) as refused:
        write(case, names_people=False, addressee_id=world.pingmeng)
    assert codes(refused.value) == {R.ADDRESSEE_SIDE}
    with pytest.raises(RuleBroken) as refused:
        write(case, names_people=False, correspondent=" ")
    assert codes(refused.value) == {R.ADDRESSEE_MISSING}


def test_what_has_gone_out_says_what_it_said(ctx: Flask, world: World) -> None:
    row = send(write(received(), names_people=False))
    with pytest.raises(RuleBroken) as refused:
        rewrite(row, "别的话", "Khác")
    assert codes(refused.value) == {R.NOT_A_DRAFT}
    assert row.text is not None
    with pytest.raises(RuleBroken) as refused:
        statements.translate(
            clerk(), case_id=row.case_id, statement_id=row.text.id, translation="Khác", now=NOW
        )
    assert codes(refused.value) == {R.NOT_A_DRAFT}


def test_a_letter_arrives_is_answered_and_is_withdrawn_with_a_reason(
    ctx: Flask, world: World
) -> None:
    row = write(received(), names_people=False)
    place = {"case_id": row.case_id, "letter_id": row.id}
    with pytest.raises(RuleBroken) as refused:
        letter_sending.arrive(clerk(), received_on=TODAY, now=NOW, **place)
    assert R.NOT_SENT in codes(refused.value)
    send(row)
    letter_sending.arrive(clerk(), received_on=TODAY, now=NOW, **place)
    assert stage(row) is S.ARRIVED
    letters.answer_letter(clerk(), answered_on=TODAY, remark="同意参加", now=NOW, **place)
    assert stage(row) is S.ANSWERED
    with pytest.raises(RuleBroken) as refused:
        letter_sending.withdraw(clerk(), reason="", now=NOW, **place)
    assert codes(refused.value) == {FileRefusal.REASON_MISSING}
    letter_sending.withdraw(clerk(), reason="发错单位", now=NOW, **place)
    assert stage(row) is S.WITHDRAWN


def test_a_letter_is_issued_as_a_paper_only_once_it_has_gone_out(ctx: Flask, world: World) -> None:
    case = received()
    consent(case)
    row = write(case)
    asked = decide(ask_for(row))

    def issue() -> None:
        issuing.issue(
            clerk(), case_id=case.id, ref=PaperRef(PaperKind.LETTER, row.id),
            copy=issuing.Copy(Country.VN), base_url="https://hoa.example/", now=NOW,
        )  # fmt: skip

    with pytest.raises(RuleBroken) as refused:
        issue()
    assert codes(refused.value) == {R.NOT_SENT}
    send(row)
    issue()
    take_back(case)
    with pytest.raises(RuleBroken) as refused:
        issue()
    assert codes(refused.value) == {DisclosureRefusal.CONSENT_MISSING}
    assert asked.end is None  # the letter is gone: nothing is left to end


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_an_officer_writes_and_sends_a_letter_on_the_pages(
    client: Reader, app: Flask, world: World, language: str
) -> None:
    with app.app_context():
        case_id = received().id
    client.read_in(language).sign_in("clerk.youyi")
    at = f"/cases/{case_id}/letters"
    client.get(f"{at}/write")
    typed = {"kind": "invitation", "goes": "across", "addressee_id": str(world.hoang_van_thu)}
    edit = client.post(f"{at}/write", typed)
    assert edit.status_code == 303
    page = client.follow(edit)
    for field in ("subject_zh", "subject_vi", "text_zh", "text_vi"):
        assert f'name="{field}"' in page
    one = edit.location.removesuffix("/edit")
    bad = typed | {"subject_zh": "函", "text_zh": "请阮文雄到场", "text_vi": "Mời đến"}
    assert client.post(f"{one}/edit", bad).status_code == 422
    good = bad | {"text_zh": "请到场", "subject_vi": "Thư"}
    text = text_of(client.follow(client.post(f"{one}/edit", good)))
    assert "请到场" in text
    assert "Mời đến" in text
    sent = {"sent_on-year": "2026", "sent_on-month": "11", "sent_on-day": "2"}
    text = text_of(client.follow(client.post(f"{one}/send", sent)))
    assert "（2026）凭友司函第1号" in text
    assert client.http.get(f"{one}/letter.docx").status_code == 200
    client.get(f"/cases/{case_id}")


def test_a_letter_of_elsewhere_is_read_as_it_was_logged(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        case_id = received().id
        entry = LetterEntry(LetterKind.INVITATION, LetterDirection.RECEIVED, HVT, TODAY, "12/TB")
        row_id = letters.log_letter(clerk(), case_id=case_id, entry=entry, now=NOW).id
    client.sign_in("clerk.youyi")
    text = text_of(client.get(f"/cases/{case_id}/letters/{row_id}"))
    assert HVT in text
    assert "12/TB" in text
    client.get(f"/cases/{case_id}/letters/{row_id}/letter.docx", status=404)
