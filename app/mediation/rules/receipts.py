"""May this receipt be entered or taken back? What money asks beside is in performance.py."""

from datetime import date
from enum import StrEnum

from app.kernel.errors import Refusal
from app.mediation.rules.performance import Owed


class ReceiptRefusal(StrEnum):
    AMOUNT = "receipt_amount_missing"
    TWICE = "receipt_twice"
    ALREADY_DONE = "receipt_already_done"
    DONE_IN_FUTURE = "receipt_done_in_future"
    REPLACED = "receipt_replaced"
    BEFORE_SUPPLEMENT = "receipt_before_supplement"
    NOT_NOW = "receipt_not_now"
    WITHDRAWN = "receipt_withdrawn"
    REASON = "receipt_reason_missing"


def done_refusals(owed: Owed, done_on: date, today: date) -> tuple[Refusal, ...]:
    """Why goods or an act cannot be marked as given on that day."""
    found: list[Refusal] = []
    if owed.done_on is not None:
        found.append(Refusal(ReceiptRefusal.ALREADY_DONE, {"done_on": owed.done_on}))
    if done_on > today:
        facts = {"today": today}
        found.append(Refusal(ReceiptRefusal.DONE_IN_FUTURE, facts, field="received_on"))
    return tuple(found)
