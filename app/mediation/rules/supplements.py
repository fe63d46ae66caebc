"""May a signed agreement be changed by another one, and where does the case stand after it?

Source: the register's own design. What was signed is never changed; the parties agree anew, and
name what the new agreement takes the place of.
"""

from collections.abc import Mapping
from enum import StrEnum

from app.kernel.errors import Refusal
from app.mediation.rules.performance import SETTLED, ObligationState
from app.mediation.states import SUPPLEMENTS_ALLOWED, CaseAction, CaseState


class SupplementRefusal(StrEnum):
    NOT_NOW = "supplement_not_now"
    NOTHING_IN_FORCE = "supplement_nothing_in_force"
    DRAFT_EXISTS = "supplement_draft_exists"
    NOT_OPEN = "supplement_not_open"
    NOT_A_SUPPLEMENT = "supplement_is_main"
    WENT_OUT = "supplement_went_out"


R = SupplementRefusal


def begin_refusals(state: CaseState, *, is_in_force: bool, has_draft: bool) -> tuple[Refusal, ...]:
    """Why no supplementary agreement can be begun; one at a time is negotiated."""
    found = []
    if state not in SUPPLEMENTS_ALLOWED:
        found.append(Refusal(R.NOT_NOW, {"state": state}))
    elif not is_in_force:
        found.append(Refusal(R.NOTHING_IN_FORCE))
    if has_draft:
        found.append(Refusal(R.DRAFT_EXISTS))
    return tuple(found)


def choice_refusals(chosen: Mapping[int, ObligationState]) -> tuple[Refusal, ...]:
    """Only what is still to be done can be replaced."""
    done = any(state in SETTLED for state in chosen.values())
    return (Refusal(R.NOT_OPEN, field="replaces"),) if done else ()


def move_after(state: CaseState, whole: ObligationState | None) -> CaseAction | None:
    """Where the case goes when the supplement is signed: `whole` of all that is in force then."""
    if whole is None:
        return None
    if whole is ObligationState.DONE:
        return None if state is CaseState.AGREED else CaseAction.COMPLETE_PERFORMANCE
    return {
        CaseState.AGREED: CaseAction.BEGIN_PERFORMANCE,
        CaseState.DEFAULTED: CaseAction.RESUME,
    }.get(state)
