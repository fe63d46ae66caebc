"""When may what was signed be changed by another agreement, and where does the case go then?"""

import pytest

from app.mediation.rules.performance import ObligationState as O
from app.mediation.rules.supplements import (
    SupplementRefusal,
    begin_refusals,
    choice_refusals,
    move_after,
)
from app.mediation.states import SUPPLEMENTS_ALLOWED, TRANSITIONS, CaseAction, CaseState


@pytest.mark.parametrize("state", CaseState)
def test_only_an_agreement_that_is_in_force_and_not_done_is_changed(state: CaseState) -> None:
    refusals = begin_refusals(state, is_in_force=True, has_draft=False)
    assert (refusals == ()) is (
        state in {CaseState.AGREED, CaseState.PERFORMING, CaseState.DEFAULTED}
    )


def test_one_supplement_is_negotiated_at_a_time() -> None:
    found = begin_refusals(CaseState.PERFORMING, is_in_force=False, has_draft=True)
    assert [each.code for each in found] == [
        SupplementRefusal.NOTHING_IN_FORCE,
        SupplementRefusal.DRAFT_EXISTS,
    ]


@pytest.mark.parametrize("state", O)
def test_only_what_is_still_to_be_done_can_be_replaced(state: O) -> None:
    refusals = choice_refusals({1: O.NOT_DUE, 2: state})
    assert (refusals == ()) is (state in {O.NOT_DUE, O.PART, O.OVERDUE})


@pytest.mark.parametrize(
    ("state", "whole", "action"),
    [
        (CaseState.AGREED, O.NOT_DUE, CaseAction.BEGIN_PERFORMANCE),
        (CaseState.AGREED, None, None),
        (CaseState.AGREED, O.DONE, None),
        (CaseState.PERFORMING, O.PART, None),
        (CaseState.PERFORMING, O.DONE, CaseAction.COMPLETE_PERFORMANCE),
        (CaseState.DEFAULTED, O.NOT_DUE, CaseAction.RESUME),
        (CaseState.DEFAULTED, O.OVERDUE, CaseAction.RESUME),
        (CaseState.DEFAULTED, O.DONE, CaseAction.COMPLETE_PERFORMANCE),
    ],
)
def test_where_the_case_goes_when_a_supplement_is_signed(
    state: CaseState, whole: O | None, action: CaseAction | None
) -> None:
    assert move_after(state, whole) is action


def test_every_move_after_a_supplement_is_one_the_case_knows() -> None:
    for state in SUPPLEMENTS_ALLOWED:
        for whole in (*O, None):
            action = move_after(state, whole)
            assert action is None or (state, action) in TRANSITIONS
