"""How is an act recorded? In the transaction of the act itself, so that both stand or fall."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

from app.audit.models import AuditEntry
from app.db import db
from app.kernel.clock import utc_now
from app.kernel.country import Country
from app.kernel.permissions import Actor

Change = tuple[Any, Any]


def record(
    actor: Actor,
    action: str,
    *,
    object_type: str,
    object_id: int | None,
    case_id: int | None = None,
    changes: Mapping[str, Change] | None = None,
    reason: str = "",
    at: datetime | None = None,
    country: Country | None = None,
) -> AuditEntry:
    """Add an entry to the open transaction. `action` is a past-tense tag, colon-separated.

    `country`: in whose log it stands; the actor's, but what a guest does in a case of the other
    side stands in that side's alone.

    `changes` maps a field to (from, to); sealed particulars are passed masked.
    """
    entry = AuditEntry(
        at=at or utc_now(),
        actor_id=actor.user_id,
        actor_name=actor.display_name,
        roles=" ".join(sorted(actor.roles)),
        organisation_id=actor.organisation_id,
        country=(country or actor.country).value,
        address=actor.address,
        action=action,
        object_type=object_type,
        object_id=object_id,
        case_id=case_id,
        changes={name: [_plain(old), _plain(new)] for name, (old, new) in (changes or {}).items()},
        reason=reason,
    )
    db.session.add(entry)
    return entry


def apply_changes(row: Any, values: Mapping[str, Any]) -> dict[str, Change]:
    """Set attributes of a row and return what really changed, ready for `record`."""
    changed = {}
    for name, new in values.items():
        old = getattr(row, name)
        if old != new:
            setattr(row, name, new)
            changed[name] = (old, new)
    return changed


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)
