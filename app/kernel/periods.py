"""When does a period of days, working days or months end?"""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from app.kernel.calendars import WorkingCalendar


class Unit(StrEnum):
    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"


def add_months(day: date, n: int) -> date:
    """The same day `n` months later (earlier if negative), clamped to the month's end."""
    years, month0 = divmod(day.month - 1 + n, 12)
    year, month = day.year + years, month0 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def due(start: date, length: int, unit: Unit, calendar: WorkingCalendar) -> date:
    """The last day of a period that begins on `start`; the day of `start` is not counted.

    A last day that is not a working day in `calendar` moves to the next one.
    """
    if length < 0:
        raise ValueError("a period runs forwards")
    return calendar.next_working(_last_day(start, length, unit, calendar))


def _last_day(start: date, length: int, unit: Unit, calendar: WorkingCalendar) -> date:
    match unit:
        case Unit.DAYS:
            return start + timedelta(days=length)
        case Unit.WORKING_DAYS:
            return calendar.add_working_days(start, length)
        case Unit.MONTHS:
            return add_months(start, length)
