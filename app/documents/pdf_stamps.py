"""How does each page get its running number, whatever its size and however it is turned?

One sheet of little labels is set once by Typst; each label is drawn over the upper right corner
of its page as it is seen. The page's own contents are neither read nor rewritten, so that a page
costs the same whatever is on it.
"""

from datetime import date
from io import BytesIO
from pathlib import Path

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    RectangleObject,
)

from app.documents.typst import render_pdf

LABELS = Path(__file__).with_name("page_labels.typ")
NAME = "/HoaPageNumber"
A4_WIDTH = 595.28  # points; a larger or smaller sheet gets its label in proportion
EDGE = 17.0  # points from the corner, on A4
SCALES = (0.3, 24.0)

Matrix = tuple[float, float, float, float, float, float]


def write_numbers(writer: PdfWriter, document_date: date) -> None:
    """Stamp every page of `writer` with its place, counted from 1."""
    pages = list(writer.pages)
    sheet = render_pdf(LABELS, {"pages": len(pages)}, document_date=document_date, pdf_a=False)
    begin = _stream(writer, b"q\n")
    for page, label in zip(pages, PdfReader(BytesIO(sheet)).pages, strict=True):
        drawn = _drawing(writer, label)
        _add_resource(writer, page, drawn)
        width, height = float(label.mediabox.width), float(label.mediabox.height)
        numbers = " ".join(f"{each:.4f}" for each in _placed(page, width, height))
        end = _stream(writer, f"\nQ\nq {numbers} cm {NAME} Do Q\n".encode())
        page[NameObject("/Contents")] = ArrayObject([begin, *_contents(page), end])


def visible_size(page: PageObject) -> tuple[float, float]:
    """Width and height of the page as it is seen, in points."""
    width, height = float(page.cropbox.width), float(page.cropbox.height)
    return (height, width) if page.rotation % 180 else (width, height)


def _placed(page: PageObject, width: float, height: float) -> Matrix:
    """The matrix that draws a label of that size in the corner the reader sees upper right."""
    across, up = visible_size(page)
    least, most = SCALES
    scale = min(max(min(across, up) / A4_WIDTH, least), most)
    scale = min(scale, across / (width + 2 * EDGE), up / (height + 2 * EDGE))
    x = across - (EDGE + width) * scale
    y = up - (EDGE + height) * scale
    left, foot = float(page.cropbox.left), float(page.cropbox.bottom)
    wide, high = float(page.cropbox.width), float(page.cropbox.height)
    match page.rotation % 360:
        case 90:
            return (0, scale, -scale, 0, left + wide - y, foot + x)
        case 180:
            return (-scale, 0, 0, -scale, left + wide - x, foot + high - y)
        case 270:
            return (0, -scale, scale, 0, left + y, foot + high - x)
        case _:
            return (scale, 0, 0, scale, left + x, foot + y)


def _drawing(writer: PdfWriter, label: PageObject) -> IndirectObject:
    """A label as a drawing that can be put on a page."""
    drawing = label["/Contents"].get_object().clone(writer)
    drawing.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): RectangleObject(label.mediabox),
            NameObject("/Resources"): label.raw_get("/Resources").clone(writer),
            NameObject("/FormType"): NumberObject(1),
        }
    )
    return drawing.indirect_reference  # type: ignore[no-any-return]


def _add_resource(writer: PdfWriter, page: PageObject, drawn: IndirectObject) -> None:
    """Pages may share their resources, so each gets a list of its own."""
    own = _copied(page.get("/Resources"))
    drawings = _copied(own.get("/XObject"))
    drawings[NameObject(NAME)] = drawn
    own[NameObject("/XObject")] = drawings
    page[NameObject("/Resources")] = own


def _copied(entries: object) -> DictionaryObject:
    found = entries.get_object() if isinstance(entries, IndirectObject) else entries
    if not isinstance(found, DictionaryObject):
        return DictionaryObject()
    return DictionaryObject({NameObject(key): found.raw_get(key) for key in found})


def _contents(page: PageObject) -> list[object]:
    if "/Contents" not in page:
        return []
    raw = page.raw_get("/Contents")
    found = raw.get_object() if isinstance(raw, IndirectObject) else raw
    return list(found) if isinstance(found, ArrayObject) else [raw]


def _stream(writer: PdfWriter, data: bytes) -> IndirectObject:
    stream = DecodedStreamObject()
    stream.set_data(data)
    return writer._add_object(stream)
