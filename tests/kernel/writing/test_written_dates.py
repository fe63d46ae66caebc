"""Days, instants and spans, as offices write them."""

from datetime import UTC, date, datetime

import pytest

from app.kernel.bilingual import Language
from app.kernel.clock import CHINA, VIETNAM
from app.kernel.writing import dates

ZH, VI = Language.ZH, Language.VI


@pytest.mark.parametrize(
    ("day", "zh", "vi"),
    [
        (date(2026, 11, 22), "2026年11月22日", "ngày 22 tháng 11 năm 2026"),
        (date(2026, 2, 5), "2026年2月5日", "ngày 05 tháng 02 năm 2026"),
        (date(2026, 3, 10), "2026年3月10日", "ngày 10 tháng 3 năm 2026"),
        (date(2028, 2, 29), "2028年2月29日", "ngày 29 tháng 02 năm 2028"),
    ],
)
def test_day_is_written_in_each_style(day, zh, vi):
    assert (dates.written(day, ZH), dates.written(day, VI)) == (zh, vi)


def test_instant_has_the_clock_it_was_given():
    at = datetime(2026, 11, 22, 1, 5, tzinfo=UTC)
    assert dates.instant(at.astimezone(CHINA), ZH) == "2026年11月22日9时05分"
    assert dates.instant(at.astimezone(VIETNAM), VI) == "08 giờ 05 phút ngày 22 tháng 11 năm 2026"


def test_instant_is_on_the_day_of_its_place():
    at = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)
    assert dates.instant(at.astimezone(CHINA), ZH) == "2026年11月23日0时30分"
    assert dates.instant(at.astimezone(VIETNAM), VI) == "23 giờ 30 phút ngày 22 tháng 11 năm 2026"


@pytest.mark.parametrize("language", Language)
def test_instant_without_a_zone_is_refused(language):
    with pytest.raises(ValueError, match="zone"):
        dates.instant(datetime(2026, 11, 22, 9, 5), language)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("first", "last", "zh", "vi"),
    [
        (
            date(2026, 11, 22),
            date(2026, 11, 22),
            "2026年11月22日",
            "ngày 22 tháng 11 năm 2026",
        ),
        (
            date(2026, 11, 2),
            date(2026, 11, 28),
            "2026年11月2日至28日",
            "từ ngày 02 đến ngày 28 tháng 11 năm 2026",
        ),
        (
            date(2026, 11, 22),
            date(2026, 12, 3),
            "2026年11月22日至12月3日",
            "từ ngày 22 tháng 11 đến ngày 03 tháng 12 năm 2026",
        ),
        (
            date(2026, 11, 22),
            date(2027, 11, 21),
            "2026年11月22日至2027年11月21日",
            "từ ngày 22 tháng 11 năm 2026 đến ngày 21 tháng 11 năm 2027",
        ),
    ],
)
def test_span_names_a_shared_year_or_month_once(first, last, zh, vi):
    assert (dates.span(first, last, ZH), dates.span(first, last, VI)) == (zh, vi)


@pytest.mark.parametrize("language", Language)
def test_span_that_ends_before_it_begins_is_refused(language):
    with pytest.raises(ValueError, match="ends after"):
        dates.span(date(2026, 11, 22), date(2026, 11, 21), language)
