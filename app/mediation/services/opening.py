"""How does every use case begin and end? Load within scope, then mark the file as touched.

The archive is the end: of an archived case only a consent may still be withdrawn.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.audit import services as audit
from app.db import Model
from app.kernel.errors import NotFound, Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.models import Case
from app.mediation.queries.scope import get_case
from app.mediation.rules.attachments import FileRefusal
from app.mediation.states import CaseState


def open_case(actor: Actor, case_id: int, permission: Permission) -> Case:
    """The case, loaded in the open transaction to be changed.

    Raises NotFound, NotPermitted, RuleBroken for a case in the archive.
    """
    case = get_case(actor, case_id, permission)
    if case.state is CaseState.ARCHIVED:
        raise RuleBroken([Refusal(FileRefusal.FILE_SHUT)])
    return case


def child(rows: list[Any], row_id: int) -> Any:
    """The row of this case with that id: a nested address must name real parents, else 404."""
    for row in rows:
        if row.id == row_id:
            return row
    raise NotFound(row=row_id)


def note(
    actor: Actor,
    case: Case,
    action: str,
    now: datetime,
    *,
    changes: Mapping[str, tuple[Any, Any]] | None = None,
    object_type: str = "case",
    object_id: int | None = None,
    reason: str = "",
) -> None:
    """Record an act on a case and mark the file as touched at `now`."""
    case.touched_at = now
    audit.record(
        actor,
        action,
        object_type=object_type,
        object_id=case.id if object_id is None else object_id,
        case_id=case.id,
        changes=changes,
        reason=reason,
        at=now,
        country=case.country,
    )


def note_row(
    actor: Actor,
    case: Case,
    act: str,
    row: Model,
    now: datetime,
    changes: Mapping[str, tuple[Any, Any]] | None = None,
    reason: str = "",
    *,
    object_type: str = "",
) -> None:
    """Record an act on a row of a case; `act` is `noun:act`, and the noun names what the row is
    unless `object_type` does."""
    note(
        actor,
        case,
        f"mediation:{act}",
        now,
        changes=changes,
        object_type=object_type or act.partition(":")[0],
        object_id=row.id,
        reason=reason,
    )
