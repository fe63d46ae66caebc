"""Is a clause still what it was when its form was opened?"""

from sqlalchemy import select

from app.db import db
from app.kernel.errors import Refusal, RuleBroken
from app.mediation.models import Agreement, Term
from app.mediation.queries.agreement_text import term_digest
from app.mediation.rules.agreements import AgreementRefusal


def one_after_another(agreement_id: int) -> None:
    """Two officers at once: the second waits, and then sees what the first has recorded."""
    row = select(Agreement.id).where(Agreement.id == agreement_id).with_for_update()
    db.session.execute(row)


def refuse_changed(term: Term, opened: str | None) -> None:
    """`opened`: the digest of the clause the form was opened with; None asks nothing.

    Raises RuleBroken where somebody else, or another window, has saved it in between.
    """
    if opened is not None and opened != term_digest(term):
        raise RuleBroken([Refusal(AgreementRefusal.TERM_CHANGED)])
