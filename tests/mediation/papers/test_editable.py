"""Does the Word copy of an agreement and of a letter say what the paper says?"""

import re
import subprocess
from io import BytesIO

import pytest
from docx import Document
from flask import Flask

from app.mediation.kinds import PaperKind
from app.mediation.models import Agreement, Case
from app.mediation.papers.both_languages import in_both
from app.mediation.papers.catalogue import PaperRef, agreement_ref
from app.mediation.papers.editable import agreement_docx, letter_docx
from app.mediation.papers.joint_copy import without_particulars
from app.mediation.papers.rendering import paper_data, render_paper
from tests.factories import World, actor
from tests.mediation.crossing import send, write
from tests.mediation.settling import SIGNED, signed
from tests.mediation.stages import TODAY, received

FIGURES = re.compile(r"\d+(?:[.,]\d+)*")


def word_text(data: bytes) -> str:
    word = Document(BytesIO(data))
    cells = (cell.text for table in word.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(each.text for each in word.paragraphs), *cells])


def pdf_text(data: bytes) -> str:
    done = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True
    )
    return done.stdout.decode()


def joined(text: str) -> str:
    return "".join(text.split())


def data_of(case: Case, ref: PaperRef) -> dict:
    return paper_data(case, ref, side=case.country, words=in_both, printed_on=SIGNED)


def test_the_copy_of_an_agreement_has_every_number_and_day_of_the_paper(
    ctx: Flask, world: World
) -> None:
    agreement: Agreement = signed(actor("clerk.youyi"), world).agreement
    ref = agreement_ref(agreement)
    data = data_of(agreement.case, ref)
    copy = joined(word_text(agreement_docx(data, first=agreement.case.country)))
    printed = pdf_text(render_paper(ref.kind, data, printed_on=SIGNED))
    paper = joined(printed)
    for said in ("2026年11月20日", "ngày20tháng11năm2026", "6,000.00", "6.000,00",
                 "12,000.00元", "12.000,00nhândântệ",
                 agreement.case.number.replace(" ", "")):  # fmt: skip
        assert said in paper, said
        assert said in copy, said
    sums = {each for each in FIGURES.findall(printed) if len(each) > 5}
    assert {each for each in sums if each not in copy} == set()


def test_the_copy_of_a_letter_has_its_number_day_and_words(ctx: Flask, world: World) -> None:
    row = send(write(received(), names_people=False))
    ref = PaperRef(PaperKind.LETTER, row.id)
    data = data_of(row.case, ref)
    copy = joined(word_text(letter_docx(data, first=row.case.country)))
    paper = joined(pdf_text(render_paper(ref.kind, data, printed_on=TODAY)))
    for said in (row.number, "2026年11月23日", "ngày23tháng11năm2026", "诚邀贵方派员共同调解"):
        assert said in copy
        assert said in paper


def test_the_copy_says_which_text_is_an_unconfirmed_translation(ctx: Flask, world: World) -> None:
    agreement = signed(actor("clerk.youyi"), world).agreement
    data = data_of(agreement.case, agreement_ref(agreement))
    assert "bản dịch chưa được xác nhận" in word_text(
        agreement_docx(data, first=agreement.case.country)
    )


AGED = {"born_on": {"zh": "1977年", "vi": "1977"}, "age": {"zh": "49岁", "vi": "49"}}
SEEN = {"document": {"zh": "4501", "vi": "4501", "unconfirmed": None}}
CALLED = {"document_number": "4501", "phone": {"zh": "138", "vi": "138"}}


@pytest.mark.parametrize("shape", [AGED, SEEN, CALLED])
def test_of_a_party_the_joint_copy_keeps_the_name_alone(shape: dict) -> None:
    party = {"name": "韦大山", "role": {"zh": "被申请人", "vi": "Người được yêu cầu"}} | shape
    [left] = without_particulars({"parties": [party]})["parties"]
    assert left["name"] == "韦大山"
    assert left["role"] == party["role"]
    assert not re.search(r"\d", str(left))
    assert left.keys() == party.keys()
