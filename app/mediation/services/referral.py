"""How is a case referred? The move and its transfer letter stand or fall together."""

from datetime import date, datetime

from app.db import transaction
from app.kernel.permissions import Actor
from app.mediation.kinds import LetterDirection, LetterKind
from app.mediation.models import Case
from app.mediation.rules.facts import Given
from app.mediation.services.letters import LetterEntry, add_letter
from app.mediation.services.moves import apply_move, permission_for
from app.mediation.services.opening import open_case
from app.mediation.states import CaseAction


def refer(
    actor: Actor,
    *,
    case_id: int,
    on: date,
    reason: str,
    referred_to: str,
    letter_no: str,
    with_letter: bool,
    now: datetime,
) -> Case:
    """Refer to another authority. Raises NotFound, NotPermitted, IllegalMove, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, permission_for(CaseAction.REFER))
        given = Given(reason=reason, referred_to=referred_to)
        apply_move(actor, case, CaseAction.REFER, on, now, given)
        if with_letter:
            entry = LetterEntry(
                kind=LetterKind.TRANSFER,
                direction=LetterDirection.SENT,
                correspondent=referred_to,
                letter_on=on,
                number=letter_no,
                note=reason,
            )
            add_letter(actor, case, entry, now)
        return case
