"""How is a reference row changed on a page? By people of its country, with an audit entry."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from app.audit.services import apply_changes, record
from app.db import Model, db, transaction
from app.kernel.country import Country
from app.kernel.errors import NotFound, NotPermitted, Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission

Row = TypeVar("Row", bound=Model)


def may_edit(actor: Actor, country: Country | None) -> bool:
    """Rows that belong to a country are edited by its own people; the others by either."""
    return actor.may(Permission.REFERENCE_EDIT) and country in (None, actor.country)


def edit_row(
    actor: Actor,
    model: type[Row],
    row_id: int,
    *,
    values: Mapping[str, Any],
    refusals: Callable[[Row], Iterable[Refusal]],
    country_of: str | None,
) -> Row:
    """Change a row and record what changed. Raises NotPermitted, NotFound, RuleBroken."""
    actor.demand(Permission.REFERENCE_EDIT)
    with transaction() as session:
        row = session.get(model, row_id)
        if row is None:
            raise NotFound
        _demand_country(actor, getattr(row, country_of) if country_of else None)
        _refuse(refusals(row))
        changes = apply_changes(row, values)
        if changes:
            _record(actor, row, "edited", changes)
        return row


def add_row(actor: Actor, row: Row, *, refusals: Iterable[Refusal], country: Country | None) -> Row:
    """Add a row to the open transaction and record it. Raises NotPermitted, RuleBroken."""
    actor.demand(Permission.REFERENCE_EDIT)
    _demand_country(actor, country)
    _refuse(refusals)
    db.session.add(row)
    db.session.flush()
    _record(actor, row, "added", {})
    return row


def _demand_country(actor: Actor, country: Country | None) -> None:
    if not may_edit(actor, country):
        raise NotPermitted(permission=Permission.REFERENCE_EDIT)


def _refuse(refusals: Iterable[Refusal]) -> None:
    found = list(refusals)
    if found:
        raise RuleBroken(found)


def _record(actor: Actor, row: Model, verb: str, changes: Mapping[str, Any]) -> None:
    record(
        actor,
        f"reference:{row.__tablename__}:{verb}",
        object_type=row.__tablename__,
        object_id=row.id,
        changes=changes,
    )
