"""Who of an office's register can have settled a dispute on the spot on a day?"""

from datetime import date

from sqlalchemy import or_, select

from app.db import db
from app.mediation.models import Mediator


def mediators_for(office_id: int, on: date) -> list[Mediator]:
    """The mediators of the office's own register, by name; one of the other side cannot preside."""
    query = select(Mediator).where(
        Mediator.owner_id == office_id,
        Mediator.organisation_id.is_not(None),
        Mediator.can_mediate,
        or_(Mediator.valid_from.is_(None), Mediator.valid_from <= on),
        or_(Mediator.valid_to.is_(None), Mediator.valid_to >= on),
    )
    return list(db.session.scalars(query.order_by(Mediator.name, Mediator.id)))
