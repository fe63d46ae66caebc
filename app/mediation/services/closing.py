"""How does a case end? Its outcome and report, the contents of its file, the archive."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.audit.services import apply_changes
from app.db import db, transaction
from app.kernel.country import Country
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.models import Case, FileItem
from app.mediation.queries.case_file import file_items
from app.mediation.queries.issued import issued_items
from app.mediation.rules.attachments import FileRefusal
from app.mediation.rules.file_checklist import ITEM_RULES
from app.mediation.rules.file_checklist import FileItem as Item
from app.mediation.rules.retention import RetentionKind
from app.mediation.services.moves import apply_move
from app.mediation.services.opening import note, open_case
from app.mediation.states import FILE_OPEN, CaseAction


@dataclass(frozen=True, slots=True)
class Closing:
    """What the closing page says. The two flags are figures of the Chinese return only."""

    report: str
    on: date
    retention: RetentionKind
    outcome: str = ""
    prevented_crime: bool = False
    prevented_petition: bool = False


@dataclass(frozen=True, slots=True)
class ItemNote:
    """What the officer says of one item of the file."""

    present: bool = False
    pages: str = ""
    excuse: str = ""


def close(actor: Actor, *, case_id: int, closing: Closing, now: datetime) -> Case:
    """Close a case. Raises NotFound, NotPermitted, IllegalMove, RuleBroken with every reason."""
    with transaction():
        case = open_case(actor, case_id, Permission.CASE_EDIT)
        close_inside(actor, case, closing, now)
        return case


def close_inside(
    actor: Actor, case: Case, closing: Closing, now: datetime, *, entered_afterwards: bool = False
) -> None:
    """The closing itself, inside the caller's transaction. Raises IllegalMove, RuleBroken."""
    is_chinese = case.country is Country.CN
    values = {
        "outcome": closing.outcome,
        "closing_report": closing.report,
        "retention": closing.retention.value,
        "prevented_crime": closing.prevented_crime and is_chinese,
        "prevented_petition": closing.prevented_petition and is_chinese,
    }
    changes = apply_changes(case, values)
    apply_move(
        actor, case, CaseAction.CLOSE, closing.on, now, entered_afterwards=entered_afterwards
    )
    note(actor, case, "mediation:closing:written", now, changes=changes)


def note_file(actor: Actor, *, case_id: int, notes: Mapping[Item, ItemNote], now: datetime) -> Case:
    """Keep what lies in the file, item by item. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.CASE_EDIT)
        if case.state not in FILE_OPEN:
            raise RuleBroken([Refusal(FileRefusal.FILE_SHUT)])
        known, issued = file_items(case.id), issued_items(case)
        changes: dict[str, tuple[Any, Any]] = {}
        for rule in ITEM_RULES[case.country]:
            if (said := notes.get(rule.item)) is None:
                continue
            row = known.get(rule.item)
            if row is not None or said != ItemNote(present=rule.item in issued):
                changes |= _note_item(case, row, rule.item, said)
        if changes:
            note(actor, case, "mediation:file:noted", now, changes=changes)
        return case


def _note_item(
    case: Case, row: FileItem | None, item: Item, said: ItemNote
) -> dict[str, tuple[Any, Any]]:
    """Whatever is in the file needs no excuse, and what is not has no pages."""
    if row is None:
        row = FileItem(case_id=case.id, item=item.value, present=False, pages="", excuse="")
        db.session.add(row)
    values = {
        "present": said.present,
        "pages": said.pages if said.present else "",
        "excuse": "" if said.present else said.excuse,
    }
    changed = apply_changes(row, values)
    return {f"{item.value}.{name}": change for name, change in changed.items()}
