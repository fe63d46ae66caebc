"""Does every paper fit its sheet: nothing beyond the edge, a form on one page?"""

from dataclasses import replace
from pathlib import Path

import pytest

from app.documents.typst import render_pdf
from app.mediation.kinds import PaperKind
from app.mediation.papers.agreement import agreement_pdf
from app.mediation.papers.values import PaperText
from tests.mediation.papers.edges import words_beyond_the_edge
from tests.mediation.papers.telling import DAY, EVERY, STAMP, Told, raw_pages, rendered

LONGER = [
    PaperKind.AGREEMENT, PaperKind.VN_SETTLEMENT, PaperKind.ORAL_AGREEMENT,
    PaperKind.COURT_APPLICATION, PaperKind.RIGHTS_NOTICE,
]  # fmt: skip


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize("case", ["whole", "hostile", "long"])
def test_no_word_stands_beyond_the_edge_of_the_sheet(told: Told, case: str, kind: PaperKind):
    for data in told[case, kind][::2]:
        assert words_beyond_the_edge(rendered(kind, data, STAMP)) == []


def test_word_beyond_the_edge_is_noticed(tmp_path: Path):
    sheet = tmp_path / "sheet.typ"
    sheet.write_text(
        "#set page(height: 60mm)\n"
        "#place(dy: 70mm)[below] #place(dx: 190mm)[beside] #place(dx: 50mm)[inside]"
    )
    assert words_beyond_the_edge(render_pdf(sheet, {}, document_date=DAY)) == ["below", "beside"]


@pytest.mark.parametrize("kind", [kind for kind in PaperKind if kind not in LONGER])
def test_form_with_ordinary_data_is_one_page(told: Told, kind: PaperKind):
    assert {len(raw_pages(rendered(kind, data))) for data in told["ordinary", kind]} == {1}


@pytest.mark.parametrize("kind", LONGER)
def test_agreement_with_ordinary_data_is_one_sheet(told: Told, kind: PaperKind):
    assert {len(raw_pages(rendered(kind, data))) for data in told["ordinary", kind]} <= {1, 2}


def test_agreement_of_two_is_one_sheet_and_of_seven_workers_three_pages_at_most(sample_agreement):
    two = sample_agreement()
    assert len(raw_pages(agreement_pdf(two))) == 2
    worker, employer = two.parties
    workers = [PaperText(f"阮文{n}", f"Nguyễn Văn {n}") for n in "甲乙丙丁戊己庚"]
    seven = replace(
        two,
        parties=(*(replace(worker, name=each.vi, name_han=each.zh) for each in workers), employer),
        party_signers=tuple(replace(two.party_signers[0], name=each) for each in workers),
        obligations=tuple(
            replace(owed, creditor=each) for owed in two.obligations[:2] for each in workers
        ),
    )
    assert len(raw_pages(agreement_pdf(seven))) <= 3
