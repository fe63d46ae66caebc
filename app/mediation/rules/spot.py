"""How does a dispute settled on the spot enter the register, afterwards and in one page?

*Setting*: how many days back. The register walks the ordinary moves and records that
they were entered afterwards.
"""

from datetime import date, timedelta
from enum import StrEnum

from app.kernel.errors import Refusal
from app.mediation.states import CaseAction

DAYS_BACK = 30
"""The shipped value of the setting."""

UP_TO_AGREEMENT = (
    CaseAction.RECEIVE,
    CaseAction.ACCEPT,
    CaseAction.START_MEDIATION,
    CaseAction.SETTLE,
)


class SpotRefusal(StrEnum):
    IN_FUTURE = "spot_in_future"
    TOO_LONG_AGO = "spot_too_long_ago"


def refusals(happened_on: date, today: date, days_back: int = DAYS_BACK) -> tuple[Refusal, ...]:
    """Why this day cannot be entered; the earliest and latest day that can are in the facts."""
    earliest = today - timedelta(days=days_back)
    facts = {"earliest": earliest, "latest": today}
    if happened_on > today:
        return (Refusal(SpotRefusal.IN_FUTURE, facts, field="happened_on"),)
    if happened_on < earliest:
        return (Refusal(SpotRefusal.TOO_LONG_AGO, facts, field="happened_on"),)
    return ()


def walk(*, owes: bool, performed: bool) -> tuple[CaseAction, ...]:
    """The moves the register takes; on to performance where something is owed, and done."""
    if not owes:
        return UP_TO_AGREEMENT
    ending = (CaseAction.COMPLETE_PERFORMANCE,) if performed else ()
    return (*UP_TO_AGREEMENT, CaseAction.BEGIN_PERFORMANCE, *ending)
