"""How does everything about a case become one PDF? Its papers and attachments in the file's order.

The list of contents is set twice: once to know how many pages it takes, once with the true page
number of everything that follows it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.documents.pdf_parts import Part, UnusablePdf, bind, harmless, page_count
from app.documents.pdf_pictures import picture_page
from app.kernel.bilingual import Bilingual
from app.mediation.kinds import AttachmentKind, PaperKind
from app.mediation.models import Attachment, Case
from app.mediation.papers.both_languages import in_both
from app.mediation.papers.catalogue import PaperRef, item_of, papers_of
from app.mediation.papers.file.forms import ContentsLine, contents_rows
from app.mediation.papers.notice_page import Missing, notice_page
from app.mediation.papers.rendering import paper_data, render_paper
from app.mediation.papers.titles import title_of
from app.mediation.queries.case_file import attachments_of, file_facts
from app.mediation.rules.file_checklist import FileItem, checklist

LARGEST = 100 * 1024 * 1024  # bytes of attachments; binding takes four times that of memory
TRIES = 3  # the list of contents may grow by its own page numbers, but not for ever
PDF = "application/pdf"
COVER, CONTENTS = PaperRef(PaperKind.COVER), PaperRef(PaperKind.CONTENTS)
BACK_COVER = PaperRef(PaperKind.BACK_COVER)
OUTSIDE = (COVER, CONTENTS, BACK_COVER)

A, F = AttachmentKind, FileItem
BELONGS = {
    A.SIGNED_AGREEMENT: F.AGREEMENT,
    A.EVIDENCE: F.EVIDENCE,
    A.RECEIPT: F.PERFORMANCE_PROOF,
    A.POWER_OF_ATTORNEY: F.POWER_OF_ATTORNEY,
    A.SESSION_RECORD: F.MEDIATION_RECORD,
    A.COURT_PAPER: F.COURT_STEP_PAPERS,
    A.LETTER: F.REFERRAL_LETTER,
}
"""Beside which papers an attachment lies; any other lies last, before the back cover."""

Tell = Callable[[int, int], None]
Source = PaperRef | Attachment


class FileTooLarge(Exception):
    """The attachments of the case do not fit into one file."""


class ContentsNotSettled(Exception):
    """The list of contents changes its own length for ever; no template of ours does."""


@dataclass(frozen=True, slots=True)
class Bound:
    data: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One entry of the list of contents, with its pages."""

    title: Bilingual
    data: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class _Binder:
    case: Case
    full: bool
    today: date

    def paper(self, ref: PaperRef, **told: Any) -> Piece:
        data = paper_data(
            self.case, ref, side=self.case.country, words=in_both, printed_on=self.today,
            reveal=self.full,
        )  # fmt: skip
        pdf = render_paper(ref.kind, data | told, printed_on=self.today, pdf_a=False, in_file=True)
        return Piece(title_of(ref, self.case), pdf, page_count(pdf))

    def attachment(self, row: Attachment) -> Piece:
        """As it is where whole numbers may be seen; else a page that says what lies here."""
        title = Bilingual(row.title, row.title)
        try:
            data = self._seen(row) if self.full else self._missing(row, Missing.MASKED)
        except UnusablePdf as fault:
            data = self._missing(row, Missing(fault.code.value))
        return Piece(title, data, page_count(data))

    def contents(self, cover: Piece, rest: Sequence[Piece]) -> Piece:
        """With page numbers that are true for the very length it has."""
        pages = 1
        for _ in range(TRIES):
            lines = _lines(rest, cover.pages + pages + 1)
            piece = self.paper(CONTENTS, rows=contents_rows(lines))
            if piece.pages == pages:
                return piece
            pages = piece.pages
        raise ContentsNotSettled

    def _seen(self, row: Attachment) -> bytes:
        return harmless(row.content) if row.content_type == PDF else picture_page(row.content)

    def _missing(self, row: Attachment, why: Missing) -> bytes:
        return notice_page(row.title, row.pages, why, self.today)


def bound_file(case: Case, *, full: bool, today: date, tell: Tell) -> Bound:
    """The whole file; masked, and then without its attachments, unless `full`.

    `tell` hears after each part how many of all are done. Raises FileTooLarge, PaperNotRendered.
    """
    sources = _sources(case)
    if full and sum(each.size for each in sources if isinstance(each, Attachment)) > LARGEST:
        raise FileTooLarge
    binder, total = _Binder(case, full, today), len(sources) + 2
    tell(0, total)
    cover, pieces = binder.paper(COVER), []
    for done, source in enumerate(sources, start=1):
        if isinstance(source, PaperRef):
            pieces.append(binder.paper(source))
        else:
            pieces.append(binder.attachment(source))
        tell(done, total)
    contents = binder.contents(cover, pieces)
    pages = sum(each.pages for each in (cover, contents, *pieces)) + 1  # and the back cover
    cover, back = (binder.paper(each, pages=str(pages)) for each in (COVER, BACK_COVER))
    tell(total - 1, total)
    whole = [cover, contents, *pieces, back]
    parts = [Part(_heading(each.title), each.data) for each in whole]
    return Bound(bind(parts, title=case.number, document_date=today), pages)


def _sources(case: Case) -> list[Source]:
    """The papers that concern the case in the order of the file, beside each what was put in of
    its kind. A form nobody needed is left out."""
    rows = checklist(file_facts(case))
    order = [row.item for row in rows]
    wanted = {row.item for row in rows if row.is_due or row.is_present}

    def place(item: FileItem | None) -> int:
        return order.index(item) if item in order else len(order)

    refs = [ref for ref in papers_of(case) if ref not in OUTSIDE and item_of(ref) in wanted]
    papers: list[tuple[int, int, Source]] = [(place(item_of(ref)), 0, ref) for ref in refs]
    standing = [row for row in attachments_of(case.id) if row.withdrawn_at is None]
    put_in = [(place(BELONGS.get(row.kind)), 1, row) for row in standing]
    return [source for *_at, source in sorted([*papers, *put_in], key=lambda each: each[:2])]


def _lines(pieces: Iterable[Piece], first: int) -> Iterable[ContentsLine]:
    """What the list of contents is told: the title and the pages of each."""
    for piece in pieces:
        last = first + piece.pages - 1
        yield ContentsLine(piece.title, f"{first}" if first == last else f"{first}–{last}")
        first = last + 1


def _heading(title: Bilingual) -> str:
    zh, vi = title.in_("zh"), title.in_("vi")
    return zh if zh == vi else f"{zh} · {vi}"
