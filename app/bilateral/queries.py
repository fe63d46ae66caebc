"""Which memoranda are there, and which covers a stretch of the border?"""

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.bilateral.models import Memorandum, MemorandumArea, MemorandumChange, MemorandumParty
from app.db import db
from app.kernel.errors import NotFound
from app.reference.queries import containing_ids


def memoranda() -> list[Memorandum]:
    """All, in the order they were entered."""
    parties = selectinload(Memorandum.parties)
    query = (
        select(Memorandum)
        .options(
            parties.joinedload(MemorandumParty.organisation),
            parties.joinedload(MemorandumParty.successor),
        )
        .order_by(Memorandum.id)
    )
    return list(db.session.scalars(query))


def memorandum(memorandum_id: int) -> Memorandum:
    """Raises NotFound."""
    found = db.session.get(Memorandum, memorandum_id)
    if found is None:
        raise NotFound(memorandum_id=memorandum_id)
    return found


def party(party_id: int) -> MemorandumParty:
    """Raises NotFound."""
    found = db.session.get(
        MemorandumParty, party_id, options=[joinedload(MemorandumParty.memorandum)]
    )
    if found is None:
        raise NotFound(party_id=party_id)
    return found


def change(change_id: int) -> MemorandumChange:
    """Raises NotFound."""
    found = db.session.get(MemorandumChange, change_id)
    if found is None:
        raise NotFound(change=change_id)
    return found


def memoranda_covering(*division_ids: int) -> list[Memorandum]:
    """Those whose areas hold every one of these places, as far as areas are known.

    Give a place on each side to ask for a stretch: a Chinese township alone may lie under a
    memorandum that says nothing of the commune across from it. A place that took over an ended
    one's territory counts as lying in it.
    """
    found: set[int] | None = None
    for division_id in division_ids:
        holding = select(MemorandumArea.memorandum_id).where(
            MemorandumArea.division_id.in_(containing_ids(division_id))
        )
        ids = set(db.session.scalars(holding))
        found = ids if found is None else found & ids
    query = select(Memorandum).where(Memorandum.id.in_(found or set())).order_by(Memorandum.id)
    return list(db.session.scalars(query))


def memorandum_by_code(code: str) -> Memorandum:
    """Raises NotFound."""
    found = db.session.scalar(select(Memorandum).where(Memorandum.code == code))
    if found is None:
        raise NotFound(memorandum=code)
    return found
