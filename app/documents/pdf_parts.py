"""How do several PDFs become one: in order, with an outline, every page bearing its number?

What comes from outside is made harmless page by page: only what is seen stays. No script, no
action, no form field and no hidden file of an attachment gets into the bound file.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from app.documents.pdf_stamps import visible_size, write_numbers

SMALLEST, LARGEST = 20.0, 14400.0  # points a side; the larger is what readers agree to show
SEEN = ("/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Group", "/UserUnit")
SEEN_OF_NOTE = ("/Type", "/Subtype", "/Rect", "/AP", "/AS", "/F")
NOTES_SEEN = {
    "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
    "/StrikeOut", "/Stamp", "/Ink", "/Widget",
}  # fmt: skip
# What the parser raises on hostile bytes, beside its own errors.
PARSER_FAULTS = (
    PyPdfError, OSError, ValueError, SyntaxError, LookupError, TypeError, AttributeError,
    AssertionError, NotImplementedError, ArithmeticError, RecursionError, EOFError, MemoryError,
    zlib.error,
)  # fmt: skip


class PdfFault(StrEnum):
    LOCKED = "locked"
    BROKEN = "broken"


class UnusablePdf(Exception):
    """A PDF whose pages cannot be taken over, and why."""

    def __init__(self, code: PdfFault) -> None:
        super().__init__(code.value)
        self.code = code


@dataclass(frozen=True, slots=True)
class Part:
    """A PDF to be bound in, under its title in the outline."""

    title: str
    data: bytes


def page_count(data: bytes) -> int:
    """How many pages a PDF has. Raises UnusablePdf."""
    return len(_pages(data))


def harmless(data: bytes) -> bytes:
    """A PDF from outside with nothing but what is seen on its pages. Raises UnusablePdf."""
    writer = PdfWriter()
    try:
        for page in _pages(data):
            _judge(writer.add_page(_seen(page)))
        return _written(writer)
    except PARSER_FAULTS as fault:
        raise UnusablePdf(PdfFault.BROKEN) from fault


def bind(parts: Sequence[Part], *, title: str, document_date: date, numbered: bool = True) -> bytes:
    """One PDF of all parts in their order; where `numbered`, each page is stamped with its number
    in the whole.

    Parts from outside go through `harmless` first. Raises UnusablePdf.
    """
    writer = PdfWriter()
    for part in parts:
        first = len(writer.pages)
        for page in _pages(part.data):
            writer.add_page(_seen(page))
        writer.add_outline_item(title=part.title, page_number=first)
    if numbered:
        write_numbers(writer, document_date)
    moment = f"D:{document_date:%Y%m%d}000000Z"
    writer.add_metadata({"/Title": title, "/CreationDate": moment, "/ModDate": moment})
    return _written(writer)


def _pages(data: bytes) -> list[PageObject]:
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            raise UnusablePdf(PdfFault.LOCKED)
        pages = list(reader.pages)
    except PARSER_FAULTS as fault:
        raise UnusablePdf(PdfFault.BROKEN) from fault
    if not pages:
        raise UnusablePdf(PdfFault.BROKEN)
    return pages


def _seen(page: PageObject) -> PageObject:
    """The page with its sheet, its contents and the notes that show on it."""
    slim = PageObject()
    slim[NameObject("/Type")] = NameObject("/Page")
    for key in SEEN:
        if key in page:
            slim[NameObject(key)] = page.raw_get(key)
    if "/Rotate" in slim:
        slim[NameObject("/Rotate")] = NumberObject(page.rotation % 360)
    if notes := _notes(page):
        slim[NameObject("/Annots")] = ArrayObject(notes)
    return slim


def _notes(page: PageObject) -> list[PdfObject]:
    """Filled-in fields, stamps and remarks as they look, and nothing they would do."""
    notes = page.get("/Annots")
    found = [each.get_object() for each in notes or ()]
    return [
        DictionaryObject(
            {NameObject(key): each.raw_get(key) for key in SEEN_OF_NOTE if key in each}
        )
        for each in found
        if isinstance(each, DictionaryObject) and each.get("/Subtype") in NOTES_SEEN
        if "/AP" in each and "/Rect" in each
    ]


def _judge(page: PageObject) -> None:
    """Raise UnusablePdf for a page of no real size, or without real contents."""
    if not all(SMALLEST <= side <= LARGEST for side in visible_size(page)):
        raise UnusablePdf(PdfFault.BROKEN)
    contents = _resolved(page.get("/Contents"))
    streams = contents if isinstance(contents, ArrayObject) else [contents]
    if contents is None:
        return
    for each in streams:
        stream = _resolved(each)
        if not isinstance(stream, StreamObject):
            raise UnusablePdf(PdfFault.BROKEN)
        stream.get_data()


def _resolved(value: PdfObject | None) -> PdfObject | None:
    return value.get_object() if isinstance(value, IndirectObject) else value


def _written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
