"""How does a bilingual paper become an editable Word file, two columns, a language each?

What is written is text and never markup: characters that no XML may hold are taken out, and
Word gets one run for each line. Every copy says at its head and on every page that it is one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from docx import Document
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from app.kernel.bilingual import Bilingual
from app.kernel.text import clean

MARK = "可编辑副本，不是正式文本 · Bản có thể sửa, không phải bản chính thức"
LATIN, HAN = "Times New Roman", "宋体"
GREY = RGBColor(0x59, 0x59, 0x59)

Side = Literal["zh", "vi"]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the paper: the same in both languages. A heading is bold."""

    text: Bilingual
    is_heading: bool = False


def bilingual_docx(title: Bilingual, lines: Iterable[Line], *, first: Side) -> bytes:
    """The file; `first` is the language of the left column."""
    order: tuple[Side, Side] = ("zh", "vi") if first == "zh" else ("vi", "zh")
    word = Document()
    _set_fonts(word)
    _set_page(word)
    _put_mark(word.sections[0].header.paragraphs[0])
    _put_mark(word.add_paragraph())
    for side in order:
        heading = word.add_paragraph()
        heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _write(heading, _in(title, side), bold=True, points=16)
    _put_table(word, lines, order)
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _put_table(word: WordFile, lines: Iterable[Line], order: tuple[Side, Side]) -> None:
    table = word.add_table(rows=0, cols=2, style="Table Grid")
    for line in lines:
        cells = table.add_row().cells
        for cell, side in zip(cells, order, strict=True):
            _fill(cell, _in(line.text, side), bold=line.is_heading)


def _fill(cell: _Cell, text: str, *, bold: bool) -> None:
    """A paragraph for each line of the text."""
    first, *rest = text.split("\n")
    _write(cell.paragraphs[0], first, bold=bold)
    for each in rest:
        _write(cell.add_paragraph(), each, bold=bold)


def _write(paragraph: Paragraph, text: str, *, bold: bool = False, points: float = 11) -> None:
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(points)


def _put_mark(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(MARK)
    run.bold, run.font.size, run.font.color.rgb = True, Pt(10), GREY


def _in(text: Bilingual, side: Side) -> str:
    """The words of one language, without what no paper can hold; never the other's instead."""
    return clean((text.zh if side == "zh" else text.vi) or "")


def _set_fonts(word: WordFile) -> None:
    """Latin letters with every Vietnamese mark, and a song face for Han, wherever it is opened."""
    normal = word.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    normal.font.name, normal.font.size = LATIN, Pt(11)
    normal.paragraph_format.space_after = Pt(3)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), HAN)


def _set_page(word: WordFile) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
