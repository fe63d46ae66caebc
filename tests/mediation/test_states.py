"""Is the table of states exactly the one the offices agreed on?"""

from itertools import product

import pytest

from app.kernel.errors import IllegalMove
from app.kernel.lifecycle import advance
from app.mediation import states
from app.mediation.states import TRANSITIONS, CaseAction, CaseState

COLUMNS = {
    "rec": CaseAction.RECEIVE,
    "acc": CaseAction.ACCEPT,
    "dec": CaseAction.DECLINE,
    "ref": CaseAction.REFER,
    "ter": CaseAction.TERMINATE,
    "sta": CaseAction.START_MEDIATION,
    "set": CaseAction.SETTLE,
    "fai": CaseAction.FAIL,
    "beg": CaseAction.BEGIN_PERFORMANCE,
    "com": CaseAction.COMPLETE_PERFORMANCE,
    "def": CaseAction.DEFAULT,
    "res": CaseAction.RESUME,
    "clo": CaseAction.CLOSE,
    "arc": CaseAction.ARCHIVE,
    "reo": CaseAction.REOPEN,
}
CODES = {
    "R": CaseState.RECEIVED,
    "A": CaseState.ACCEPTED,
    "N": CaseState.NOT_ACCEPTED,
    "F": CaseState.REFERRED,
    "T": CaseState.TERMINATED,
    "M": CaseState.MEDIATING,
    "G": CaseState.AGREED,
    "X": CaseState.NOT_AGREED,
    "P": CaseState.PERFORMING,
    "D": CaseState.PERFORMED,
    "L": CaseState.DEFAULTED,
    "C": CaseState.CLOSED,
    "Z": CaseState.ARCHIVED,
}
MATRIX = """
              rec acc dec ref ter sta set fai beg com def res clo arc reo
draft          R   .   .   .   .   .   .   .   .   .   .   .   .   .   .
received       .   A   N   F   T   .   .   .   .   .   .   .   .   .   .
accepted       .   .   .   F   T   M   .   .   .   .   .   .   .   .   .
not_accepted   .   .   .   .   .   .   .   .   .   .   .   .   C   .   .
referred       .   .   .   .   .   .   .   .   .   .   .   .   C   .   .
terminated     .   .   .   .   .   .   .   .   .   .   .   .   C   .   .
mediating      .   .   .   F   T   .   G   X   .   .   .   .   .   .   .
agreed         .   .   .   .   .   .   .   .   P   .   .   .   C   .   .
not_agreed     .   .   .   .   .   .   .   .   .   .   .   .   C   .   .
performing     .   .   .   .   .   .   .   .   .   D   L   .   .   .   .
performed      .   .   .   .   .   .   .   .   .   .   .   P   C   .   .
defaulted      .   .   .   .   .   .   .   .   .   D   .   P   C   .   .
closed         .   .   .   .   .   .   .   .   .   .   .   .   .   Z   M
archived       .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
"""


def read_matrix() -> dict[tuple[CaseState, CaseAction], CaseState | None]:
    header, *rows = MATRIX.strip().splitlines()
    actions = [COLUMNS[name] for name in header.split()]
    return {
        (CaseState(state), action): CODES.get(cell)
        for state, *cells in (row.split() for row in rows)
        for action, cell in zip(actions, cells, strict=True)
    }


EXPECTED = read_matrix()


def test_matrix_draws_every_state_with_every_action() -> None:
    assert set(EXPECTED) == set(product(CaseState, CaseAction))


@pytest.mark.parametrize(("state", "action"), sorted(EXPECTED))
def test_move_leads_where_the_matrix_says_or_is_illegal(
    state: CaseState, action: CaseAction
) -> None:
    target = EXPECTED[state, action]
    if target is None:
        with pytest.raises(IllegalMove) as refused:
            advance(state, action, TRANSITIONS)
        assert refused.value.facts["state"] is state
        assert refused.value.facts["action"] is action
    else:
        assert advance(state, action, TRANSITIONS) is target


def test_every_ended_case_can_be_closed_and_every_closed_one_archived() -> None:
    for state in states.ENDED:
        closed = advance(state, CaseAction.CLOSE, TRANSITIONS)
        assert advance(closed, CaseAction.ARCHIVE, TRANSITIONS) is CaseState.ARCHIVED


def test_case_closes_only_from_a_state_with_an_outcome() -> None:
    closable = {state for state, action in TRANSITIONS if action is CaseAction.CLOSE}
    assert closable == set(states.OUTCOME_OF) == states.ENDED | {CaseState.AGREED}


def test_late_payment_lifts_the_default() -> None:
    paid = advance(CaseState.DEFAULTED, CaseAction.COMPLETE_PERFORMANCE, TRANSITIONS)
    assert paid is CaseState.PERFORMED


def test_what_is_owed_again_is_performed_again() -> None:
    for state in (CaseState.DEFAULTED, CaseState.PERFORMED):
        assert advance(state, CaseAction.RESUME, TRANSITIONS) is CaseState.PERFORMING


def test_open_ended_closed_and_archived_are_all_states_once() -> None:
    groups = [*states.OPEN, *states.ENDED, CaseState.CLOSED, CaseState.ARCHIVED]
    assert sorted(groups) == sorted(CaseState)


def test_nothing_is_editable_once_the_agreement_speaks() -> None:
    assert {CaseState.AGREED, CaseState.NOT_AGREED}.isdisjoint(states.EDITABLE)
    assert states.EDITABLE <= states.OPEN


def test_archived_file_takes_no_more_papers() -> None:
    assert CaseState.ARCHIVED not in states.FILE_OPEN
    assert CaseState.CLOSED in states.FILE_OPEN


def test_moves_that_refuse_or_end_need_a_reason_and_two_tell_the_route() -> None:
    into_refusal = {CaseState.NOT_ACCEPTED, CaseState.NOT_AGREED}
    telling = {action for (_, action), state in TRANSITIONS.items() if state in into_refusal}
    assert telling == states.NEEDS_ROUTE < states.NEEDS_REASON


def test_page_offers_the_usual_step_first() -> None:
    assert states.next_actions(CaseState.RECEIVED)[0] is CaseAction.ACCEPT
    assert states.next_actions(CaseState.MEDIATING)[0] is CaseAction.SETTLE
    assert states.next_actions(CaseState.ARCHIVED) == ()
