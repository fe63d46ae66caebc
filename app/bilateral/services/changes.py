"""How is what is known of a memorandum changed? One person proposes, another one approves."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

from app.audit.services import apply_changes, record
from app.bilateral.models import (
    Memorandum,
    MemorandumChange,
    MemorandumStatus,
    TitleBasis,
)
from app.bilateral.queries import memorandum
from app.bilateral.rules import decision_refusals, proposal_refusals
from app.db import transaction
from app.kernel.errors import NotFound, RuleBroken
from app.kernel.permissions import Actor, Permission

READS: Mapping[str, Any] = {
    "signed_on": date.fromisoformat,
    "status": MemorandumStatus,
    "title_basis": TitleBasis,
}


def propose_change(
    actor: Actor, *, memorandum_id: int, values: Mapping[str, Any], instrument: str, now: datetime
) -> MemorandumChange:
    """Write down what is to change; `values` are all the fields of the page.

    Raises NotPermitted, NotFound, RuleBroken (nothing changed, no paper named, one waits).
    """
    actor.demand(Permission.MEMORANDUM_EDIT)
    with transaction() as session:
        row = memorandum(memorandum_id)
        wanted = {name: value for name, value in values.items() if getattr(row, name) != value}
        refusals = proposal_refusals(
            changed=bool(wanted), instrument=instrument, one_waits=row.waiting_change is not None
        )
        if refusals:
            raise RuleBroken(refusals)
        change = MemorandumChange(
            wanted={name: _kept(value) for name, value in wanted.items()},
            instrument=instrument,
            proposed_by_id=actor.user_id,
            proposed_by_name=actor.display_name,
            proposed_at=now,
        )
        row.changes.append(change)
        session.flush()
        changes = {name: (getattr(row, name), value) for name, value in wanted.items()}
        _record(actor, row, "proposed", changes, instrument, now)
        return change


def decide_change(
    actor: Actor, *, change_id: int, approve: bool, now: datetime
) -> MemorandumChange:
    """Say yes, and the row changes; or turn it down. Raises NotPermitted, NotFound, RuleBroken."""
    actor.demand(Permission.MEMORANDUM_EDIT)
    with transaction() as session:
        change = session.get(MemorandumChange, change_id)
        if change is None:
            raise NotFound(change=change_id)
        own = change.proposed_by_id == actor.user_id
        if refusals := decision_refusals(decided=change.decided_at is not None, own=own):
            raise RuleBroken(refusals)
        change.approved, change.decided_at = approve, now
        change.decided_by_id, change.decided_by_name = actor.user_id, actor.display_name
        row = change.memorandum
        changes = apply_changes(row, values_of(change)) if approve else {}
        _record(actor, row, "approved" if approve else "declined", changes, change.instrument, now)
        return change


def values_of(change: MemorandumChange) -> dict[str, Any]:
    """What the fields are to be, as the row holds them."""
    return {
        name: READS[name](text) if name in READS and text is not None else text
        for name, text in change.wanted.items()
    }


def _kept(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _record(
    actor: Actor,
    row: Memorandum,
    verb: str,
    changes: Mapping[str, tuple[Any, Any]],
    instrument: str,
    now: datetime,
) -> None:
    record(
        actor,
        f"bilateral:memorandum:{verb}",
        object_type="memorandum",
        object_id=row.id,
        changes=changes,
        reason=instrument,
        at=now,
    )
