"""Who is told of a change of the clause library? Who may decide on it, and who proposed it."""

from datetime import datetime

from app.kernel.country import Country
from app.mediation.models import ClauseProposal
from app.mediation.queries.clause_proposals import second_people
from app.mediation.rules.clause_proposals import ProposalEnd
from app.notifications.models import NoticeKind
from app.notifications.services import enqueue


def tell_second_people(row: ClauseProposal, serves: Country | None, now: datetime) -> None:
    """Each of them once; the first to say a word decides."""
    for user in second_people(row, serves, now):
        _tell(user.id, NoticeKind.CLAUSE_PROPOSED, row, now)


def tell_decided(row: ClauseProposal, now: datetime) -> None:
    approved = row.end is ProposalEnd.APPROVED
    kind = NoticeKind.CLAUSE_APPROVED if approved else NoticeKind.CLAUSE_REFUSED
    if row.proposed_by_id is not None:
        _tell(row.proposed_by_id, kind, row, now)


def _tell(user_id: int, kind: NoticeKind, row: ClauseProposal, now: datetime) -> None:
    enqueue(
        user_id=user_id,
        kind=kind,
        facts={},
        path=f"/clauses/proposals/{row.id}",
        dedup_key=f"{kind.value}:{row.id}:{user_id}",
        now=now,
    )
