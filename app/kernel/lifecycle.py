"""What may happen to a thing in this state, and what does it become?"""

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from app.kernel.errors import IllegalMove

State = TypeVar("State", bound=Enum)
Action = TypeVar("Action", bound=Enum)


def advance(
    state: State, action: Action, transitions: Mapping[tuple[State, Action], State]
) -> State:
    """The state that `action` leads to; raises IllegalMove where the table has no such move."""
    try:
        return transitions[state, action]
    except KeyError:
        raise IllegalMove(state=state, action=action) from None


def actions_from(
    state: State, transitions: Mapping[tuple[State, Action], State]
) -> tuple[Action, ...]:
    """What can be done in `state`, in the order of the table."""
    return tuple(action for start, action in transitions if start is state)
