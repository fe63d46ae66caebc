"""Can a court's answer be recorded like this? It has a day, after the request and not tomorrow."""

from datetime import date
from enum import StrEnum

from app.kernel.errors import Refusal
from app.mediation.kinds import CourtResult


class CourtResultRefusal(StrEnum):
    DAY_MISSING = "court_result_day_missing"
    BEFORE_FILED = "court_result_before_filed"
    IN_FUTURE = "court_result_in_future"


def result_refusals(
    result: CourtResult, decided_on: date | None, *, filed_on: date, today: date
) -> tuple[Refusal, ...]:
    """Pending needs no day; every other answer has one."""
    if decided_on is None:
        pending = result is CourtResult.PENDING
        return () if pending else (Refusal(CourtResultRefusal.DAY_MISSING, field="decided_on"),)
    if decided_on > today:
        return (Refusal(CourtResultRefusal.IN_FUTURE, {"today": today}, field="decided_on"),)
    if decided_on < filed_on:
        facts = {"filed_on": filed_on}
        return (Refusal(CourtResultRefusal.BEFORE_FILED, facts, field="decided_on"),)
    return ()
