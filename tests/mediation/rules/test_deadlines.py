"""Does each deadline fall on the day an officer would count on the wall calendar?"""

from dataclasses import replace
from datetime import date

import pytest

from app.kernel.calendars import WorkingCalendar
from app.kernel.country import Country
from app.kernel.periods import Unit
from app.mediation.rules.deadlines import (
    Bucket,
    DeadlineCode,
    DeadlineRefusal,
    DeadlineRule,
    ExtendableBy,
    Trigger,
    bucket,
    deadlines_for,
    due_on,
    extension_refusals,
)
from tests.mediation.rules.example_rules import EXAMPLES

CN, VN = Country.CN, Country.VN
PLAIN = WorkingCalendar()


def rule(code: DeadlineCode, country: Country) -> DeadlineRule:
    (found,) = (each for each in EXAMPLES if each.code is code and each.jurisdiction is country)
    return found


MONTH = rule(DeadlineCode.FINISH_MEDIATION, CN)
CONFIRM = rule(DeadlineCode.COURT_STEP, CN)
RECOGNISE = rule(DeadlineCode.COURT_STEP, VN)
START = rule(DeadlineCode.START_MEDIATION, VN)


def test_month_from_31_january_ends_with_february_and_moves_off_the_weekend() -> None:
    #     February 2026
    # Mo Tu We Th Fr Sa Su
    # 23 24 25 26 27 28  1 March     28 is the clamped day, a Saturday
    #  2                             Monday: the last day
    assert due_on(MONTH, date(2026, 1, 31), PLAIN) == date(2026, 3, 2)


def test_month_ends_on_the_clamped_day_where_it_is_worked_instead_of_a_holiday() -> None:
    #     February 2026
    # Mo Tu We Th Fr Sa Su
    # 23 24 25 26 27 28*            * make-up working day: nothing moves
    worked = WorkingCalendar(makeup_days=frozenset({date(2026, 2, 28)}))
    assert due_on(MONTH, date(2026, 1, 31), worked) == date(2026, 2, 28)


def test_thirty_days_into_a_holiday_end_on_the_make_up_sunday_after_it() -> None:
    # October 2026, an example and not the official notice: h holiday, w make-up working day
    # Mo  Tu  We  Th  Fr  Sa  Su
    #             1h  2h [3h] 4h    3 October: thirty days after 3 September
    # 5h  6h  7h  8h  9h  10h 11w   Sunday the 11th is the first day worked
    holidays = frozenset(date(2026, 10, day) for day in range(1, 11))
    calendar = WorkingCalendar(holidays=holidays, makeup_days=frozenset({date(2026, 10, 11)}))
    assert due_on(CONFIRM, date(2026, 9, 3), calendar) == date(2026, 10, 11)


def test_six_months_from_30_august_end_with_february() -> None:
    #     February 2025
    # Mo Tu We Th Fr Sa Su
    # 24 25 26 27 28                a Friday: it stays
    assert due_on(RECOGNISE, date(2024, 8, 30), PLAIN) == date(2025, 2, 28)


def test_three_days_after_assignment_do_not_count_the_day_itself() -> None:
    #     May 2026
    # Mo Tu We Th Fr Sa Su
    #  4  5  6  7                   assigned on Monday: Thursday
    #     assigned on Wednesday 6: Saturday 9, so Monday 11
    assert due_on(START, date(2026, 5, 4), PLAIN) == date(2026, 5, 7)
    assert due_on(START, date(2026, 5, 6), PLAIN) == date(2026, 5, 11)


def test_each_country_moves_by_its_own_calendar() -> None:
    reunification = WorkingCalendar(holidays=frozenset({date(2026, 4, 30), date(2026, 5, 1)}))
    #     Mo 27  Tu 28  We 29  Th 30h  Fr 1h  Sa  Su  Mo 4
    assert due_on(START, date(2026, 4, 27), reunification) == date(2026, 5, 4)
    assert due_on(START, date(2026, 4, 27), PLAIN) == date(2026, 4, 30)


@pytest.mark.parametrize(
    ("country", "trigger", "codes"),
    [
        (CN, Trigger.ACCEPTED, [DeadlineCode.FINISH_MEDIATION]),
        (CN, Trigger.ASSIGNED, []),
        (VN, Trigger.ACCEPTED, []),
        (VN, Trigger.ASSIGNED, [DeadlineCode.START_MEDIATION]),
        (
            CN,
            Trigger.AGREEMENT_EFFECTIVE,
            [
                DeadlineCode.FIRST_FOLLOW_UP,
                DeadlineCode.COURT_STEP,
                DeadlineCode.SECOND_FOLLOW_UP,
                DeadlineCode.THIRD_FOLLOW_UP,
            ],
        ),
        (
            VN,
            Trigger.AGREEMENT_EFFECTIVE,
            [
                DeadlineCode.FIRST_FOLLOW_UP,
                DeadlineCode.SECOND_FOLLOW_UP,
                DeadlineCode.THIRD_FOLLOW_UP,
                DeadlineCode.COURT_STEP,
            ],
        ),
    ],
)
def test_trigger_starts_the_clocks_of_its_country_nearest_first(
    country: Country, trigger: Trigger, codes: list[DeadlineCode]
) -> None:
    planned = deadlines_for(trigger, country, date(2026, 5, 21), EXAMPLES, PLAIN)
    assert [each.rule.code for each in planned] == codes
    assert all(each.trigger_on == date(2026, 5, 21) for each in planned)


def test_matter_no_court_may_confirm_has_no_clock_for_it() -> None:
    planned = deadlines_for(
        Trigger.AGREEMENT_EFFECTIVE,
        CN,
        date(2026, 5, 21),
        EXAMPLES,
        PLAIN,
        court_step_offered=False,
    )
    assert DeadlineCode.COURT_STEP not in [each.rule.code for each in planned]
    assert len(planned) == 3


def test_rule_of_the_day_of_the_trigger_is_the_one_that_counts() -> None:
    #   old: until 31 December 2025      new: from 1 January 2026
    old = replace(MONTH, valid_to=date(2025, 12, 31))
    new = replace(MONTH, length=20, unit=Unit.DAYS, valid_from=date(2026, 1, 1))
    before = deadlines_for(Trigger.ACCEPTED, CN, date(2025, 12, 31), (old, new), PLAIN)
    after = deadlines_for(Trigger.ACCEPTED, CN, date(2026, 1, 1), (old, new), PLAIN)
    assert [each.rule for each in before] == [old]
    assert [each.rule for each in after] == [new]


def test_day_in_a_year_without_official_calendar_says_so() -> None:
    last = date(2027, 1, 4)
    calendar = WorkingCalendar(provisional=frozenset({last}))
    (planned,) = deadlines_for(Trigger.ACCEPTED, CN, date(2026, 12, 4), EXAMPLES, calendar)
    assert (planned.due_on, planned.is_provisional) == (last, True)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (date(2026, 6, 2), Bucket.PAST),
        (date(2026, 6, 3), Bucket.THIS_WEEK),  # today is not past
        (date(2026, 6, 7), Bucket.THIS_WEEK),  # Sunday
        (date(2026, 6, 8), Bucket.LATER),  # Monday
    ],
)
def test_bucket_ends_the_week_on_sunday(due: date, expected: Bucket) -> None:
    # Mo 1  Tu 2  [We 3]  Th 4  Fr 5  Sa 6  Su 7 | Mo 8
    assert bucket(due, date(2026, 6, 3), cleared=False) is expected
    assert bucket(due, date(2026, 6, 3), cleared=True) is Bucket.CLEARED


def extend(each: DeadlineRule, **changes: object) -> list[object]:
    usual: dict[str, object] = {
        "due_on": date(2026, 6, 5),
        "new_due_on": date(2026, 7, 6),
        "reason": "等候鉴定",
        "consents": {"Nông Văn Demo": date(2026, 6, 1), "黄示例": date(2026, 6, 1)},
    }
    found = extension_refusals(each, **(usual | changes))  # type: ignore[arg-type]
    return [refusal.code for refusal in found]


def test_month_goes_on_with_the_recorded_consent_of_both_parties() -> None:
    assert extend(MONTH) == []
    one = {"Nông Văn Demo": date(2026, 6, 1), "黄示例": None}
    assert extend(MONTH, consents=one) == [DeadlineRefusal.CONSENT_MISSING]
    assert extend(MONTH, consents=dict.fromkeys(one)) == [DeadlineRefusal.CONSENT_MISSING] * 2


def test_courts_period_is_nobodys_to_extend() -> None:
    assert extend(CONFIRM) == extend(RECOGNISE) == [DeadlineRefusal.NOT_EXTENDABLE]


def test_office_moves_its_own_follow_up_without_asking_the_parties() -> None:
    follow_up = rule(DeadlineCode.FIRST_FOLLOW_UP, CN)
    assert extend(follow_up, consents={"黄示例": None}) == []


def test_extension_says_every_reason_at_once() -> None:
    same_day = date(2026, 6, 5)
    nobody = replace(MONTH, extendable_by=ExtendableBy.NOBODY)
    assert extend(nobody, new_due_on=same_day, reason=" ") == [
        DeadlineRefusal.NOT_EXTENDABLE,
        DeadlineRefusal.NOT_LATER,
        DeadlineRefusal.REASON_MISSING,
    ]
