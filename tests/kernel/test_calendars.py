from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.calendars import WorkingCalendar

#   February 2026 in China          [14] a Saturday worked for the holiday
#   Mo  Tu  We  Th  Fr  Sa  Su      (16) a public holiday
#   09  10  11  12  13 [14] 15      [28] a Saturday worked for the holiday
#  (16)(17)(18)(19)(20) 21  22
#  (23) 24  25  26  27 [28]
SPRING_FESTIVAL = WorkingCalendar(
    holidays=frozenset(date(2026, 2, day) for day in (16, 17, 18, 19, 20, 23)),
    makeup_days=frozenset({date(2026, 2, 14), date(2026, 2, 28)}),
    provisional=frozenset({date(2027, 2, 8)}),
)
DAYS = st.dates(date(2026, 1, 20), date(2026, 3, 20))


@pytest.mark.parametrize(
    ("day", "working"), [(13, True), (14, True), (15, False), (16, False), (21, False), (24, True)]
)
def test_working_day_is_read_from_the_notice_before_the_week(day, working):
    assert SPRING_FESTIVAL.is_working(date(2026, 2, day)) is working


def test_next_working_day_of_a_working_day_is_itself():
    assert SPRING_FESTIVAL.next_working(date(2026, 2, 14)) == date(2026, 2, 14)


def test_next_working_day_lies_behind_the_whole_holiday():
    assert SPRING_FESTIVAL.next_working(date(2026, 2, 15)) == date(2026, 2, 24)


def test_working_days_are_counted_from_the_day_after():
    # 13 Fr | [14] Sa 1 ......... 24 Tu 2 | 25 We 3
    assert SPRING_FESTIVAL.add_working_days(date(2026, 2, 13), 3) == date(2026, 2, 25)


@given(DAYS, st.integers(1, 20))
def test_working_days_added_are_as_many_as_lie_between(day, n):
    last = SPRING_FESTIVAL.add_working_days(day, n)
    passed = [day + timedelta(days=i) for i in range(1, (last - day).days + 1)]
    assert sum(map(SPRING_FESTIVAL.is_working, passed)) == n
    assert SPRING_FESTIVAL.is_working(last)


def test_no_working_days_added_is_the_same_day():
    assert SPRING_FESTIVAL.add_working_days(date(2026, 2, 15), 0) == date(2026, 2, 15)


def test_working_days_are_not_counted_backwards():
    with pytest.raises(ValueError, match="forwards"):
        SPRING_FESTIVAL.add_working_days(date(2026, 2, 15), -1)


def test_day_of_a_year_without_an_official_notice_is_provisional():
    assert SPRING_FESTIVAL.is_provisional(date(2027, 2, 8))
    assert not SPRING_FESTIVAL.is_provisional(date(2026, 2, 16))


def test_week_without_a_working_day_is_refused():
    with pytest.raises(ValueError, match="working day"):
        WorkingCalendar(rest_weekdays=frozenset(range(7)))


def test_day_cannot_be_both_holiday_and_worked():
    with pytest.raises(ValueError, match="not both"):
        WorkingCalendar(
            holidays=frozenset({date(2026, 1, 1)}), makeup_days=frozenset({date(2026, 1, 1)})
        )
