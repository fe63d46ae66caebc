"""When is a case closed, and what stands between its file and the archive?"""

from datetime import date

import pytest
from flask import Flask

from app.audit.queries import entries_of_case
from app.kernel.country import Country
from app.kernel.errors import RuleBroken
from app.mediation.kinds import LetterDirection, LetterKind, PaperKind, Route
from app.mediation.models import Case
from app.mediation.papers.catalogue import PaperRef
from app.mediation.queries.case_file import file_items, letters_of
from app.mediation.rules.attachments import FileRefusal
from app.mediation.rules.file_checklist import FileItem
from app.mediation.rules.missing import MissingCode
from app.mediation.rules.retention import RetentionKind
from app.mediation.services import closing, issuing, letters
from app.mediation.services.closing import Closing, ItemNote
from app.mediation.services.issuing import Copy
from app.mediation.services.letters import LetterEntry
from app.mediation.states import CaseAction, CaseState
from tests.factories import NOW, World, actor
from tests.mediation.stages import RECEIVED, TODAY, codes, day, mediating, received, step
from tests.pages import Reader, text_of

REPORT = Closing(report="双方未达成协议，已告知诉讼。", on=TODAY, retention=RetentionKind.LONG)
MUSTS = {
    FileItem.COVER,
    FileItem.CONTENTS,
    FileItem.ACCEPTANCE_FORM,
    FileItem.RIGHTS_NOTICE,
    FileItem.IDENTITY_PAPERS,
    FileItem.MEDIATION_RECORD,
    FileItem.BACK_COVER,
}


def failed(who: str = "clerk.youyi", mediator: str = "韦国强") -> Case:
    case = mediating(who, mediator)
    return step(case.id, CaseAction.FAIL, who, reason="差距太大", route=Route.COURT)


def close(case: Case, said: Closing = REPORT, who: str = "clerk.youyi") -> Case:
    return closing.close(actor(who), case_id=case.id, closing=said, now=NOW)


def note(case: Case, notes: dict[FileItem, ItemNote]) -> None:
    closing.note_file(actor("clerk.youyi"), case_id=case.id, notes=notes, now=NOW)


def test_a_case_closes_with_its_report_and_its_keeping(ctx: Flask, world: World) -> None:
    case = close(failed())
    assert (case.state, case.closed_on) == (CaseState.CLOSED, TODAY)
    assert (case.closing_report, case.retention) == (REPORT.report, "long")


def test_without_a_report_nothing_is_closed(ctx: Flask, world: World) -> None:
    case = failed()
    with pytest.raises(RuleBroken) as refused:
        close(case, Closing(report=" ", on=TODAY, retention=RetentionKind.SHORT))
    assert codes(refused.value) == {MissingCode.CLOSING_REPORT}
    assert (case.state, case.retention) == (CaseState.NOT_AGREED, "")


def test_the_figures_of_the_chinese_return_are_chinese_only(ctx: Flask, world: World) -> None:
    said = Closing(
        report="…", on=TODAY, retention=RetentionKind.LONG, prevented_crime=True,
        prevented_petition=True,
    )  # fmt: skip
    chinese = close(failed(), said)
    assert (chinese.prevented_crime, chinese.prevented_petition) == (True, True)
    vietnamese = close(failed("clerk.hvt", "Hoàng Thị Mai"), said, "clerk.hvt")
    assert (vietnamese.prevented_crime, vietnamese.prevented_petition) == (False, False)


def test_the_archive_names_every_paper_that_must_be_there_and_is_not(
    ctx: Flask, world: World
) -> None:
    case = close(failed())
    with pytest.raises(RuleBroken) as refused:
        step(case.id, CaseAction.ARCHIVE)
    named = {refusal.facts["item"] for refusal in refused.value.refusals}
    assert named == MUSTS | {FileItem.APPLICATION}
    note(case, {item: ItemNote(present=True, pages="1") for item in MUSTS})
    step(case.id, CaseAction.ARCHIVE)
    assert (case.state, case.archived_on) == (CaseState.ARCHIVED, TODAY)


def test_a_missing_must_can_be_excused_once_the_file_note_explains_it(
    ctx: Flask, world: World
) -> None:
    case = close(failed())
    notes = {item: ItemNote(present=True) for item in MUSTS - {FileItem.IDENTITY_PAPERS}}
    note(case, notes | {FileItem.IDENTITY_PAPERS: ItemNote(excuse="当事人未带证件")})
    with pytest.raises(RuleBroken) as refused:
        step(case.id, CaseAction.ARCHIVE)
    assert [refusal.facts["item"] for refusal in refused.value.refusals] == [FileItem.FILE_NOTE]
    note(case, {FileItem.FILE_NOTE: ItemNote(present=True, pages="9")})
    assert step(case.id, CaseAction.ARCHIVE).state is CaseState.ARCHIVED


def test_what_was_issued_from_here_stands_no_more_between_file_and_archive(
    ctx: Flask, world: World
) -> None:
    case = failed()
    clerk, printed = actor("clerk.youyi"), {PaperKind.COVER, PaperKind.APPLICATION}
    for kind in printed:
        issuing.issue(
            clerk, case_id=case.id, ref=PaperRef(kind), copy=Copy(Country.CN),
            base_url="https://hoa.example", now=NOW,
        )  # fmt: skip
    close(case)
    with pytest.raises(RuleBroken) as refused:
        step(case.id, CaseAction.ARCHIVE)
    named = {refusal.facts["item"] for refusal in refused.value.refusals}
    assert named == MUSTS - {FileItem.COVER, FileItem.ACCEPTANCE_FORM}
    note(case, {item: ItemNote(present=True, pages="1") for item in named})
    assert step(case.id, CaseAction.ARCHIVE).state is CaseState.ARCHIVED


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "本系统已出具，共1页"), ("vi", "Đã phát hành từ hệ thống: 1 trang")],
)
def test_the_page_of_the_file_ticks_what_was_issued_and_saving_it_changes_nothing(
    app: Flask, world: World, client: Reader, language: str, said: str
) -> None:
    with app.app_context():
        case_id = failed().id
        issuing.issue(
            actor("clerk.youyi"), case_id=case_id, ref=PaperRef(PaperKind.COVER),
            copy=Copy(Country.CN), base_url="https://hoa.example", now=NOW,
        )  # fmt: skip
    client.sign_in("clerk.youyi").read_in(language)
    page = client.get(f"/cases/{case_id}/file")
    assert said in text_of(page)
    assert page.count("checked") == 1
    sent = {"items-0-item": "cover", "items-0-present": "y"}
    client.follow(client.post(f"/cases/{case_id}/file", sent))
    with app.app_context():
        assert file_items(case_id) == {}
    client.follow(client.post(f"/cases/{case_id}/file", {"items-0-item": "cover"}))
    with app.app_context():
        assert not file_items(case_id)[FileItem.COVER].present


def test_what_is_in_the_file_needs_no_excuse_and_every_change_is_kept(
    ctx: Flask, world: World
) -> None:
    case = close(failed())
    note(case, {FileItem.COVER: ItemNote(excuse="正在印制")})
    note(case, {FileItem.COVER: ItemNote(present=True, pages="1", excuse="正在印制")})
    row = file_items(case.id)[FileItem.COVER]
    assert (row.present, row.pages, row.excuse) == (True, "1", "")
    changes = entries_of_case(case.id)[-1].changes
    assert changes["cover.excuse"] == ["正在印制", ""]


def test_nothing_of_an_archived_file_changes(ctx: Flask, world: World) -> None:
    case = close(failed())
    note(case, {item: ItemNote(present=True) for item in MUSTS})
    step(case.id, CaseAction.ARCHIVE)
    with pytest.raises(RuleBroken) as refused:
        note(case, {FileItem.COVER: ItemNote()})
    assert codes(refused.value) == {FileRefusal.FILE_SHUT}


def letter(**changes: object) -> LetterEntry:
    values = {
        "kind": LetterKind.INVITATION,
        "direction": LetterDirection.SENT,
        "correspondent": "Ủy ban nhân dân xã Hoàng Văn Thụ",
        "letter_on": RECEIVED,
    } | changes
    return LetterEntry(**values)  # type: ignore[arg-type]


def test_a_letter_is_logged_and_its_answer(ctx: Flask, world: World) -> None:
    case, clerk = received(), actor("clerk.youyi")
    row = letters.log_letter(clerk, case_id=case.id, entry=letter(number="友函1号"), now=NOW)
    with pytest.raises(RuleBroken) as refused:
        letters.answer_letter(
            clerk, case_id=case.id, letter_id=row.id, answered_on=date(2026, 11, 1), remark="",
            now=NOW,
        )  # fmt: skip
    assert codes(refused.value) == {FileRefusal.ANSWERED_BEFORE_LETTER}
    letters.answer_letter(
        clerk, case_id=case.id, letter_id=row.id, answered_on=TODAY, remark="同意参加", now=NOW
    )
    assert [(each.number, each.answered_on) for each in letters_of(case.id)] == [("友函1号", TODAY)]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"letter_on": date(2026, 11, 24)}, FileRefusal.LETTER_IN_FUTURE),
        ({"received_on": date(2026, 11, 1)}, FileRefusal.RECEIVED_BEFORE_LETTER),
        ({"received_on": date(2026, 11, 24)}, FileRefusal.LETTER_IN_FUTURE),
    ],
)
def test_a_letter_has_days_that_can_be(
    ctx: Flask, world: World, changes: dict[str, object], code: FileRefusal
) -> None:
    with pytest.raises(RuleBroken) as refused:
        letters.log_letter(
            actor("clerk.youyi"), case_id=received().id, entry=letter(**changes), now=NOW
        )
    assert codes(refused.value) == {code}


def test_a_clerk_closes_files_and_archives_on_the_pages(
    app: Flask, world: World, client: Reader
) -> None:
    with app.app_context():
        case_id = failed().id
    client.sign_in("clerk.youyi")
    at = f"/cases/{case_id}"
    assert "防止了群体性上访" in client.get(f"{at}/closing")
    assert client.post(f"{at}/closing", day("on", TODAY)).status_code == 422
    typed = day("on", TODAY) | {"closing_report": "双方未达成协议。", "retention": "long"}
    text = text_of(client.follow(client.post(f"{at}/closing", typed | {"outcome": "refusal"})))
    assert "一方拒绝调解" in text
    assert "长期（30年），至2056年11月23日" in text
    page = text_of(client.get(f"{at}/moves/archive"))
    assert "卷宗封面" in page
    client.get(f"{at}/file")
    items = [item.value for item in MUSTS]
    lines = {f"items-{n}-item": item for n, item in enumerate(items)}
    ticks = {f"items-{n}-present": "y" for n in range(len(items))}
    client.follow(client.post(f"{at}/file", lines | ticks))
    done = day("on", TODAY) | {"confirmed": "y"}
    text = text_of(client.follow(client.post(f"{at}/moves/archive", done)))
    assert "已归档" in text


def test_the_archive_page_says_in_vietnamese_which_paper_is_missing(
    app: Flask, world: World, client: Reader
) -> None:
    with app.app_context():
        case_id = close(failed("clerk.hvt", "Hoàng Thị Mai"), who="clerk.hvt").id
    client.sign_in("clerk.hvt").read_in("vi")
    done = day("on", TODAY) | {"confirmed": "y"}
    answer = client.post(f"/cases/{case_id}/moves/archive", done)
    assert answer.status_code == 422
    assert "Ghi trong Sổ theo dõi hoạt động hòa giải ở cơ sở" in answer.get_data(as_text=True)


def test_a_vietnamese_officer_is_not_asked_for_chinese_figures(
    app: Flask, world: World, client: Reader
) -> None:
    with app.app_context():
        case_id = failed("clerk.hvt", "Hoàng Thị Mai").id
    client.sign_in("clerk.hvt").read_in("vi")
    assert "prevented_petition" not in client.get(f"/cases/{case_id}/closing")


def test_letters_are_logged_and_answered_on_their_pages(
    app: Flask, world: World, client: Reader
) -> None:
    with app.app_context():
        case_id = received().id
    client.sign_in("clerk.youyi")
    at = f"/cases/{case_id}/letters"
    client.get(f"{at}/new")
    typed = day("letter_on", RECEIVED) | {
        "direction": "sent",
        "kind": "invitation",
        "correspondent": "UBND xã Hoàng Văn Thụ",
        "number": "友函1号",
    }
    assert "UBND xã Hoàng Văn Thụ" in client.follow(client.post(f"{at}/new", typed))
    client.get(f"{at}/1/answer")
    client.follow(client.post(f"{at}/1/answer", day("answered_on", TODAY) | {"note": "同意"}))
    text = text_of(client.get(f"{at}/1"))
    assert "友函1号" in text
    assert "同意" in text
