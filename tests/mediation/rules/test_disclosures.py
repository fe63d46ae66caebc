"""What does something that crosses the border rest on, and who may not decide?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mediation.kinds import DisclosureEnd
from app.mediation.rules.disclosures import (
    Decider,
    Decision,
    DisclosureFacts,
    DisclosureState,
    Standing,
    decision_refusals,
    state_of,
)
from app.mediation.rules.disclosures import DisclosureRefusal as R

TODAY = date(2026, 11, 23)
SOMEBODY = Decider(user_id=3, asked_by_id=1, written_by=frozenset({2}))
YES = Decision(approve=True)


def refused(
    facts: DisclosureFacts | None = None,
    decision: Decision = YES,
    decider: Decider = SOMEBODY,
    standing: Standing | None = None,
    is_text_same: bool = True,
) -> set[R]:
    found = decision_refusals(
        facts or DisclosureFacts(), decision, decider, standing or Standing(is_covered=True),
        is_text_same=is_text_same, today=TODAY,
    )  # fmt: skip
    return {each.code for each in found}  # type: ignore[misc]


def test_a_memorandum_in_force_that_covers_the_place_is_enough() -> None:
    assert refused() == set()


def test_without_one_the_instrument_is_named() -> None:
    nothing = Standing()
    assert refused(standing=nothing) == {R.INSTRUMENT_MISSING}
    assert refused(standing=nothing, decision=Decision(True, instrument="指示")) == set()


def test_an_ended_party_without_successor_stops_it_whatever_is_named() -> None:
    ended = Standing(is_covered=True, successor_open=True)
    named = Decision(True, instrument="指示")
    assert refused(standing=ended, decision=named) == {R.SUCCESSOR_OPEN}


@pytest.mark.parametrize(
    ("decider", "code"),
    [
        (Decider(user_id=1, asked_by_id=1), R.OWN_REQUEST),
        (Decider(user_id=2, asked_by_id=1, written_by=frozenset({2})), R.OWN_TEXT),
        (Decider(user_id=None, asked_by_id=None), R.OWN_REQUEST),
    ],
)
def test_nobody_decides_on_their_own(decider: Decider, code: R) -> None:
    assert refused(decider=decider) == {code}


def test_a_changed_text_or_a_missing_consent_is_not_approved_but_may_be_refused() -> None:
    facts = DisclosureFacts(without_consent=("阮文雄",))
    assert refused(facts, is_text_same=False) == {R.CONSENT_MISSING, R.TEXT_CHANGED}
    no = Decision(approve=False, reason="条件不具备")
    assert refused(facts, no, is_text_same=False) == set()


def test_what_is_over_is_not_approved() -> None:
    late = DisclosureFacts(until=TODAY - timedelta(days=1))
    assert refused(late) == {R.UNTIL_PAST}
    ended = DisclosureFacts(end=DisclosureEnd.TAKEN_BACK)
    assert refused(ended) == {R.ALREADY_DECIDED}


@given(days=st.integers(-400, 400), consented=st.booleans(), ended=st.booleans())
def test_it_is_open_only_while_everything_holds(days: int, consented: bool, ended: bool) -> None:
    facts = DisclosureFacts(
        approved=True,
        end=DisclosureEnd.REVOKED if ended else None,
        until=TODAY + timedelta(days=days),
        without_consent=() if consented else ("阮文雄",),
    )
    is_open = state_of(facts, TODAY) is DisclosureState.APPROVED
    assert is_open == (days >= 0 and consented and not ended)
