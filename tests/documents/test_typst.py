"""A paper comes out the same every time, says exactly its data, and reads nothing else."""

import re
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.documents.typst import PaperNotRendered, render_pdf

DAY = date(2026, 11, 22)
HEAD = "#let data = json(bytes(sys.inputs.data))\n"


@pytest.fixture
def template(tmp_path: Path):
    def write(body: str) -> Path:
        path = tmp_path / "papers" / "paper.typ"
        path.parent.mkdir(exist_ok=True)
        path.write_text(HEAD + body, encoding="utf-8")
        return path

    return write


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_same_data_gives_the_same_bytes_in_any_order_of_keys(template):
    path = template("#data.a #data.b")
    first = render_pdf(path, {"a": "和", "b": "Hòa"}, document_date=DAY)
    second = render_pdf(path, {"b": "Hòa", "a": "和"}, document_date=DAY)
    other = render_pdf(path, {"a": "和", "b": "Hoà"}, document_date=DAY)
    assert first == second
    assert first != other


@pytest.mark.parametrize("words", ['#panic("x")', "*a* $1$ [b] #{", '"; #read("/etc/passwd")'])
def test_data_is_printed_and_never_run(template, words):
    assert words in text_of(
        render_pdf(template("#data.words"), {"words": words}, document_date=DAY)
    )


def test_paper_is_archival_and_carries_its_own_date(template):
    path = template("#data.words")
    pdf = render_pdf(path, {"words": "x"}, document_date=datetime(2026, 11, 22, 1, 30, tzinfo=UTC))
    reader = PdfReader(BytesIO(pdf))
    assert re.search(rb'pdfaid:part(>|=")2', pdf)
    assert reader.metadata.creation_date == datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
    assert b"pdfaid" not in render_pdf(path, {"words": "x"}, document_date=DAY, pdf_a=False)


def test_date_without_zone_is_refused(template):
    with pytest.raises(ValueError, match="aware"):
        render_pdf(template("x"), {}, document_date=datetime.fromisoformat("2026-11-22T09:00"))


def test_missing_field_is_a_typed_failure(template):
    with pytest.raises(PaperNotRendered, match="words") as caught:
        render_pdf(template("#data.words"), {}, document_date=DAY)
    assert caught.value.template == "paper.typ"


def test_files_outside_the_folder_of_the_template_cannot_be_read(template, tmp_path):
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    for path in ("../secret.txt", "/../secret.txt", str(tmp_path / "secret.txt")):
        with pytest.raises(PaperNotRendered):
            render_pdf(template(f'#read("{path}")'), {}, document_date=DAY)


def test_bold_chinese_is_really_bold_and_rare_characters_have_a_face(template):
    path = template('#set text(font: "Noto Sans CJK SC")\n#data.words #strong(data.words)')
    reader = PdfReader(BytesIO(render_pdf(path, {"words": "和𠮷㛃龘"}, document_date=DAY)))
    fonts = reader.pages[0]["/Resources"]["/Font"]
    assert len(fonts) == 2
    assert reader.pages[0].extract_text().count("和𠮷㛃龘") == 2
