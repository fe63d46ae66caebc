"""How do tests change the clause library? One side proposes, the other side approves."""

from typing import Any

from app.mediation.models import ClauseProposal
from app.mediation.rules.clause_proposals import Word
from app.mediation.rules.clauses import Version
from app.mediation.services import clause_proposals as services
from tests.factories import NOW, actor

AUTHOR, SECOND = "reviewer.guangxi", "reviewer.langson"
WHY: dict[str, Any] = {"reason": "用词更准确", "serves": None, "now": NOW}
YES = Word(approve=True)


def propose(key: str, draft: Version, who: str = AUTHOR, **more: Any) -> ClauseProposal:
    return services.propose_version(actor(who), key=key, draft=draft, **WHY | more)


def propose_offer(key: str, *, withdraw: bool, who: str = AUTHOR) -> ClauseProposal:
    return services.propose_offer(actor(who), key=key, withdraw=withdraw, **WHY)


def decide(row: ClauseProposal, word: Word = YES, who: str = SECOND, **more: Any) -> ClauseProposal:
    values = {"serves": None, "now": NOW} | more
    return services.decide(actor(who), proposal_id=row.id, word=word, **values)


def put_in_force(key: str, draft: Version) -> None:
    """As it reads from now on."""
    decide(propose(key, draft))


def put_into_the_library(key: str, draft: Version) -> None:
    """A clause that was not there."""
    decide(services.propose_clause(actor(AUTHOR), key=key, draft=draft, **WHY))
