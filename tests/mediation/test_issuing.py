"""A paper goes out under a serial of its own, and is taken back with a reason."""

import hashlib
import re
from dataclasses import replace
from io import BytesIO

import pytest
from flask import Flask
from pypdf import PdfReader

from app.audit.queries import entries_of_case
from app.kernel.country import Country
from app.kernel.errors import NotFound, NotPermitted, RuleBroken
from app.mediation.kinds import PaperKind
from app.mediation.models import IssuedPaper
from app.mediation.papers.catalogue import PaperRef, agreement_ref, papers_of
from app.mediation.queries.agreement_text import text_digest
from app.mediation.queries.case_file import file_facts
from app.mediation.queries.issued import issued_items, issued_of, last_sheet_digest
from app.mediation.rules.file_checklist import FileItem, missing_musts
from app.mediation.rules.papers import ALPHABET, LENGTH, PaperRefusal
from app.mediation.services import agreements, closing, issuing
from app.mediation.services.issuing import Copy
from tests.factories import NOW, World, actor
from tests.mediation.settling import DRAFT, drafted
from tests.mediation.stages import codes, received

BASE = "https://hoa.example"
CHINESE = Copy(Country.CN)
COVER = PaperRef(PaperKind.COVER)


def issue(
    case_id: int, ref: PaperRef, who: str = "clerk.youyi", copy: Copy = CHINESE
) -> tuple[IssuedPaper, bytes]:
    return issuing.issue(actor(who), case_id=case_id, ref=ref, copy=copy, base_url=BASE, now=NOW)


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_a_paper_bears_its_serial_and_what_it_says_is_kept_as_digests(
    ctx: Flask, world: World
) -> None:
    case = received()
    row, pdf = issue(case.id, COVER)
    assert re.fullmatch(f"[{ALPHABET}]{{{LENGTH}}}", row.serial)
    assert row.file_digest == hashlib.sha256(pdf).hexdigest()
    assert issuing.pdf_of(row) == pdf
    assert row.content != pdf  # sealed
    said = text_of(pdf)
    assert row.serial in said
    assert row.data_digest[:16] in said
    assert "预览件" not in said
    assert (row.issued_on.isoformat(), row.pages) == ("2026-11-23", 1)


def test_the_same_paper_goes_out_again_only_when_that_is_meant(ctx: Flask, world: World) -> None:
    case = received()
    first, _ = issue(case.id, COVER)
    with pytest.raises(RuleBroken) as broken:
        issue(case.id, COVER)
    assert codes(broken.value) == {PaperRefusal.SAME_ISSUED}
    assert issuing.unchanged(case, COVER, NOW) == [first]
    second, _ = issue(case.id, COVER, copy=Copy(Country.CN, again=True))
    assert first.serial != second.serial
    assert first.data_digest == second.data_digest


def test_a_copy_of_the_other_side_a_whole_one_and_one_after_a_withdrawal_are_no_reprints(
    ctx: Flask, world: World
) -> None:
    case = received()
    row, _ = issue(case.id, COVER)
    issue(case.id, COVER, copy=Copy(Country.VN))
    issue(case.id, COVER, copy=Copy(Country.CN, full=True, reason="当事人领取"))
    issuing.withdraw(actor("clerk.youyi"), case_id=case.id, issued_id=row.id, reason="错", now=NOW)
    issue(case.id, COVER)


def test_issuing_leaves_an_entry_with_serial_and_side(ctx: Flask, world: World) -> None:
    case = received()
    row, _ = issue(case.id, COVER, copy=Copy(Country.VN))
    entry = entries_of_case(case.id)[-1]
    assert entry.action == "mediation:paper:issued"
    assert entry.changes["serial"] == [None, row.serial]
    assert entry.changes["side"] == [None, "VN"]


def test_each_side_gets_the_copy_that_names_it_first(ctx: Flask, world: World) -> None:
    debt = drafted(actor("clerk.youyi"), world)
    ref = agreement_ref(debt.agreement)
    for side, zh_first in ((Country.CN, True), (Country.VN, False)):
        pdf = issue(debt.case_id, ref, copy=Copy(side))[1]
        said = re.sub(r"\s", "", text_of(pdf)).upper()
        before = said.index("人民调解协议书") < said.index("VĂNBẢNHÒAGIẢITHÀNH")
        assert before is zh_first, side


def test_only_what_can_be_printed_is_issued(ctx: Flask, world: World) -> None:
    case = received()
    for ref in (PaperRef(PaperKind.AGREEMENT, 4711), PaperRef(PaperKind.COVER, 1)):
        assert ref not in papers_of(case)
        with pytest.raises(NotFound):
            issue(case.id, ref)
    assert issued_of(case) == []


def test_every_paper_that_is_listed_can_be_issued(ctx: Flask, world: World) -> None:
    debt = drafted(actor("clerk.youyi"), world)
    for ref in papers_of(debt.case):
        row, pdf = issue(debt.case_id, ref)
        assert row.serial in text_of(pdf), ref


@pytest.mark.parametrize(
    ("who", "refused"),
    [("reviewer.pingxiang", NotPermitted), ("clerk.pingmeng", NotFound), ("clerk.hvt", NotFound)],
)
def test_who_may_not_mediate_here_issues_nothing(
    ctx: Flask, world: World, who: str, refused: type[Exception]
) -> None:
    case = received()
    with pytest.raises(refused):
        issue(case.id, COVER, who)


def test_whole_numbers_need_a_reason_and_leave_it(ctx: Flask, world: World) -> None:
    case = received()
    with pytest.raises(RuleBroken) as broken:
        issue(case.id, COVER, copy=Copy(Country.CN, full=True, reason="  "))
    assert codes(broken.value) == {PaperRefusal.REVEAL_REASON}
    row, _ = issue(case.id, COVER, copy=Copy(Country.CN, full=True, reason="当事人领取"))
    assert row.is_full
    entry = entries_of_case(case.id)[-1]
    assert (entry.action, entry.reason) == ("mediation:paper:full_issued", "当事人领取")
    again = issuing.open_in_full(actor("clerk.youyi"), case_id=case.id, issued_id=row.id, now=NOW)
    assert again.id == row.id
    assert entries_of_case(case.id)[-1].action == "mediation:paper:revealed"


def test_a_paper_is_taken_back_once_with_a_reason(ctx: Flask, world: World) -> None:
    case = received()
    row, _ = issue(case.id, COVER)
    clerk = actor("clerk.youyi")
    with pytest.raises(RuleBroken) as broken:
        issuing.withdraw(clerk, case_id=case.id, issued_id=row.id, reason="", now=NOW)
    assert codes(broken.value) == {PaperRefusal.WITHDRAW_REASON}
    issuing.withdraw(clerk, case_id=case.id, issued_id=row.id, reason="姓名有误", now=NOW)
    assert not row.stands
    with pytest.raises(RuleBroken) as broken:
        issuing.withdraw(clerk, case_id=case.id, issued_id=row.id, reason="又", now=NOW)
    assert codes(broken.value) == {PaperRefusal.ALREADY_WITHDRAWN}


def test_a_paper_of_another_case_is_not_there(ctx: Flask, world: World) -> None:
    first, second = received(), received()
    row, _ = issue(first.id, COVER)
    with pytest.raises(NotFound):
        issuing.withdraw(
            actor("clerk.youyi"), case_id=second.id, issued_id=row.id, reason="…", now=NOW
        )


def test_the_sheet_to_be_signed_is_the_last_that_stands(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    assert last_sheet_digest(debt.agreement) is None
    issue(debt.case_id, agreement_ref(debt.agreement))
    assert last_sheet_digest(debt.agreement) == text_digest(debt.agreement)
    agreements.edit(
        clerk, case_id=debt.case_id, agreement_id=debt.agreement_id,
        draft=replace(DRAFT, place="凭祥市友谊镇"), now=NOW,
    )  # fmt: skip
    assert last_sheet_digest(debt.agreement) != text_digest(debt.agreement)
    second, _ = issue(debt.case_id, agreement_ref(debt.agreement), copy=Copy(Country.VN))
    assert last_sheet_digest(debt.agreement) == text_digest(debt.agreement)
    issuing.withdraw(clerk, case_id=debt.case_id, issued_id=second.id, reason="错", now=NOW)
    assert last_sheet_digest(debt.agreement) is None


def test_a_sheet_with_older_words_no_longer_counts(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    ref = agreement_ref(debt.agreement)
    older = [issue(debt.case_id, ref, copy=Copy(side))[0] for side in Country]
    assert all(each.stands for each in older)  # both sides' copies of the same words
    agreements.edit(
        clerk, case_id=debt.case_id, agreement_id=debt.agreement_id,
        draft=replace(DRAFT, place="凭祥市友谊镇"), now=NOW,
    )  # fmt: skip
    newer, _ = issue(debt.case_id, ref)
    assert newer.stands
    assert {each.withdrawn_reason for each in older} == {f"→ {newer.serial}"}


def test_an_issued_paper_lies_in_the_file(ctx: Flask, world: World) -> None:
    case = received()
    assert FileItem.COVER in missing_musts(file_facts(case))
    row, _ = issue(case.id, COVER)
    issue(case.id, COVER, copy=Copy(Country.VN))
    assert issued_items(case) == {FileItem.COVER: 1}  # both sides' copies are one paper
    assert FileItem.COVER not in missing_musts(file_facts(case))


def test_a_paper_that_was_taken_back_lies_in_no_file(ctx: Flask, world: World) -> None:
    case = received()
    row, _ = issue(case.id, COVER)
    issuing.withdraw(actor("clerk.youyi"), case_id=case.id, issued_id=row.id, reason="错", now=NOW)
    assert FileItem.COVER in missing_musts(file_facts(case))


def test_the_officer_has_the_last_word_on_what_lies_in_the_file(ctx: Flask, world: World) -> None:
    clerk, case = actor("clerk.youyi"), received()
    issue(case.id, COVER)
    seen = {FileItem.COVER: closing.ItemNote(present=True)}
    closing.note_file(clerk, case_id=case.id, notes=seen, now=NOW)
    assert FileItem.COVER in file_facts(case).present
    gone = {FileItem.COVER: closing.ItemNote(excuse="封面破损，待补")}
    closing.note_file(clerk, case_id=case.id, notes=gone, now=NOW)
    assert FileItem.COVER not in file_facts(case).present
    assert FileItem.COVER in file_facts(case).excused
    bare = {FileItem.COVER: closing.ItemNote()}
    closing.note_file(clerk, case_id=case.id, notes=bare, now=NOW)
    assert FileItem.COVER in missing_musts(file_facts(case))
