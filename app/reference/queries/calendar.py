"""Which days are worked in each country?"""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import extract, select

from app.db import db
from app.kernel.calendars import WorkingCalendar
from app.kernel.country import Country
from app.kernel.errors import NotFound
from app.reference.models import CalendarDay, DayKind


def calendar_day(day_id: int) -> CalendarDay:
    """Raises NotFound."""
    found = db.session.get(CalendarDay, day_id)
    if found is None:
        raise NotFound(day_id=day_id)
    return found


def calendar_years(country: Country) -> list[int]:
    """The years something is known of."""
    year = extract("year", CalendarDay.day)
    query = select(year).where(CalendarDay.country == country).distinct().order_by(year)
    return [int(found) for found in db.session.scalars(query)]


def calendar_days(country: Country, years: Iterable[int]) -> list[CalendarDay]:
    """The entries of some years, by date."""
    query = (
        select(CalendarDay)
        .where(
            CalendarDay.country == country,
            extract("year", CalendarDay.day).in_(sorted(set(years))),
        )
        .order_by(CalendarDay.day)
    )
    return list(db.session.scalars(query))


def working_calendar(country: Country, years: Iterable[int]) -> WorkingCalendar:
    """The calendar of a country for some years.

    A year nothing is known of is provisional on every day, so that what rests on it says so.
    """
    wanted = frozenset(years)
    entries = calendar_days(country, wanted)
    unknown = wanted - {entry.day.year for entry in entries}
    return WorkingCalendar(
        holidays=_days(entries, DayKind.HOLIDAY),
        makeup_days=_days(entries, DayKind.MAKEUP_WORK),
        provisional=frozenset(entry.day for entry in entries if entry.provisional)
        | frozenset(day for year in unknown for day in _every_day(year)),
    )


def _days(entries: list[CalendarDay], kind: DayKind) -> frozenset[date]:
    return frozenset(entry.day for entry in entries if entry.kind is kind)


def _every_day(year: int) -> list[date]:
    first = date(year, 1, 1)
    length = (date(year + 1, 1, 1) - first).days
    return [first + timedelta(days=n) for n in range(length)]
