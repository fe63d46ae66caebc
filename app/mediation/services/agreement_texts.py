"""When may words of an agreement still be translated? Not under a name, nor once it is signed."""

from app.kernel.errors import Refusal, RuleBroken
from app.mediation.models import Agreement, Case, StatementText
from app.mediation.rules.agreements import AgreementRefusal
from app.mediation.rules.signing import SigningRefusal


def refuse_signed(case: Case, statement: StatementText) -> None:
    """The facts of an agreement: what was signed says what it said. Raises RuleBroken."""
    for agreement in case.agreements:
        if statement is agreement.facts:
            refuse_translating(agreement, has_translation=bool(statement.translation))


def refuse_translating(agreement: Agreement, *, has_translation: bool) -> None:
    """Once signed by all, a language may follow where there was none. Raises RuleBroken."""
    if agreement.is_frozen:
        if has_translation:
            raise RuleBroken([Refusal(AgreementRefusal.TEXT_THERE)])
    elif agreement.standing_signatures:
        raise RuleBroken([Refusal(SigningRefusal.SIGNATURES_STAND)])
