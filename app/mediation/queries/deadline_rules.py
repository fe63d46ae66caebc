"""Which periods run for a case, as the reference rows of its jurisdiction say today?"""

from collections.abc import Mapping
from datetime import date

from app.kernel.calendars import WorkingCalendar
from app.kernel.country import Country
from app.kernel.periods import due
from app.mediation.rules.deadlines import (
    DeadlineCode,
    DeadlineRule,
    ExtendableBy,
    PlannedDeadline,
    Trigger,
    deadlines_for,
)
from app.reference import queries as reference
from app.reference.models import DeadlineRule as RuleRow

# The reference rows are called `cn_finish`, `vn_court` …: the country, then this.
_ENDING: Mapping[DeadlineCode, str] = {
    DeadlineCode.FINISH_MEDIATION: "finish",
    DeadlineCode.START_MEDIATION: "start",
    DeadlineCode.COURT_STEP: "court",
    DeadlineCode.FIRST_FOLLOW_UP: "followup_15",
    DeadlineCode.SECOND_FOLLOW_UP: "followup_30",
    DeadlineCode.THIRD_FOLLOW_UP: "followup_90",
}
_EXTENSION = "finish_extension"
YEARS_AHEAD = 2  # that a period may reach into


def planned(
    trigger: Trigger, country: Country, on: date, *, court_step_offered: bool = True
) -> tuple[PlannedDeadline, ...]:
    """The deadlines that start on a day, by the rows valid on it, nearest first."""
    rules = [as_value(code, row) for code, row in rules_by_code(country).items()]
    calendar = calendar_from(country, on)
    return deadlines_for(
        trigger, country, on, rules, calendar, court_step_offered=court_step_offered
    )


def rules_by_code(country: Country) -> dict[DeadlineCode, RuleRow]:
    """The reference rows of a country; what the parties agree themselves has none."""
    rows = _rows(country)
    return {code: rows[ending] for code, ending in _ENDING.items() if ending in rows}


def rule_row(code: DeadlineCode, country: Country) -> RuleRow | None:
    """The reference row behind a deadline; None for what the parties agree themselves."""
    return rules_by_code(country).get(code)


def rule_of(code: DeadlineCode, country: Country) -> DeadlineRule | None:
    """The rule as a value for the rules; None where nothing but the parties sets the day."""
    row = rule_row(code, country)
    return None if row is None else as_value(code, row)


def suggested_day(country: Country, due_on: date) -> date | None:
    """The last day after the usual extension from `due_on`; None where none is set."""
    row = _rows(country).get(_EXTENSION)
    if row is None:
        return None
    return due(due_on, row.length, row.unit, calendar_from(country, due_on))


def calendar_from(country: Country, on: date) -> WorkingCalendar:
    """The working days of a country from the year of a day on."""
    return reference.working_calendar(country, range(on.year, on.year + YEARS_AHEAD))


def as_value(code: DeadlineCode, row: RuleRow) -> DeadlineRule:
    """A reference row as the rules want it."""
    return DeadlineRule(
        code=code,
        jurisdiction=row.jurisdiction,
        trigger=Trigger(row.trigger.value),
        length=row.length,
        unit=row.unit,
        extendable_by=ExtendableBy(row.extendable_by.value),
        source=row.basis,
        is_law=row.is_law,
        valid_from=row.valid_from or date.min,
        valid_to=row.valid_to,
    )


def _rows(country: Country) -> dict[str, RuleRow]:
    start = f"{country.value.lower()}_"
    return {row.code.removeprefix(start): row for row in reference.deadline_rules(country)}
