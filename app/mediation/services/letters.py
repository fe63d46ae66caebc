"""Which letters went out and came in elsewhere, and which were answered?"""

from dataclasses import dataclass
from datetime import date, datetime

from app.audit.services import apply_changes
from app.db import db, transaction
from app.kernel.clock import local
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import AttachmentKind, LetterDirection, LetterKind
from app.mediation.models import Case, Letter
from app.mediation.queries.case_file import letters_of
from app.mediation.queries.letters import letter_facts
from app.mediation.rules.attachments import FileRefusal
from app.mediation.rules.letters import later_refusals
from app.mediation.services.attachments import attach
from app.mediation.services.opening import child, note, open_case
from app.mediation.states import FILE_OPEN


@dataclass(frozen=True, slots=True)
class LetterEntry:
    """A letter as it is entered into the log."""

    kind: LetterKind
    direction: LetterDirection
    correspondent: str
    letter_on: date
    number: str = ""
    received_on: date | None = None
    note: str = ""


def log_letter(
    actor: Actor, *, case_id: int, entry: LetterEntry, now: datetime, data: bytes = b""
) -> Letter:
    """Enter a letter, with a scan if there is one. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.CASE_EDIT)
        _judge(case, entry, now)
        row = add_letter(actor, case, entry, now)
        if data:
            title = f"{entry.correspondent} {entry.number}".strip()
            row.attachment_id = attach(actor, case, AttachmentKind.LETTER, title, data, now).id
        return row


def add_letter(actor: Actor, case: Case, entry: LetterEntry, now: datetime) -> Letter:
    """Enter a letter, inside the caller's transaction."""
    row = Letter(
        case_id=case.id,
        kind=entry.kind,
        direction=entry.direction,
        correspondent=entry.correspondent,
        number=entry.number,
        letter_on=entry.letter_on,
        received_on=entry.received_on,
        note=entry.note,
    )
    db.session.add(row)
    db.session.flush()
    changes = {"correspondent": (None, row.correspondent), "number": (None, row.number)}
    _note(actor, case, row, "logged", now, changes)
    return row


def answer_letter(
    actor: Actor, *, case_id: int, letter_id: int, answered_on: date, remark: str, now: datetime
) -> Letter:
    """Say when a letter was answered. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.CASE_EDIT)
        row: Letter = child(letters_of(case.id), letter_id)
        today = _today(case, now)
        found = [
            *_shut(case),
            *later_refusals(
                letter_facts(row, today),
                answered_on,
                letter_on=row.letter_on,
                today=today,
                field="answered_on",
            ),
        ]
        if found:
            raise RuleBroken(found)
        values = {"answered_on": answered_on, "note": remark}
        _note(actor, case, row, "answered", now, apply_changes(row, values))
        return row


def _judge(case: Case, entry: LetterEntry, now: datetime) -> None:
    found, today = _shut(case), _today(case, now)
    if entry.letter_on > today:
        found.append(Refusal(FileRefusal.LETTER_IN_FUTURE, field="letter_on"))
    if entry.received_on is not None and entry.received_on > today:
        found.append(Refusal(FileRefusal.LETTER_IN_FUTURE, field="received_on"))
    elif entry.received_on is not None and entry.received_on < entry.letter_on:
        found.append(Refusal(FileRefusal.RECEIVED_BEFORE_LETTER, field="received_on"))
    if found:
        raise RuleBroken(found)


def _shut(case: Case) -> list[Refusal]:
    return [] if case.state in FILE_OPEN else [Refusal(FileRefusal.FILE_SHUT)]


def _today(case: Case, now: datetime) -> date:
    return local(now, case.country.zone).date()


def _note(
    actor: Actor,
    case: Case,
    row: Letter,
    past: str,
    now: datetime,
    changes: dict[str, tuple[object, object]],
) -> None:
    note(
        actor,
        case,
        f"mediation:letter:{past}",
        now,
        changes=changes,
        object_type="letter",
        object_id=row.id,
    )
