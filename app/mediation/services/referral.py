"""How is a case referred? The move and its transfer letter stand or fall together."""

from datetime import date, datetime

from app.db import transaction
from app.kernel.permissions import Actor
from app.mediation.kinds import LetterKind
from app.mediation.models import Case
from app.mediation.rules.facts import Given
from app.mediation.services.letter_writing import LetterHead, write_letter
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
    """Refer to another authority, with its transfer letter as a draft.

    Raises NotFound, NotPermitted, IllegalMove, RuleBroken.
    """
    with transaction():
        case = open_case(actor, case_id, permission_for(CaseAction.REFER))
        given = Given(reason=reason, referred_to=referred_to)
        apply_move(actor, case, CaseAction.REFER, on, now, given)
        if with_letter:
            head = LetterHead(
                kind=LetterKind.TRANSFER,
                crosses_border=False,
                names_people=True,
                correspondent=referred_to,
                number=letter_no,
            )
            write_letter(actor, case, head, now, reason=reason)
        return case
