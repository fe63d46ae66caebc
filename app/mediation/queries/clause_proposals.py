"""What waits to come into the clause library, what would read otherwise, and who decides?"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from app.accounts import queries as accounts
from app.accounts.models import User
from app.db import db
from app.kernel.clock import local
from app.kernel.country import Country
from app.kernel.errors import NotFound
from app.kernel.permissions import Permission
from app.mediation.models import Clause, ClauseProposal, ClauseVersion
from app.mediation.rules import clause_proposals as rules
from app.mediation.rules.clause_changes import Passage, passages
from app.mediation.rules.clause_proposals import Proposed
from app.mediation.rules.clauses import Version

TOLD = ("title", "use", "pattern")
"""What a clause says in both languages."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One part of a clause in both languages, beside how it reads in force."""

    part: str
    zh: list[Passage]
    vi: list[Passage]

    @property
    def is_changed(self) -> bool:
        return any(each.is_new or each.is_old for each in (*self.zh, *self.vi))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What would read otherwise; what becomes owed and what is asked for are shown whole."""

    readings: list[Reading]
    is_other_effect: bool = False
    is_other_parameters: bool = False


def proposals_waiting() -> list[ClauseProposal]:
    """What nobody has decided yet, the oldest first."""
    query = select(ClauseProposal).where(ClauseProposal.decided_at.is_(None))
    return list(db.session.scalars(query.order_by(ClauseProposal.id)))


def waiting_for(key: str) -> ClauseProposal | None:
    """What waits for one clause."""
    query = select(ClauseProposal).where(
        ClauseProposal.key == key, ClauseProposal.decided_at.is_(None)
    )
    return db.session.scalar(query)


def proposal(proposal_id: int) -> ClauseProposal:
    """Raises NotFound."""
    found = db.session.get(ClauseProposal, proposal_id)
    if found is None:
        raise NotFound(clause_proposal=proposal_id)
    return found


def clause_of(row: ClauseProposal) -> Clause | None:
    """The clause it is about; None for one that is yet to come."""
    return db.session.scalar(select(Clause).where(Clause.key == row.key))


def base_of(row: ClauseProposal) -> ClauseVersion | None:
    """The version it was written against; None for a new clause."""
    clause = clause_of(row)
    versions = clause.versions if clause is not None else []
    return next((each for each in versions if each.number == row.base_number), None)


def compared(before: Version | None, after: Version) -> Comparison:
    """A new clause has nothing to be compared with: its texts stand as they are."""
    readings = [
        Reading(part, *(_passages(before, after, f"{part}_{each}") for each in ("zh", "vi")))
        for part in TOLD
    ]
    if before is None:
        return Comparison(readings)
    return Comparison(
        [each for each in readings if each.is_changed],
        before.effect is not after.effect,
        before.parameters != after.parameters,
    )


def proposed_facts(row: ClauseProposal) -> Proposed:
    """As the rules read it."""
    clause = clause_of(row)
    number = clause.current.number if clause is not None else 0
    return Proposed(
        author_id=row.proposed_by_id,
        country=row.country,
        is_decided=not row.is_waiting,
        is_outdated=number != row.base_number,
    )


def both_countries(serves: Country | None, day: date) -> bool:
    """Whether the second person must be of the other country in this installation."""
    editors = frozenset(country for country in Country if _editors(country, day))
    return rules.needs_other_country(serves, editors)


def second_people(row: ClauseProposal, serves: Country | None, now: datetime) -> list[User]:
    """Who may decide on it."""
    day = local(now, row.country.zone).date()
    both, facts = both_countries(serves, day), proposed_facts(row)
    return [
        user
        for country in Country
        for user in _editors(country, day)
        if not rules.second_person_refusals(facts, user.id, user.country, both_countries=both)
    ]


def _editors(country: Country, day: date) -> list[User]:
    return accounts.may_in(Permission.CLAUSE_EDIT, country, day)


def _passages(before: Version | None, after: Version, name: str) -> list[Passage]:
    new: str = getattr(after, name)
    return [Passage(new)] if before is None else passages(getattr(before, name), new)
