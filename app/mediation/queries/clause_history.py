"""Who changed a clause when, and what reads otherwise since?"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from app.accounts.models import User
from app.db import db
from app.mediation.models import Clause, ClauseProposal, ClauseVersion
from app.mediation.queries.clauses import history
from app.mediation.rules.clause_changes import Passage, passages


@dataclass(frozen=True, slots=True)
class Saved:
    """Since when a version is in force, who wrote it and who approved it; nobody's is shipped
    with the product."""

    at: datetime
    by: str
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One version beside the one before it; the first has nothing to be compared with."""

    row: ClauseVersion
    saved: Saved
    zh: list[Passage]
    vi: list[Passage]


def latest_saves() -> dict[str, Saved]:
    """The last change of each clause, by key."""
    newest = (
        select(ClauseVersion.clause_id, func.max(ClauseVersion.number).label("number"))
        .group_by(ClauseVersion.clause_id)
        .subquery()
    )
    query = (
        select(
            Clause.key, ClauseVersion.saved_at, User.display_name, ClauseProposal.decided_by_name
        )
        .join(ClauseVersion, ClauseVersion.clause_id == Clause.id)
        .join(
            newest,
            (newest.c.clause_id == ClauseVersion.clause_id)
            & (newest.c.number == ClauseVersion.number),
        )
        .outerjoin(User, User.id == ClauseVersion.saved_by_id)
        .outerjoin(ClauseProposal, ClauseProposal.version_id == ClauseVersion.id)
        .order_by(Clause.key)
    )
    found = db.session.execute(query)
    return {key: Saved(at, name or "", second or "") for key, at, name, second in found}


def story(key: str) -> list[Chapter]:
    """Every version, the newest first. Raises NotFound."""
    rows = history(key)
    names = _names({row.saved_by_id for row in rows})
    seconds = _second_people([row.id for row in rows])
    saves = [
        Saved(row.saved_at, names.get(row.saved_by_id or 0, ""), seconds.get(row.id, ""))
        for row in rows
    ]
    before = [*rows[1:], None]
    return [_chapter(*each) for each in zip(rows, before, saves, strict=True)]


def _chapter(row: ClauseVersion, old: ClauseVersion | None, saved: Saved) -> Chapter:
    if old is None:
        return Chapter(row, saved, [], [])
    zh = passages(old.pattern_zh, row.pattern_zh)
    return Chapter(row, saved, zh, passages(old.pattern_vi, row.pattern_vi))


def _names(ids: set[int | None]) -> dict[int, str]:
    query = select(User.id, User.display_name).where(User.id.in_([i for i in ids if i]))
    return {identifier: name for identifier, name in db.session.execute(query)}


def _second_people(version_ids: list[int]) -> dict[int, str]:
    query = select(ClauseProposal.version_id, ClauseProposal.decided_by_name)
    found = db.session.execute(query.where(ClauseProposal.version_id.in_(version_ids)))
    return {identifier: name for identifier, name in found if identifier is not None}
