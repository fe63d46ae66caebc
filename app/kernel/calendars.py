"""Is this a working day here, and which is the next?"""

from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
WEEKEND = frozenset({5, 6})


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Weekly rest days (Monday is 0), public holidays, and rest days worked instead.

    `provisional` days lie in a year whose official notice is not out yet:
    the answer for them may still change, and what rests on it must say so.
    """

    rest_weekdays: frozenset[int] = WEEKEND
    holidays: frozenset[date] = frozenset()
    makeup_days: frozenset[date] = frozenset()
    provisional: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if self.rest_weekdays >= frozenset(range(7)):
            raise ValueError("a week needs a working day")
        if self.holidays & self.makeup_days:
            raise ValueError("a day is a holiday or a make-up working day, not both")

    def is_working(self, day: date) -> bool:
        if day in self.makeup_days:
            return True
        return day not in self.holidays and day.weekday() not in self.rest_weekdays

    def is_provisional(self, day: date) -> bool:
        return day in self.provisional

    def next_working(self, day: date) -> date:
        """`day` itself where it is a working day, else the first one after it."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def add_working_days(self, day: date, n: int) -> date:
        """The n-th working day after `day`, which is not counted itself."""
        if n < 0:
            raise ValueError("working days are counted forwards")
        for _ in range(n):
            day = self.next_working(day + ONE_DAY)
        return day
