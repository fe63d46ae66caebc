"""What may a reference row say? All refusals of an edit, as values."""

from datetime import date
from enum import StrEnum
from string import Formatter

from app.kernel.calendars import WEEKEND
from app.kernel.errors import Refusal

PATTERN_FIELDS = frozenset({"year", "short", "number"})


class EditRefused(StrEnum):
    ENDS_BEFORE_START = "ends_before_start"
    PATTERN_FIELDS_WRONG = "pattern_fields_wrong"
    WORK_ON_WORKDAY = "work_on_workday"
    DAY_TAKEN = "day_taken"
    CODE_TAKEN = "code_taken"


class SuccessorRefused(StrEnum):
    PARTY_NOT_ENDED = "party_not_ended"
    OTHER_COUNTRY = "other_country"
    SUCCESSOR_NOT_VALID = "successor_not_valid"
    NO_INSTRUMENT = "no_instrument"
    CONFIRMED_IN_FUTURE = "confirmed_in_future"


def validity_refusals(valid_from: date | None, valid_to: date | None) -> list[Refusal]:
    if valid_from is not None and valid_to is not None and valid_to < valid_from:
        return [Refusal(EditRefused.ENDS_BEFORE_START, field="valid_to")]
    return []


def pattern_refusals(pattern: str) -> list[Refusal]:
    """A number pattern needs {year} and {number}, may use {short}, each once and plain."""
    if not pattern:
        return []
    try:
        parts = [part[1:] for part in Formatter().parse(pattern) if part[1] is not None]
    except ValueError:
        parts = []
    names = [str(name) for name, _, _ in parts]
    plain = not any(spec or conversion for _, spec, conversion in parts)
    once = len(names) == len(set(names))
    if plain and once and {"year", "number"} <= set(names) <= PATTERN_FIELDS:
        return []
    return [Refusal(EditRefused.PATTERN_FIELDS_WRONG, field="case_no_pattern")]


def workday_refusals(day: date, *, is_work: bool) -> list[Refusal]:
    """Only a rest day can be worked instead: on a weekday the entry would say nothing."""
    if is_work and day.weekday() not in WEEKEND:
        return [Refusal(EditRefused.WORK_ON_WORKDAY, field="day")]
    return []


def successor_refusals(
    *,
    party_ended: bool,
    same_country: bool,
    successor_valid: bool,
    instrument: str,
    confirmed_on: date,
    today: date,
) -> list[Refusal]:
    """Why somebody cannot be recorded as standing in the place of another."""
    checks = (
        (party_ended, SuccessorRefused.PARTY_NOT_ENDED, None),
        (same_country, SuccessorRefused.OTHER_COUNTRY, "successor"),
        (successor_valid, SuccessorRefused.SUCCESSOR_NOT_VALID, "successor"),
        (bool(instrument.strip()), SuccessorRefused.NO_INSTRUMENT, "instrument"),
        (confirmed_on <= today, SuccessorRefused.CONFIRMED_IN_FUTURE, "confirmed_on"),
    )
    return [Refusal(code, field=field) for holds, code, field in checks if not holds]
