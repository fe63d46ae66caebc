"""What stands beside a deadline: its rule, what it is owed for, and is its day certain?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.db import db
from app.kernel.calendars import WorkingCalendar
from app.kernel.country import Country
from app.mediation.models import Deadline, Obligation
from app.mediation.queries.deadline_rules import as_value, rules_by_code
from app.mediation.rules.deadlines import DeadlineCode, is_uncertain
from app.reference import queries as reference
from app.reference.models import DeadlineRule as RuleRow
from app.reference.models import ExtendableBy


@dataclass(frozen=True, slots=True)
class Line:
    """`rule` is None for an obligation, whose day the parties set themselves."""

    row: Deadline
    rule: RuleRow | None
    obligation: Obligation | None
    is_uncertain: bool

    def days_left(self, today: date) -> int:
        return (self.row.due_on - today).days

    @property
    def is_running(self) -> bool:
        return self.row.cleared_at is None

    @property
    def is_extendable(self) -> bool:
        return (
            self.is_running
            and self.rule is not None
            and self.rule.extendable_by is not ExtendableBy.NOBODY
        )


def lines(rows: Sequence[Deadline]) -> list[Line]:
    """The rows in their order, each with what a reader needs to judge it."""
    rules = {country: rules_by_code(country) for country in {row.jurisdiction for row in rows}}
    obligations = _obligations(rows)
    calendars = _calendars(rows)
    found = []
    for row in rows:
        rule = rules[row.jurisdiction].get(row.rule)
        uncertain = _is_uncertain(row, rule, calendars[row.jurisdiction])
        found.append(Line(row, rule, obligations.get(row.subject), uncertain))
    return found


def _obligations(rows: Iterable[Deadline]) -> dict[str, Obligation]:
    subjects = {row.subject for row in rows if row.rule is DeadlineCode.OBLIGATION}
    ids = [int(subject.partition(":")[2]) for subject in subjects]
    query = select(Obligation).where(Obligation.id.in_(ids))
    query = query.options(joinedload(Obligation.debtor), joinedload(Obligation.creditor))
    return {f"obligation:{row.id}": row for row in db.session.scalars(query)}


def _calendars(rows: Iterable[Deadline]) -> dict[Country, WorkingCalendar]:
    years: dict[Country, set[int]] = {}
    for row in rows:
        years.setdefault(row.jurisdiction, set()).update((row.counted_from.year, row.due_on.year))
    return {country: reference.working_calendar(country, each) for country, each in years.items()}


def _is_uncertain(row: Deadline, rule: RuleRow | None, calendar: WorkingCalendar) -> bool:
    """What the parties agreed depends on no calendar; an extended day stands for itself."""
    if rule is None:
        return False
    if row.due_seq > 1:
        return calendar.is_provisional(row.due_on)
    return is_uncertain(as_value(row.rule, rule), row.counted_from, row.due_on, calendar)
