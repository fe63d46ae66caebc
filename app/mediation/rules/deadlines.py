"""By when must it be done, may the day be moved, and how near is it?

Rules are rows of the database; what ships is reference data. Months run to the same
day of the later month, clamped to its end, and a last day that is not a working day in the
jurisdiction moves to the next one (kernel/periods.py).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.kernel.bilingual import Bilingual
from app.kernel.calendars import WorkingCalendar
from app.kernel.country import Country
from app.kernel.errors import Refusal
from app.kernel.periods import Unit, due

_NO_REST = WorkingCalendar(rest_weekdays=frozenset())


class Trigger(StrEnum):
    """What starts the clock."""

    ASSIGNED = "assigned"
    ACCEPTED = "accepted"
    AGREEMENT_EFFECTIVE = "agreement_effective"


class DeadlineCode(StrEnum):
    FINISH_MEDIATION = "finish_mediation"
    START_MEDIATION = "start_mediation"
    COURT_STEP = "court_step"
    FIRST_FOLLOW_UP = "first_follow_up"
    SECOND_FOLLOW_UP = "second_follow_up"
    THIRD_FOLLOW_UP = "third_follow_up"
    OBLIGATION = "obligation"


class ExtendableBy(StrEnum):
    NOBODY = "nobody"
    BOTH_PARTIES = "both_parties"
    OFFICE = "office"


class Bucket(StrEnum):
    PAST = "past"
    THIS_WEEK = "this_week"
    LATER = "later"
    CLEARED = "cleared"


class ClearReason(StrEnum):
    """Why a deadline runs no more."""

    DONE = "done"
    ENDED = "ended"
    REOPENED = "reopened"
    REPLACED = "replaced"
    BY_HAND = "by_hand"


class DeadlineRefusal(StrEnum):
    NOT_EXTENDABLE = "deadline_not_extendable"
    NOT_LATER = "extension_not_later"
    CONSENT_MISSING = "extension_consent_missing"
    CONSENT_IN_FUTURE = "extension_consent_in_future"
    REASON_MISSING = "extension_reason_missing"
    ALREADY_CLEARED = "deadline_already_cleared"
    CLEAR_REASON_MISSING = "clear_reason_missing"


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One dated row; `valid_to` is its last day, None while it stands."""

    code: DeadlineCode
    jurisdiction: Country
    trigger: Trigger
    length: int
    unit: Unit
    extendable_by: ExtendableBy
    source: Bilingual
    is_law: bool
    valid_from: date
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class PlannedDeadline:
    """`is_provisional`: the calendar of that year is not official yet and the day may move."""

    rule: DeadlineRule
    trigger_on: date
    due_on: date
    is_provisional: bool


def due_on(rule: DeadlineRule, trigger_on: date, calendar: WorkingCalendar) -> date:
    """The last day; the day of the trigger itself is not counted."""
    return due(trigger_on, rule.length, rule.unit, calendar)


def deadlines_for(
    trigger: Trigger,
    country: Country,
    on: date,
    rules: Iterable[DeadlineRule],
    calendar: WorkingCalendar,
    *,
    court_step_offered: bool = True,
) -> tuple[PlannedDeadline, ...]:
    """The clocks that start `on` this trigger for a case handled in `country`, nearest first.

    Which rule holds is judged on the day of the trigger. Where the court step is not offered
    (rules/court_step.py) there is no deadline for it either.
    """
    planned = [
        _plan(rule, on, calendar)
        for rule in rules
        if rule.trigger is trigger and rule.jurisdiction is country and rule.holds_on(on)
        if court_step_offered or rule.code is not DeadlineCode.COURT_STEP
    ]
    return tuple(sorted(planned, key=lambda d: (d.due_on, d.rule.code)))


def bucket(due_on: date, today: date, *, cleared: bool) -> Bucket:
    """Where the list shows it. The due day is not past."""
    if cleared:
        return Bucket.CLEARED
    if due_on < today:
        return Bucket.PAST
    return Bucket.THIS_WEEK if due_on <= week_end(today) else Bucket.LATER


def week_end(today: date) -> date:
    """The Sunday of this week: it ends there on both sides."""
    return today + timedelta(days=6 - today.weekday())


def extension_refusals(
    rule: DeadlineRule,
    *,
    due_on: date,
    new_due_on: date,
    reason: str,
    consents: Mapping[str, date | None],
) -> tuple[Refusal, ...]:
    """Why the day cannot be moved. `consents`: each party of the two sides, and when it agreed.

    *Setting* for China: mediation goes on past its month with both parties' recorded consent.
    """
    found: list[Refusal] = []
    if rule.extendable_by is ExtendableBy.NOBODY:
        found.append(Refusal(DeadlineRefusal.NOT_EXTENDABLE, {"code": rule.code}))
    if new_due_on <= due_on:
        found.append(Refusal(DeadlineRefusal.NOT_LATER, {"due_on": due_on}, field="new_due_on"))
    if not reason.strip():
        found.append(Refusal(DeadlineRefusal.REASON_MISSING, field="reason"))
    if rule.extendable_by is ExtendableBy.BOTH_PARTIES:
        found += [
            Refusal(DeadlineRefusal.CONSENT_MISSING, {"party": party})
            for party, consented_on in consents.items()
            if consented_on is None
        ]
    return tuple(found)


def is_uncertain(
    rule: DeadlineRule, trigger_on: date, last: date, calendar: WorkingCalendar
) -> bool:
    """Whether `last`, or a rest day it was moved over, may still change its nature."""
    nominal = min(due_on(rule, trigger_on, _NO_REST), last)
    passed = (nominal + timedelta(days=n) for n in range((last - nominal).days + 1))
    moved_over = passed if rule.unit is not Unit.WORKING_DAYS else iter((last,))
    return any(map(calendar.is_provisional, moved_over))


def _plan(rule: DeadlineRule, on: date, calendar: WorkingCalendar) -> PlannedDeadline:
    last = due_on(rule, on, calendar)
    return PlannedDeadline(rule, on, last, is_uncertain(rule, on, last, calendar))
