"""Can a move have happened on that day? Not tomorrow, and not before what came before it."""

from datetime import date
from enum import StrEnum

from app.kernel.errors import Refusal
from app.mediation.states import CaseAction


class MoveDateRefusal(StrEnum):
    IN_FUTURE = "move_in_future"
    BEFORE_RECEIPT = "move_before_receipt"
    BEFORE_LAST_MOVE = "move_before_last_move"


def date_refusals(
    action: CaseAction, on: date, *, today: date, received_on: date | None, last_on: date | None
) -> tuple[Refusal, ...]:
    """Every reason why the move cannot have happened on `on`; `last_on` is the last move's day."""
    found = []
    if on > today:
        found.append(Refusal(MoveDateRefusal.IN_FUTURE, field="on"))
    if action is not CaseAction.RECEIVE and received_on is not None and on < received_on:
        found.append(Refusal(MoveDateRefusal.BEFORE_RECEIPT, field="on"))
    elif last_on is not None and on < last_on:
        found.append(Refusal(MoveDateRefusal.BEFORE_LAST_MOVE, field="on"))
    return tuple(found)
