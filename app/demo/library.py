"""What of the clause library does the demonstration show? One wording that waits for the other
side's reviewer."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from app.accounts.actors import actor_of
from app.accounts.queries import find_user
from app.db import db
from app.kernel.errors import NotFound
from app.mediation.models import ClauseProposal
from app.mediation.queries.clauses import offered
from app.mediation.services.clause_proposals import propose_version

REVIEWER, KEY = "guangxi", "apology"
REASON = "虚构的修改建议，仅作演示 · Đề nghị hư cấu, chỉ để minh họa"
ADDED = "双方今后不再就此事互相指责。", "Từ nay hai bên không chỉ trích nhau về việc này nữa."


def propose_wording(now: datetime) -> None:
    """Once, however often the demonstration is loaded."""
    if db.session.scalar(select(ClauseProposal.id).limit(1)) is not None:
        return
    user = find_user(REVIEWER)
    if user is None:
        raise NotFound(user=REVIEWER)
    reads, (zh, vi) = offered(KEY).version, ADDED
    draft = replace(
        reads, pattern_zh=f"{reads.pattern_zh}{zh}", pattern_vi=f"{reads.pattern_vi} {vi}"
    )
    propose_version(
        actor_of(user, now.date()), key=KEY, draft=draft, reason=REASON, serves=None, now=now
    )
