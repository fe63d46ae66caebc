"""Does the editable copy say what the paper says, and only ever text?"""

from io import BytesIO

import pytest
from docx import Document

from app.documents.docx import MARK, Line, bilingual_docx
from app.kernel.bilingual import Bilingual

TITLE = Bilingual("人民调解协议书", "Văn bản hòa giải thành")
HOSTILE = (
    "a\x00b\x0bc", "<w:p>x</w:p>", "]]>&amp;", "\u202ebad", "\ud800", "㛃䶮", "x" * 300,
)  # fmt: skip


def opened(data: bytes):
    return Document(BytesIO(data))


def cells(data: bytes) -> list[tuple[str, str]]:
    [table] = opened(data).tables
    return [(row.cells[0].text, row.cells[1].text) for row in table.rows]


def test_each_language_has_its_column_and_the_first_stands_left() -> None:
    lines = [Line(Bilingual("甲", "A"), is_heading=True), Line(Bilingual("乙", "B\nC"))]
    assert cells(bilingual_docx(TITLE, lines, first="zh")) == [("甲", "A"), ("乙", "B\nC")]
    assert cells(bilingual_docx(TITLE, lines, first="vi")) == [("A", "甲"), ("B\nC", "乙")]


def test_head_and_every_page_say_that_it_is_a_copy() -> None:
    word = opened(bilingual_docx(TITLE, [], first="zh"))
    assert word.paragraphs[0].text == MARK
    assert word.sections[0].header.paragraphs[0].text == MARK


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_whatever_was_typed_is_text(text: str) -> None:
    lines = [Line(Bilingual(f"甲{text}乙", "A"))]
    [(zh, _vi)] = cells(bilingual_docx(TITLE, lines, first="zh"))
    assert zh.startswith("甲")
    assert zh.endswith("乙")
    assert "\u202e" not in zh
    assert "\x00" not in zh


def test_markup_stays_as_it_was_typed() -> None:
    [(zh, _vi)] = cells(bilingual_docx(TITLE, [Line(Bilingual("<b>&lt;", ""))], first="zh"))
    assert zh == "<b>&lt;"


def test_han_has_a_face_of_its_own() -> None:
    fonts = opened(bilingual_docx(TITLE, [], first="vi")).styles["Normal"].element.rPr.rFonts
    assert "宋体" in fonts.values()
