"""What does every paper of every invented case say, and what stands on its pages?"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from app.db import db
from app.kernel.country import Country
from app.mediation.kinds import PaperKind
from app.mediation.models import Case
from app.mediation.papers.both_languages import in_both
from app.mediation.papers.catalogue import papers_of
from app.mediation.papers.rendering import Stamp, paper_data, render_paper
from tests.conftest import SqliteBackend, _prepared
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
