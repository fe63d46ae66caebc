"""Which places are there, and what does a place's territory belong to?"""

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from app.db import db
from app.kernel.country import Country
from app.kernel.errors import NotFound
from app.reference.models import Division, DivisionSuccessor, Level


def division(division_id: int) -> Division:
    """Raises NotFound."""
    found = db.session.get(Division, division_id)
    if found is None:
        raise NotFound(division_id=division_id)
    return found


def divisions(
    country: Country, *, levels: tuple[Level, ...] = (), on: date | None = None
) -> list[Division]:
    """Those of one country, by code; of some levels and valid on a day, where these are given."""
    query = select(Division).where(Division.country == country)
    if levels:
        query = query.where(Division.level.in_(levels))
    if on is not None:
        query = query.where(
            or_(Division.valid_from.is_(None), Division.valid_from <= on),
            or_(Division.valid_to.is_(None), Division.valid_to >= on),
        )
    links = selectinload(Division.successor_links).joinedload(DivisionSuccessor.successor)
    return list(db.session.scalars(query.options(links).order_by(Division.code)))


def containing_ids(division_id: int) -> frozenset[int]:
    """The division, those above it, and the ended ones whose territory it took over, and above."""
    found: frozenset[int] = frozenset()
    frontier = frozenset({division_id})
    while frontier:
        found |= frontier
        above = select(Division.parent_id).where(
            Division.id.in_(frontier), Division.parent_id.is_not(None)
        )
        before = select(DivisionSuccessor.predecessor_id).where(
            DivisionSuccessor.successor_id.in_(frontier)
        )
        frontier = frozenset(i for i in db.session.scalars(above.union(before)) if i) - found
    return found
