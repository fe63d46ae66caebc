"""When may the words of a letter still be translated, and what follows when they change?"""

from datetime import datetime

from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor
from app.mediation.models import Case, Letter, StatementText
from app.mediation.queries.letters import get_letter
from app.mediation.rules.letters import LetterRefusal
from app.mediation.services.disclosure_ends import text_changed

PREFIX = "letter:"


def refuse_sent(case: Case, statement: StatementText) -> None:
    """What has gone out says what it said. Raises RuleBroken."""
    letter = _letter(case, statement)
    if letter is not None and (not letter.is_draft or letter.withdrawn_at is not None):
        raise RuleBroken([Refusal(LetterRefusal.NOT_A_DRAFT)])


def translated(actor: Actor, case: Case, statement: StatementText, now: datetime) -> None:
    """Other words than a reviewer was asked about: the request is over, and who wrote them is
    remembered."""
    letter = _letter(case, statement)
    if letter is not None:
        letter.wrote(actor.user_id)
        text_changed(actor, case, letter.id, now)


def _letter(case: Case, statement: StatementText) -> Letter | None:
    if not statement.subject.startswith(PREFIX):
        return None
    return get_letter(case, int(statement.subject.removeprefix(PREFIX)))
