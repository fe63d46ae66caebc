"""May a follow-up visit be recorded on that day? After something was agreed, and not tomorrow."""

from datetime import date
from enum import StrEnum

from app.kernel.errors import Refusal


class FollowUpRefusal(StrEnum):
    NOTHING_AGREED = "follow_up_nothing_agreed"
    IN_FUTURE = "follow_up_in_future"
    BEFORE_AGREEMENT = "follow_up_before_agreement"


def follow_up_refusals(
    visited_on: date, effective_on: date | None, today: date
) -> tuple[Refusal, ...]:
    if effective_on is None:
        return (Refusal(FollowUpRefusal.NOTHING_AGREED),)
    if visited_on > today:
        return (Refusal(FollowUpRefusal.IN_FUTURE, {"today": today}, field="visited_on"),)
    if visited_on < effective_on:
        facts = {"effective_on": effective_on}
        return (Refusal(FollowUpRefusal.BEFORE_AGREEMENT, facts, field="visited_on"),)
    return ()
