from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.calendars import WorkingCalendar
from app.kernel.periods import Unit, add_months, due

CHINA_2026 = WorkingCalendar(
    holidays=frozenset(
        {date(2026, 10, day) for day in range(1, 8)}
        | {date(2026, 2, day) for day in (16, 17, 18, 19, 20, 23)}
    ),
    makeup_days=frozenset({date(2026, 9, 20), date(2026, 10, 10), date(2026, 2, 28)}),
)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 3, 15), 1, date(2026, 4, 15)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_the_month(start, months, end):
    assert add_months(start, months) == end


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(-240, 240))
def test_months_never_leave_the_month_they_lead_to(day, n):
    later = add_months(day, n)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == n
    assert later.day == day.day or (later.day < day.day and add_months(later, 1).day >= later.day)


def test_mediation_of_one_month_that_ends_in_golden_week_moves_behind_it():
    # accepted 2 September
    #   Mo  Tu  We  Th  Fr  Sa  Su
    #               (1) (2) (3) (4)   one month ends on the 2nd
    #  (5) (6) (7)  *8   9 [10] 11
    assert due(date(2026, 9, 2), 1, Unit.MONTHS, CHINA_2026) == date(2026, 10, 8)


def test_period_that_ends_on_a_worked_saturday_stays_there():
    #   Mo  Tu  We  Th  Fr  Sa  Su
    #  (23) 24  25  26  27 *28]  1    28 February is worked for Spring Festival
    assert due(date(2026, 1, 29), 30, Unit.DAYS, CHINA_2026) == date(2026, 2, 28)


def test_judicial_confirmation_in_thirty_days_moves_off_a_sunday():
    # in effect Friday 6 November; the 30th day is Sunday 6 December
    #   Mo  Tu  We  Th  Fr  Sa  Su
    #   30   1   2   3   4   5   6
    #   *7
    assert due(date(2026, 11, 6), 30, Unit.DAYS, CHINA_2026) == date(2026, 12, 7)


def test_working_days_pass_over_the_holiday():
    #   Mo  Tu  We  Th  Fr  Sa  Su
    #       29  s30 (1) (2) (3) (4)
    #  (5) (6) (7)  8.1 9.2 [10].3 11
    assert due(date(2026, 9, 30), 3, Unit.WORKING_DAYS, CHINA_2026) == date(2026, 10, 10)


def test_recognition_in_vietnam_runs_six_months_to_its_own_calendar():
    # in effect 30 October 2026 → 30 April 2027 is Reunification Day, 1 May a holiday,
    #   Mo  Tu  We  Th  Fr   Sa  Su
    #               29 (30)  (1)  2
    #  (3)  *4
    vietnam = WorkingCalendar(
        holidays=frozenset({date(2027, 4, 30), date(2027, 5, 1), date(2027, 5, 3)})
    )
    assert due(date(2026, 10, 30), 6, Unit.MONTHS, vietnam) == date(2027, 5, 4)


@given(
    st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 90), st.sampled_from(list(Unit))
)
def test_last_day_is_always_a_working_day(start, length, unit):
    if unit is Unit.MONTHS:
        length %= 12
    assert CHINA_2026.is_working(due(start, length, unit, CHINA_2026))


def test_period_does_not_run_backwards():
    with pytest.raises(ValueError, match="forwards"):
        due(date(2026, 1, 1), -1, Unit.DAYS, CHINA_2026)
