"""Which periods run in a jurisdiction on a day?"""

from datetime import date

from sqlalchemy import or_, select

from app.db import db
from app.kernel.country import Country
from app.kernel.errors import NotFound
from app.reference.models import DeadlineRule, Trigger


def deadline_rule_by_id(rule_id: int) -> DeadlineRule:
    """Raises NotFound."""
    found = db.session.get(DeadlineRule, rule_id)
    if found is None:
        raise NotFound(rule_id=rule_id)
    return found


def deadline_rules(
    jurisdiction: Country | None = None,
    *,
    on: date | None = None,
    trigger: Trigger | None = None,
) -> list[DeadlineRule]:
    """By jurisdiction and code; narrowed by what is given."""
    query = select(DeadlineRule)
    if jurisdiction is not None:
        query = query.where(DeadlineRule.jurisdiction == jurisdiction)
    if trigger is not None:
        query = query.where(DeadlineRule.trigger == trigger)
    if on is not None:
        query = query.where(
            or_(DeadlineRule.valid_from.is_(None), DeadlineRule.valid_from <= on),
            or_(DeadlineRule.valid_to.is_(None), DeadlineRule.valid_to >= on),
        )
    order = (DeadlineRule.jurisdiction, DeadlineRule.id)
    return list(db.session.scalars(query.order_by(*order)))


def deadline_rule(code: str, *, on: date) -> DeadlineRule | None:
    """The rule of that code, if it is valid on the day."""
    found = db.session.scalar(select(DeadlineRule).where(DeadlineRule.code == code))
    return found if found is not None and found.is_valid(on) else None
