"""Which clauses can an agreement be composed of, and how did they read before?"""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app.db import db
from app.kernel.errors import NotFound
from app.mediation.models import Clause, ClauseVersion, Party, Term
from app.mediation.rules.clauses import Person, Value, Version, restored


@dataclass(frozen=True, slots=True)
class LibraryClause:
    """A clause as it is offered now; `number` counts its versions."""

    key: str
    version_id: int
    number: int
    version: Version
    is_withdrawn: bool = False
    is_shipped: bool = True


def library(*, withdrawn: bool = False) -> list[LibraryClause]:
    """Every clause in its order; those withdrawn only where asked for."""
    query = select(Clause).options(selectinload(Clause.versions))
    found = db.session.scalars(query.order_by(Clause.position, Clause.key))
    return [_offered(each) for each in found if withdrawn or not each.is_withdrawn]


def offered(key: str) -> LibraryClause:
    """One clause as it is now, withdrawn or not. Raises NotFound."""
    return _offered(clause(key))


def clause(key: str) -> Clause:
    """The row of a clause. Raises NotFound."""
    found = db.session.scalar(select(Clause).where(Clause.key == key))
    if found is None:
        raise NotFound(clause=key)
    return found


def version(version_id: int) -> ClauseVersion:
    """One version, current or not. Raises NotFound."""
    found = db.session.get(ClauseVersion, version_id)
    if found is None:
        raise NotFound(clause_version=version_id)
    return found


def history(key: str) -> list[ClauseVersion]:
    """Every version of a clause, the newest first. Raises NotFound."""
    return list(reversed(clause(key).versions))


def values_of(term: Term) -> dict[str, Value]:
    """What fills the gaps of a clause from the library; nothing for a free one."""
    if term.clause_version is None or term.values is None:
        return {}
    return restored(term.clause_version.version, term.values)


def person_of(party: Party) -> Person:
    """A party as each text writes the name."""
    return Person(party.id, party.name_han or party.name, party.name_latin or party.name)


def _offered(row: Clause) -> LibraryClause:
    now = row.current
    return LibraryClause(
        row.key, now.id, now.number, now.version, row.is_withdrawn, bool(now.loaded_hash)
    )
