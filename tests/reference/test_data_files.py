"""Do the shipped files hold together? Codes lead somewhere, both languages, source, confidence."""

import csv
import re
import unicodedata
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from app.reference.models import Confidence
from app.reference.rules import pattern_refusals

APP = Path(__file__).resolve().parents[2] / "app"
FILES = sorted([*APP.glob("reference/data/*.csv"), *APP.glob("bilateral/data/*.csv")])
SOURCED = [path for path in FILES if path.stem != "sources"]
PAIRED_MAY_BE_EMPTY = ("note", "short", "place", "dispute_types", "languages", "shareable",
                       "contact")  # fmt: skip


def rows(name: str) -> list[dict[str, str]]:
    (path,) = [path for path in FILES if path.stem == name]
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def codes(name: str) -> set[str]:
    return {row["code"] for row in rows(name)}


def ids(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_text_is_composed_unicode(path):
    text = path.read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert "�" not in text


@pytest.mark.parametrize("path", SOURCED, ids=ids)
def test_every_row_has_a_source_we_cite_and_a_confidence(path):
    known = codes("sources")
    for row in rows(path.stem):
        assert row["source"] in known, row
        assert row["confidence"] in list(Confidence), row


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_every_text_is_there_in_both_languages_or_in_neither(path):
    for row in rows(path.stem):
        for column in [name for name in row if name.endswith("_zh")]:
            stem = column.removesuffix("_zh")
            zh, vi = row[column], row[f"{stem}_vi"]
            assert bool(zh) == bool(vi) or stem == "short", row
            assert zh or stem in PAIRED_MAY_BE_EMPTY, row


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_vietnamese_has_no_old_tone_marks_on_hoa(path):
    for row in rows(path.stem):
        for column in [name for name in row if name.endswith("_vi")]:
            assert not re.search(r"\bhoà\b", row[column].lower()), row


@pytest.mark.parametrize(
    ("name", "column", "target"),
    [
        ("divisions", "parent_code", "divisions"),
        ("division_successors", "predecessor_code", "divisions"),
        ("division_successors", "successor_code", "divisions"),
        ("organisations", "parent_code", "organisations"),
        ("organisations", "division_code", "divisions"),
        ("organisation_successors", "predecessor_code", "organisations"),
        ("organisation_successors", "successor_code", "organisations"),
        ("memorandum_parties", "memorandum_code", "memoranda"),
        ("memorandum_parties", "organisation_code", "organisations"),
        ("memorandum_areas", "memorandum_code", "memoranda"),
        ("memorandum_areas", "division_code", "divisions"),
    ],
)
def test_no_code_leads_nowhere(name, column, target):
    known = codes(target)
    assert {row[column] for row in rows(name)} - known <= {""}


@pytest.mark.parametrize("name", ["divisions", "organisations"])
def test_parents_come_before_their_children(name):
    seen = {""}
    for row in rows(name):
        assert row["parent_code"] in seen, row
        seen.add(row["code"])


def test_who_has_ended_is_followed_by_somebody_who_exists():
    ended = {row["code"] for row in rows("organisations") if row["valid_to"]}
    assert ended == {row["predecessor_code"] for row in rows("organisation_successors")}
    assert not ended & {row["successor_code"] for row in rows("organisation_successors")}


def test_vietnamese_districts_ended_the_day_before_communes_began():
    ends = {r["valid_to"] for r in rows("divisions") if r["level"] == "district"}
    begins = {r["valid_from"] for r in rows("divisions") if r["level"] in ("commune", "ward")}
    assert (ends, begins) == ({"2025-06-30"}, {"2025-07-01"})


def test_a_chinese_judicial_office_is_never_called_so_tu_phap():
    for row in rows("organisations"):
        if row["kind"] == "justice_office":
            assert row["name_vi"].startswith("Văn phòng Tư pháp"), row
            assert row["name_zh"].endswith("司法所"), row


def test_every_office_has_a_committee_that_numbers_its_agreements():
    offices = [r["code"] for r in rows("organisations") if r["kind"] == "justice_office"]
    committees = [r for r in rows("organisations") if r["kind"] == "mediation_committee"]
    assert sorted(offices) == sorted(row["parent_code"] for row in committees)
    assert len({row["short_zh"] for row in committees}) == len(committees)


def test_number_patterns_are_ones_a_page_would_take():
    patterns = {row["case_no_pattern"] for row in rows("organisations")}
    assert all(pattern_refusals(pattern) == [] for pattern in patterns)


def test_a_working_weekend_is_a_weekend():
    for row in rows("calendar_days"):
        if row["kind"] != "holiday":
            assert date.fromisoformat(row["day"]).weekday() in (5, 6), row


def test_each_calendar_is_in_order_without_a_day_twice():
    for country in ("CN", "VN"):
        days = [row["day"] for row in rows("calendar_days") if row["country"] == country]
        assert all(first < second for first, second in pairwise(days))


def test_a_year_without_an_official_notice_is_provisional_throughout():
    for row in rows("calendar_days"):
        assert (row["provisional"] == "yes") == row["day"].startswith("2027"), row


def test_a_setting_of_ours_never_passes_for_law():
    for row in rows("deadline_rules"):
        assert (row["is_law"] == "no") == row["basis_zh"].startswith("设置"), row
        assert (row["is_law"] == "no") == row["basis_vi"].startswith("Thiết lập"), row
