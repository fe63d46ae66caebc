"""How does a paper of a case become data, and the data a PDF?

`paper_data` looks up and words everything; the same case gives the same data. `render_paper`
only sets it: the same data, day and stamp give the same bytes.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from app.documents.typst import render_pdf
from app.kernel.country import Country
from app.kernel.text import clean
from app.mediation.kinds import PaperKind
from app.mediation.models import Case
from app.mediation.papers.agreements import forms as agreements
from app.mediation.papers.catalogue import PaperRef, printed_title
from app.mediation.papers.closing import forms as closing
from app.mediation.papers.compose import Words
from app.mediation.papers.composing import Composing, seat_of
from app.mediation.papers.file import forms as file
from app.mediation.papers.intake import forms as intake
from app.mediation.papers.intake import register
from app.mediation.papers.letters import forms as letters
from app.mediation.papers.sessions import forms as sessions
from app.mediation.papers.stamp import Stamp, stamped
from app.mediation.papers.values import PaperText, pair

__all__ = ["Stamp", "paper_data", "render_paper"]

PAPERS = Path(__file__).parent
Composer = Callable[[Composing, int | None], dict[str, Any]]

COMPOSERS: Mapping[PaperKind, tuple[str, Composer]] = {
    PaperKind.COVER: ("file/cover.typ", file.cover),
    PaperKind.CONTENTS: ("file/contents.typ", file.contents),
    PaperKind.REGISTER_ENTRY: ("intake/register_entry.typ", register.register_entry),
    PaperKind.APPLICATION: ("intake/application.typ", intake.application),
    PaperKind.ACCEPTANCE_FORM: ("intake/acceptance_form.typ", intake.acceptance_form),
    PaperKind.RIGHTS_NOTICE: ("intake/rights_notice.typ", intake.rights_notice),
    PaperKind.INVESTIGATION_RECORD: (
        "intake/investigation_record.typ", intake.investigation_record,
    ),
    PaperKind.EVIDENCE_LIST: ("intake/evidence_list.typ", intake.evidence_list),
    PaperKind.MEDIATION_RECORD: ("sessions/mediation_record.typ", sessions.mediation_record),
    PaperKind.AGREEMENT: ("agreements/agreement.typ", agreements.agreement),
    PaperKind.VN_SETTLEMENT: ("agreements/vn_settlement.typ", agreements.settlement),
    PaperKind.ORAL_AGREEMENT: ("agreements/oral_agreement.typ", agreements.oral_agreement),
    PaperKind.INTERPRETER_STATEMENT: (
        "sessions/interpreter_statement.typ", sessions.interpreter_statement,
    ),
    PaperKind.NOT_SETTLED_NOTICE: ("sessions/not_settled_notice.typ", sessions.not_settled_notice),
    PaperKind.LETTER: ("letters/letter.typ", letters.letter),
    PaperKind.PERFORMANCE_RECEIPT: ("closing/performance_receipt.typ", closing.performance_receipt),
    PaperKind.FOLLOW_UP_RECORD: ("closing/follow_up_record.typ", closing.follow_up_record),
    PaperKind.COURT_APPLICATION: ("agreements/court_application.typ", agreements.court_application),
    PaperKind.CLOSING_REPORT: ("closing/closing_report.typ", closing.closing_report),
    PaperKind.FILE_NOTE: ("file/file_note.typ", file.file_note),
    PaperKind.BACK_COVER: ("file/back_cover.typ", file.back_cover),
}  # fmt: skip
"""The template of each paper, and who gives it its data."""


def paper_data(
    case: Case,
    ref: PaperRef,
    *,
    side: Country,
    words: Words,
    printed_on: date,
    reveal: bool = False,
) -> dict[str, Any]:
    """What the paper says, as plain JSON values; raises NotFound for a subject of another case.

    `side` is whose copy it is: its language stands first. `words` names a code in both languages.
    Particulars are masked unless `reveal`.
    """
    composing = Composing(case, side, words, printed_on, reveal)
    told = COMPOSERS[ref.kind][1](composing, ref.subject)
    title = pair(printed_title(ref.kind, case.country))
    seat = {"seat": seat_of(case.office)} if case.country is Country.VN else {}
    cleaned: dict[str, Any] = _cleaned({"title": title} | seat | told)
    return cleaned


def render_paper(
    kind: PaperKind,
    data: Mapping[str, Any],
    *,
    printed_on: date,
    stamp: Stamp | None = None,
    pdf_a: bool = True,
    in_file: bool = False,
) -> bytes:
    """The PDF (PDF/A-2b unless `pdf_a` is false); raises `PaperNotRendered`.

    `printed_on` becomes the file's date. Without a stamp every page says that it is a preview,
    unless the paper is bound into a file (`in_file`).
    """
    template = PAPERS / COMPOSERS[kind][0]
    given = stamped(data, stamp, in_file=in_file)
    return render_pdf(template, given, document_date=printed_on, pdf_a=pdf_a, root=PAPERS)


def _cleaned(value: Any) -> Any:
    """Composed characters, and nothing that could turn the words around it or hide."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, PaperText):
        return _cleaned(asdict(value))
    if isinstance(value, Mapping):
        return {key: _cleaned(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(each) for each in value]
    return value
