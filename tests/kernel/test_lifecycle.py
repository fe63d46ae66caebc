from enum import StrEnum
from itertools import product

import pytest

from app.kernel.errors import IllegalMove
from app.kernel.lifecycle import actions_from, advance


class Door(StrEnum):
    OPEN = "open"
    SHUT = "shut"
    LOCKED = "locked"


class Hand(StrEnum):
    PUSH = "push"
    TURN = "turn"


TABLE = {
    (Door.OPEN, Hand.PUSH): Door.SHUT,
    (Door.SHUT, Hand.PUSH): Door.OPEN,
    (Door.SHUT, Hand.TURN): Door.LOCKED,
    (Door.LOCKED, Hand.TURN): Door.SHUT,
}


def test_every_move_is_in_the_table_or_refused_with_its_facts():
    for state, action in product(Door, Hand):
        if (state, action) in TABLE:
            assert advance(state, action, TABLE) is TABLE[state, action]
        else:
            with pytest.raises(IllegalMove) as refused:
                advance(state, action, TABLE)
            assert refused.value.facts["state"] is state
            assert refused.value.facts["action"] is action


def test_actions_from_a_state_come_in_the_order_of_the_table():
    assert actions_from(Door.SHUT, TABLE) == (Hand.PUSH, Hand.TURN)
    assert actions_from(Door.LOCKED, TABLE) == (Hand.TURN,)
