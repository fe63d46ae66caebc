"""Bound into one: the order holds, every page bears its true number, nothing hidden comes along."""

import re
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    RectangleObject,
    TextStringObject,
)

from app.documents.pdf_parts import Part, PdfFault, UnusablePdf, bind, harmless, page_count

DAY = date(2026, 11, 22)
LABEL = re.compile(r"第 (\d+) 页 / Trang (\d+)")


def words(text: str, count: int = 1, size: tuple[float, float] = (595, 842)) -> bytes:
    """A PDF of `count` pages, each saying `text` and its own number."""
    writer = PdfWriter()
    font = DictionaryObject({
        NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
        NameObject("/BaseFont"): NameObject("/Helvetica"),
    })  # fmt: skip
    for number in range(1, count + 1):
        page = writer.add_blank_page(*size)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 20 20 Td ({text} {number}) Tj ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def texts(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def label_corner(pdf: bytes, number: int = 0) -> tuple[float, float]:
    """Where the label's lower left corner is seen: its distance from the right and upper edge."""
    page = PdfReader(BytesIO(pdf)).pages[number]
    last = page["/Contents"][-1].get_object().get_data().decode()
    a, b, c, d, e, f = (float(each) for each in last.split("q ")[1].split(" cm")[0].split())
    box = page.cropbox
    seen = {
        0: (e - box.left, f - box.bottom),
        90: (f - box.bottom, box.right - e),
        180: (box.right - e, box.top - f),
        270: (box.top - f, e - box.left),
    }[page.rotation % 360]
    wide, high = float(box.width), float(box.height)
    across, up = (high, wide) if page.rotation % 180 else (wide, high)
    return across - float(seen[0]), up - float(seen[1])


def test_parts_stand_in_their_order_and_every_page_bears_its_number() -> None:
    parts = [Part("封面 · Bìa", words("cover")), Part("协议书", words("agreement", 3))]
    bound = bind([*parts, Part("封底", words("back"))], title="卷宗", document_date=DAY)
    said = texts(bound)
    found = [" ".join(re.findall(r"(cover|agreement|back) \d", text)) for text in said]
    assert found == ["cover", "agreement", "agreement", "agreement", "back"]
    assert [LABEL.findall(text) for text in said] == [[(str(n), str(n))] for n in range(1, 6)]


def test_outline_leads_to_the_first_page_of_each_part() -> None:
    parts = [Part("封面", words("a", 2)), Part("Biên bản", words("b", 3)), Part("附", words("c"))]
    reader = PdfReader(BytesIO(bind(parts, title="卷宗", document_date=DAY)))
    found = [(each.title, reader.get_destination_page_number(each)) for each in reader.outline]
    assert found == [("封面", 0), ("Biên bản", 2), ("附", 5)]
    assert reader.metadata is not None
    assert reader.metadata.title == "卷宗"


def test_the_same_parts_give_the_same_bytes() -> None:
    parts = [Part("a", words("a", 2))]
    first = bind(parts, title="t", document_date=DAY)
    assert first == bind(parts, title="t", document_date=DAY)


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90, 450])
def test_a_turned_page_is_numbered_where_the_reader_sees_the_upper_right(turn: int) -> None:
    writer = PdfWriter(clone_from=BytesIO(words("turned", size=(842, 595))))
    writer.pages[0].rotate(turn)
    right, top = label_corner(bind([Part("t", written(writer))], title="t", document_date=DAY))
    assert 60 < right < 140
    assert 20 < top < 60


def test_a_cropped_page_is_numbered_inside_what_is_seen() -> None:
    writer = PdfWriter(clone_from=BytesIO(words("cropped")))
    writer.pages[0].cropbox = RectangleObject((100, 200, 400, 600))
    right, top = label_corner(bind([Part("t", written(writer))], title="t", document_date=DAY))
    assert 30 < right < 100
    assert 10 < top < 40


@pytest.mark.parametrize("size", [(60, 60), (200, 2000), (2480, 3508), (5000, 100)])
def test_an_odd_sheet_keeps_its_size_and_its_label_stays_on_it(size: tuple[int, int]) -> None:
    bound = bind([Part("t", words("odd", size=size))], title="t", document_date=DAY)
    page = PdfReader(BytesIO(bound)).pages[0]
    assert (page.mediabox.width, page.mediabox.height) == size
    right, top = label_corner(bound)
    assert 0 < right <= size[0]
    assert 0 < top <= size[1]


def test_contents_that_leave_the_pen_moved_do_not_move_the_number() -> None:
    writer = PdfWriter(clone_from=BytesIO(words("moved")))
    stream = DecodedStreamObject()
    stream.set_data(b"0.1 0 0 0.1 300 300 cm 1 0 0 rg")
    writer.pages[0][NameObject("/Contents")] = ArrayObject([writer._add_object(stream)])
    page = PdfReader(BytesIO(bind([Part("t", written(writer))], title="t", document_date=DAY)))
    contents = [each.get_object().get_data() for each in page.pages[0]["/Contents"]]
    assert contents[0].strip() == b"q"
    assert contents[-1].strip().startswith(b"Q\nq ")


def hostile() -> bytes:
    """Scripts that start by themselves, a link, a field with its value, a hidden file."""
    writer = PdfWriter(clone_from=BytesIO(words("visible")))
    script = DictionaryObject({
        NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("evil()"),
    })  # fmt: skip
    page = writer.pages[0]
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): script})
    rect = RectangleObject((10, 10, 90, 30))
    look = DecodedStreamObject()
    look.set_data(b"0 0 80 20 re f")
    looks = DictionaryObject({NameObject("/N"): writer._add_object(look)})
    field = DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Widget"),
        NameObject("/Rect"): rect, NameObject("/AP"): looks, NameObject("/A"): script,
    })  # fmt: skip
    link = DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Link"),
        NameObject("/Rect"): rect, NameObject("/A"): script,
    })  # fmt: skip
    page[NameObject("/Annots")] = ArrayObject([writer._add_object(field), link])
    writer.root_object[NameObject("/OpenAction")] = script
    writer.add_attachment("hidden.exe", b"MZ hidden")
    return written(writer)


def test_what_comes_from_outside_keeps_what_is_seen_and_nothing_it_would_do() -> None:
    assert b"evil" in hostile()
    clean = harmless(hostile())
    for data in (clean, bind([Part("t", clean)], title="t", document_date=DAY)):
        assert b"evil" not in data
        assert b"hidden" not in data
        reader = PdfReader(BytesIO(data))
        assert "visible 1" in reader.pages[0].extract_text()
        notes = [each.get_object()["/Subtype"] for each in reader.pages[0]["/Annots"]]
        assert notes == ["/Widget"]  # a filled-in field still shows what was filled in


def locked() -> bytes:
    writer = PdfWriter(clone_from=BytesIO(words("secret")))
    writer.encrypt("password")
    return written(writer)


def no_size() -> bytes:
    writer = PdfWriter(clone_from=BytesIO(words("nothing")))
    writer.pages[0][NameObject("/MediaBox")] = RectangleObject((0, 0, 0, 0))
    return written(writer)


def no_contents() -> bytes:
    writer = PdfWriter(clone_from=BytesIO(words("nothing")))
    writer.pages[0][NameObject("/Contents")] = NameObject("/Nothing")
    return written(writer)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", PdfFault.BROKEN),
        (b"%PDF-1.7\nnothing of the kind", PdfFault.BROKEN),
        (words("cut")[:300], PdfFault.BROKEN),
        (no_size(), PdfFault.BROKEN),
        (no_contents(), PdfFault.BROKEN),
        (written(PdfWriter()), PdfFault.BROKEN),
        (locked(), PdfFault.LOCKED),
    ],
    ids=["empty", "words", "cut", "no size", "no contents", "no page", "locked"],
)
def test_what_cannot_be_taken_over_is_named(data: bytes, fault: PdfFault) -> None:
    with pytest.raises(UnusablePdf) as refused:
        harmless(data)
    assert refused.value.code is fault


def test_pages_are_counted() -> None:
    assert page_count(words("a", 7)) == 7
    with pytest.raises(UnusablePdf):
        page_count(locked())
