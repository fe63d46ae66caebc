"""What may a reference row say?"""

from datetime import date

import pytest

from app.reference.rules import (
    EditRefused,
    SuccessorRefused,
    pattern_refusals,
    successor_refusals,
    validity_refusals,
    workday_refusals,
)

GOOD = {
    "party_ended": True,
    "same_country": True,
    "successor_valid": True,
    "instrument": "12/2026",
    "confirmed_on": date(2026, 1, 5),
    "today": date(2026, 1, 5),
}


def found(refusals):
    return [refusal.code for refusal in refusals]


def test_an_end_on_the_day_of_the_start_is_allowed():
    assert validity_refusals(date(2026, 1, 5), date(2026, 1, 5)) == []
    assert validity_refusals(None, date(2026, 1, 5)) == []


def test_an_end_before_the_start_is_refused():
    refusals = validity_refusals(date(2026, 1, 5), date(2026, 1, 4))
    assert found(refusals) == [EditRefused.ENDS_BEFORE_START]


@pytest.mark.parametrize("pattern", ["", "（{year}）{short}人调字第{number}号", "{number}/{year}"])
def test_a_pattern_with_year_and_number_is_allowed(pattern):
    assert pattern_refusals(pattern) == []


@pytest.mark.parametrize(
    "pattern", ["{year}", "{number}", "{year}{number}{x}", "{year}{number}{", "{year:>9}{number}",
                "{year.real}{number}", "{}{year}{number}",
        "{year}{number}{number}", "{year!r}{number}"]
)  # fmt: skip
def test_a_pattern_that_could_not_be_filled_is_refused(pattern):
    assert found(pattern_refusals(pattern)) == [EditRefused.PATTERN_FIELDS_WRONG]


def test_only_a_weekend_is_worked_instead():
    assert workday_refusals(date(2026, 1, 4), is_work=True) == []
    assert workday_refusals(date(2026, 1, 5), is_work=False) == []
    assert found(workday_refusals(date(2026, 1, 5), is_work=True)) == [EditRefused.WORK_ON_WORKDAY]


def test_a_successor_with_its_document_is_allowed():
    assert successor_refusals(**GOOD) == []


def test_every_reason_against_a_successor_is_given():
    bad = {
        "party_ended": False,
        "same_country": False,
        "successor_valid": False,
        "instrument": " ",
        "confirmed_on": date(2026, 1, 6),
    }
    assert found(successor_refusals(**(GOOD | bad))) == list(SuccessorRefused)
