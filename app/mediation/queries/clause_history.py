"""Who changed a clause when, and what reads otherwise since?"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from app.accounts.models import User
from app.db import db
from app.mediation.models import Clause, ClauseVersion
from app.mediation.queries.clauses import history
from app.mediation.rules.clause_changes import Passage, passages


@dataclass(frozen=True, slots=True)
class Saved:
    """When a version was saved and by whom; nobody's is shipped with the product."""

    at: datetime
    by: str


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
        select(Clause.key, ClauseVersion.saved_at, User.display_name)
        .join(ClauseVersion, ClauseVersion.clause_id == Clause.id)
        .join(
            newest,
            (newest.c.clause_id == ClauseVersion.clause_id)
            & (newest.c.number == ClauseVersion.number),
        )
        .outerjoin(User, User.id == ClauseVersion.saved_by_id)
        .order_by(Clause.key)
    )
    return {key: Saved(at, name or "") for key, at, name in db.session.execute(query)}


def story(key: str) -> list[Chapter]:
    """Every version, the newest first. Raises NotFound."""
    rows = history(key)
    names = _names({row.saved_by_id for row in rows})
    before = [*rows[1:], None]
    return [_chapter(row, old, names) for row, old in zip(rows, before, strict=True)]


def _chapter(row: ClauseVersion, old: ClauseVersion | None, names: dict[int, str]) -> Chapter:
    saved = Saved(row.saved_at, names.get(row.saved_by_id or 0, ""))
    if old is None:
        return Chapter(row, saved, [], [])
    zh = passages(old.pattern_zh, row.pattern_zh)
    return Chapter(row, saved, zh, passages(old.pattern_vi, row.pattern_vi))


def _names(ids: set[int | None]) -> dict[int, str]:
    query = select(User.id, User.display_name).where(User.id.in_([i for i in ids if i]))
    return {identifier: name for identifier, name in db.session.execute(query)}
