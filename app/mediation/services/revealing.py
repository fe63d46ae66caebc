"""How do whole document numbers get onto a paper? With a right, a reason and an entry."""

from datetime import datetime

from app.db import transaction
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.models import Agreement
from app.mediation.queries.scope import get_case
from app.mediation.rules.agreements import AgreementRefusal
from app.mediation.services.opening import child, note


def reveal_on_paper(
    actor: Actor, *, case_id: int, agreement_id: int, reason: str, now: datetime
) -> Agreement:
    """Leave an entry before the print. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = get_case(actor, case_id, Permission.CASE_REVEAL)
        agreement: Agreement = child(case.agreements, agreement_id)
        if not reason.strip():
            raise RuleBroken([Refusal(AgreementRefusal.REVEAL_REASON, field="reason")])
        note(
            actor,
            case,
            "mediation:agreement:printed_in_full",
            now,
            object_type="agreement",
            object_id=agreement.id,
            reason=reason,
        )
        return agreement
