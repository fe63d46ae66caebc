"""Every paper of the catalogue says all it was told, in both languages, and nothing else.

A new paper is tested here by being in the catalogue.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from app.db import db
from app.documents.typst import render_pdf
from app.kernel.country import Country
from app.mediation.kinds import PaperKind
from app.mediation.models import Case
from app.mediation.papers.both_languages import in_both
from app.mediation.papers.catalogue import TITLES, papers_of, printed_title
from app.mediation.papers.rendering import COMPOSERS, Stamp, paper_data, render_paper
from tests.conftest import SqliteBackend, _prepared
from tests.mediation.papers.edges import words_beyond_the_edge
from tests.mediation.papers.whole_case import (
    bare_case,
    tell_at_length,
    whole_case,
    without_agents,
)

DAY = date(2026, 11, 23)
RARE, HUNG = "㛃䶮", "Nguyễn Văn Hùng"
HOSTILE = ('#panic("x") $a$ <b> *_c_* [d] \\e', "Trần" + "A" * 296)
TURNED = ("\u202eHùng\u202c 㛃", "阮\u200d文\u2067雄\u2069")
STRAIGHT = ("Hùng 㛃", "阮文雄")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9h-9z"/></svg>'
STAMP = Stamp("7K3M9QWXYZ", "0123456789abcdef" * 4, SVG)
# what steers the template
CODES = {"first", "issuer", "kind", "by", "prevails", "languages", "unconfirmed"}
AT_THE_EDGE = {"number"}  # stands at the foot of every page
OF_ONE_SIDE = {PaperKind.COVER, PaperKind.REGISTER_ENTRY}  # no copy for the other side
LONGER = [
    PaperKind.AGREEMENT, PaperKind.VN_SETTLEMENT, PaperKind.ORAL_AGREEMENT,
    PaperKind.COURT_APPLICATION, PaperKind.RIGHTS_NOTICE,
]  # fmt: skip
SENTENCES = [f"第{n}句说的是货款{n}元。" for n in range(1000, 1400)]
EVERY = [pytest.param(kind, id=kind.value) for kind in PaperKind]
Told = dict[tuple[str, PaperKind], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The data of every paper: of whole cases of both sides, of hostile and of bare ones."""
    found: Told = {}
    application = _prepared(SqliteBackend(tmp_path_factory.mktemp("papers")))
    with application.app_context(), application.test_request_context():
        for country in Country:
            cases = {
                "whole": whole_case(country, RARE, HUNG),
                "hostile": whole_case(country, *HOSTILE),
                "turned": whole_case(country, *TURNED),
                "straight": whole_case(country, *STRAIGHT),
                "long": whole_case(country, RARE, HUNG),
                "ordinary": whole_case(country, RARE, HUNG),
                "bare": bare_case(country),
            }
            without_agents(cases["ordinary"])
            tell_at_length(cases["long"], "".join(SENTENCES))
            for name, case_id in cases.items():
                _compose(name, db.session.get_one(Case, case_id), found)
        db.session.remove()
        db.engine.dispose()
    return found


def _compose(name: str, case: Case, found: Told) -> None:
    for ref in papers_of(case):
        for side in Country:
            data = paper_data(
                case, ref, side=side, words=in_both, printed_on=DAY, reveal=name == "whole"
            )
            found.setdefault((name, ref.kind), []).append(data)


@cache
def raw_pages(pdf: bytes) -> tuple[str, ...]:
    return tuple(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def pages_of(pdf: bytes) -> list[str]:
    """Each page's text without white space, as lines break where they like."""
    return [squeezed(page) for page in raw_pages(pdf)]


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split()).replace("\u200b", "")


@cache
def _edges(number: str) -> re.Pattern[str]:
    """What stands above and below the text of every page."""
    marks = "预览件，尚未出具·Bảnxemtrước,chưapháthành|草稿，尚未签署·Bảnnháp,chưaký"
    count = r"(第\d+页共\d+页·Trang\d+/\d+|Trang\d+/\d+·第\d+页共\d+页)"
    return re.compile(f"{marks}|{re.escape(squeezed(number))}{count}|{count}")


def text_of(data: Mapping[str, Any], pdf: bytes) -> str:
    """All text as one, without what is repeated at the edges of pages."""
    edges = _edges(data["number"][data["first"]])
    return "".join(edges.sub("", page) for page in pages_of(pdf)).casefold()


def values_of(data: Any, name: str = "") -> Iterator[str]:
    """Every text somewhere in the data that is meant to be read."""
    if isinstance(data, str) and data and name not in CODES:
        yield from data.split("\n")
    elif isinstance(data, Mapping):
        for key, value in data.items():
            if key not in AT_THE_EDGE:
                yield from values_of(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from values_of(value, name)


def missing(data: Mapping[str, Any], pdf: bytes) -> list[str]:
    text = text_of(data, pdf)
    return [value for value in values_of(data) if squeezed(value).casefold() not in text]


def rendered(kind: PaperKind, data: Mapping[str, Any], stamp: Stamp | None = None) -> bytes:
    return _rendered(kind, json.dumps(data), stamp)


@cache
def _rendered(kind: PaperKind, data: str, stamp: Stamp | None) -> bytes:
    return render_paper(kind, json.loads(data), printed_on=DAY, stamp=stamp)


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
