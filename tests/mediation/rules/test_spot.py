"""May a dispute settled on the spot be entered afterwards, and by which moves?"""

from datetime import date

import pytest

from app.kernel.lifecycle import advance
from app.mediation.rules.spot import SpotRefusal, refusals, walk
from app.mediation.states import TRANSITIONS, CaseState

TODAY = date(2026, 6, 15)

#      15 May     16 May ────────────────── 15 June    16 June
#      too long   ◄──────── 30 days ───────► today     not yet


@pytest.mark.parametrize(
    ("happened_on", "codes"),
    [
        (date(2026, 5, 15), [SpotRefusal.TOO_LONG_AGO]),
        (date(2026, 5, 16), []),
        (TODAY, []),
        (date(2026, 6, 16), [SpotRefusal.IN_FUTURE]),
    ],
)
def test_day_lies_within_the_setting(happened_on: date, codes: list[SpotRefusal]) -> None:
    assert [refusal.code for refusal in refusals(happened_on, TODAY, 30)] == codes


def test_refusal_names_the_days_that_would_pass() -> None:
    (refusal,) = refusals(date(2026, 1, 1), TODAY, days_back=7)
    assert refusal.facts == {"earliest": date(2026, 6, 8), "latest": TODAY}


@pytest.mark.parametrize(
    ("owes", "performed", "end"),
    [
        (False, False, CaseState.AGREED),
        (False, True, CaseState.AGREED),
        (True, False, CaseState.PERFORMING),
        (True, True, CaseState.PERFORMED),
    ],
)
def test_register_walks_the_ordinary_moves(owes: bool, performed: bool, end: CaseState) -> None:
    state = CaseState.DRAFT
    for action in walk(owes=owes, performed=performed):
        state = advance(state, action, TRANSITIONS)
    assert state is end
