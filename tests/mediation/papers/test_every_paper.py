"""Every paper of the catalogue says all it was told, in both languages, and nothing else.

A new paper is tested here by being in the catalogue.
"""

import json
import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.kernel.country import Country
from app.mediation.kinds import PaperKind
from app.mediation.papers.catalogue import TITLES, printed_title
from app.mediation.papers.rendering import COMPOSERS, render_paper
from tests.mediation.papers.telling import (
    DAY,
    EVERY,
    STAMP,
    Told,
    missing,
    pages_of,
    raw_pages,
    rendered,
    squeezed,
    text_of,
    values_of,
)

OF_ONE_SIDE = {PaperKind.COVER, PaperKind.REGISTER_ENTRY}  # no copy for the other side


@pytest.mark.parametrize("kind", EVERY)
def test_paper_prints_every_value_in_both_languages(told: Told, kind: PaperKind):
    assert told["whole", kind]
    for data in told["whole", kind]:
        assert missing(data, rendered(kind, data)) == []


def test_value_that_is_not_printed_is_noticed(told: Told):
    data = told["whole", PaperKind.APPLICATION][0]
    pdf = rendered(PaperKind.APPLICATION, data)
    assert missing(data | {"claimed": {"zh": "壹元", "vi": "một đồng"}}, pdf) == [
        "壹元",
        "một đồng",
    ]


@pytest.mark.parametrize("kind", EVERY)
def test_hostile_names_print_as_text(told: Told, kind: PaperKind):
    for data in told["hostile", kind][::2]:
        assert missing(data, rendered(kind, data)) == []


@pytest.mark.parametrize("kind", EVERY)
def test_long_text_goes_on_to_the_next_page_and_is_never_cut_off(told: Told, kind: PaperKind):
    for data in told["long", kind][::2]:
        text = text_of(data, rendered(kind, data))
        if "第1399句" in json.dumps(data, ensure_ascii=False):
            numbers = set(re.findall(r"货款(1\d\d\d)", text))
            assert len(numbers) > 390  # a few are divided by the end of a page


@pytest.mark.parametrize("kind", EVERY)
def test_marks_that_turn_the_writing_are_left_out(told: Told, kind: PaperKind):
    for turned, straight in zip(told["turned", kind], told["straight", kind], strict=True):
        assert list(values_of(turned)) == list(values_of(straight))


@pytest.mark.parametrize("kind", EVERY)
def test_paper_without_anything_known_still_prints(told: Told, kind: PaperKind):
    assert told["bare", kind]
    for data in told["bare", kind]:
        assert missing(data, rendered(kind, data)) == []


def test_empty_value_is_a_line_to_write_on(told: Told):
    data = told["whole", PaperKind.APPLICATION][0]
    blank = data | {"claimed": {"zh": "", "vi": ""}}
    assert lines_in(rendered(PaperKind.APPLICATION, blank)) == 1 + lines_in(
        rendered(PaperKind.APPLICATION, data)
    )


def lines_in(pdf: bytes) -> int:
    """How many paths are drawn on all pages."""
    pages = PdfReader(BytesIO(pdf)).pages
    return sum(len(re.findall(rb"\b[SfB]\*?\n", page.get_contents().get_data())) for page in pages)


@pytest.mark.parametrize("kind", EVERY)
def test_every_page_bears_its_number_and_the_count(told: Told, kind: PaperKind):
    for data in told["whole", kind]:
        pages = pages_of(rendered(kind, data))
        for at, text in enumerate(pages, start=1):
            assert f"第{at}页共{len(pages)}页" in text
            assert f"Trang{at}/{len(pages)}" in text
            assert squeezed(data["number"][data["first"]]) in text


@pytest.mark.parametrize("kind", EVERY)
def test_preview_says_so_on_every_page_and_an_issued_paper_bears_its_stamp(
    told: Told, kind: PaperKind
):
    for data in told["whole", kind]:
        assert all("预览件" in page for page in pages_of(rendered(kind, data)))
        issued = rendered(kind, data, STAMP)
        first, *rest = pages_of(issued)
        assert "预览件" not in "".join([first, *rest])
        assert "7K3M9QWXYZ" in first
        assert "0123456789abcdef" in first
        assert "0123456789abcdef0" not in first
        assert not any("7K3M9QWXYZ" in page for page in rest)
        assert b"pdfaid:part" in issued


@pytest.mark.parametrize("kind", EVERY)
def test_same_data_gives_the_same_bytes(told: Told, kind: PaperKind):
    data = told["whole", kind][0]
    again = render_paper(kind, data, printed_on=DAY, stamp=STAMP)
    assert again == rendered(kind, data, STAMP)


@pytest.mark.parametrize("kind", EVERY)
def test_paper_shows_no_code_and_no_english(told: Told, kind: PaperKind):
    for data in told["whole", kind]:
        text = "\n".join(raw_pages(rendered(kind, data)))
        assert re.findall(r"[a-z]+_[a-z]+|\b(?:None|True|False|none|auto|the|of|and)\b", text) == []


@pytest.mark.parametrize("kind", EVERY)
def test_state_name_of_vietnam_stands_on_papers_of_its_own_bodies_only(told: Told, kind: PaperKind):
    named = {
        data["issuer"] for data in told["whole", kind]
        if "cộnghòaxãhộichủnghĩaviệtnam" in text_of(data, rendered(kind, data))
    }  # fmt: skip
    assert named <= {"VN"}


@pytest.mark.parametrize("kind", EVERY)
def test_each_copy_bears_its_own_sides_title_first(told: Told, kind: PaperKind):
    if kind in OF_ONE_SIDE:
        return
    sides = set()
    for data in told["whole", kind]:
        text, first = text_of(data, rendered(kind, data)), data["first"]
        at = {side: text.index(squeezed(data["title"][side]).casefold()) for side in ("zh", "vi")}
        assert min(at, key=at.__getitem__) == first
        sides.add(first)
    assert sides == {"zh", "vi"}


def test_paper_bears_the_title_of_its_form(told: Told):
    own = {PaperKind.LETTER, PaperKind.COURT_APPLICATION}  # named by what they say
    for (_, kind), papers in told.items():
        for data in papers:
            title = printed_title(kind, Country(data["issuer"]))
            assert kind in own or data["title"]["vi"] == title.vi
            assert kind in own or data["title"]["zh"] == title.zh


def test_catalogue_names_and_sets_every_kind():
    assert set(TITLES) == set(COMPOSERS) == set(PaperKind)
    assert all(title_of_kind.has_both for title_of_kind in TITLES.values())


def test_masked_copy_shows_no_number_address_or_telephone(told: Told):
    for kind in PaperKind:
        for data in told["hostile", kind][::2]:
            text = text_of(data, rendered(kind, data))
            assert not any(secret in text for secret in ("ab1234567", "0912345678", "某村三组"))
