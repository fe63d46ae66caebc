"""Which organisations are there, who is under whom, and whose files does each keep?"""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import selectinload

from app.db import db
from app.kernel.clock import CHINA, today
from app.kernel.country import Country
from app.kernel.errors import NotFound
from app.reference.models import Organisation, OrganisationKind, OrganisationSuccessor

_WITH_SUCCESSORS = selectinload(Organisation.successor_links).joinedload(
    OrganisationSuccessor.successor
)


def organisation(organisation_id: int) -> Organisation:
    """Raises NotFound."""
    found = db.session.get(Organisation, organisation_id)
    if found is None:
        raise NotFound(organisation_id=organisation_id)
    return found


def organisation_by_code(code: str) -> Organisation:
    """Raises NotFound."""
    found = db.session.scalar(select(Organisation).where(Organisation.code == code))
    if found is None:
        raise NotFound(organisation=code)
    return found


def organisations(
    country: Country,
    *,
    kinds: Iterable[OrganisationKind] = (),
    on: date | None = None,
) -> list[Organisation]:
    """Those of one country, by code; of some kinds and valid on a day, where these are given."""
    query = select(Organisation).where(Organisation.country == country)
    if wanted := list(kinds):
        query = query.where(Organisation.kind.in_(wanted))
    if on is not None:
        query = query.where(
            or_(Organisation.valid_from.is_(None), Organisation.valid_from <= on),
            or_(Organisation.valid_to.is_(None), Organisation.valid_to >= on),
        )
    return list(db.session.scalars(query.options(_WITH_SUCCESSORS).order_by(Organisation.code)))


def children_of(organisation_id: int) -> list[Organisation]:
    query = (
        select(Organisation)
        .where(Organisation.parent_id == organisation_id)
        .options(_WITH_SUCCESSORS)
        .order_by(Organisation.code)
    )
    return list(db.session.scalars(query))


def path_to(organisation: Organisation) -> list[Organisation]:
    """Those above it, the highest first."""
    above: list[Organisation] = []
    parent = organisation.parent
    while parent is not None:
        above.insert(0, parent)
        parent = parent.parent
    return above


def subtree_ids(organisation_id: int, *, on: date | None = None) -> frozenset[int]:
    """The organisation, everything below it, and the ended ones whose files any of these keep."""
    tree = select(Organisation.id).where(Organisation.id == organisation_id).cte(recursive=True)
    below = select(Organisation.id).join(tree, Organisation.parent_id == tree.c.id)
    found = frozenset(db.session.scalars(select(tree.union(below).c.id)))
    return found | _kept_by(found, on or today(CHINA))


def kept_files_of(organisation_id: int, *, on: date | None = None) -> frozenset[int]:
    """The ended organisations whose files this one keeps on a day (today if none is named).

    An ended organisation's cases stay with its parent of that time and go to its confirmed
    successors; where those have ended too, to theirs.
    """
    return _kept_by(frozenset({organisation_id}), on or today(CHINA))


def _kept_by(own: frozenset[int], on: date) -> frozenset[int]:
    kept = own
    while True:
        more = frozenset(db.session.scalars(_ended_with_heir_in(kept, on))) - kept
        if not more:
            return kept - own
        kept |= more


def _ended_with_heir_in(heirs: frozenset[int], on: date) -> Select[tuple[int]]:
    confirmed = select(OrganisationSuccessor.predecessor_id).where(
        OrganisationSuccessor.successor_id.in_(heirs),
        OrganisationSuccessor.confirmed_on.is_not(None),
        OrganisationSuccessor.confirmed_on <= on,
    )
    return select(Organisation.id).where(
        Organisation.valid_to < on,
        or_(Organisation.parent_id.in_(heirs), Organisation.id.in_(confirmed)),
    )


def successor_link(link_id: int) -> OrganisationSuccessor:
    """Raises NotFound."""
    found = db.session.get(OrganisationSuccessor, link_id)
    if found is None:
        raise NotFound(link=link_id)
    return found
