"""Until when is a file kept?"""

from datetime import date

from app.mediation.rules.retention import YEARS, RetentionKind, kept_until

CLOSED_ON = date(2024, 2, 29)


def test_kinds_run_their_years_and_clamp_the_leap_day() -> None:
    assert kept_until(RetentionKind.LONG, CLOSED_ON) == date(2054, 2, 28)
    assert kept_until(RetentionKind.SHORT, CLOSED_ON) == date(2034, 2, 28)


def test_permanent_file_has_no_last_day() -> None:
    assert kept_until(RetentionKind.PERMANENT, CLOSED_ON) is None


def test_years_are_a_setting_for_every_kind_that_ends() -> None:
    assert set(YEARS) == set(RetentionKind) - {RetentionKind.PERMANENT}
    assert kept_until(RetentionKind.SHORT, CLOSED_ON, {RetentionKind.SHORT: 4}) == date(2028, 2, 29)
