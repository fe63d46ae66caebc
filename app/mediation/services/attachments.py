"""How do files come into the case file? Judged by content, pictures made anew, never deleted."""

import hashlib
from datetime import datetime

from app.db import db, transaction
from app.documents.images import FileKind, UnacceptableFile, identify, normalise_image
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import AttachmentKind
from app.mediation.models import Attachment, Case
from app.mediation.queries.case_file import attachments_of
from app.mediation.rules.attachments import putting_refusals, withdrawal_refusals
from app.mediation.services.opening import child, note_row, open_case


def attach(
    actor: Actor, case: Case, kind: AttachmentKind, title: str, data: bytes, now: datetime
) -> Attachment:
    """Keep a file, inside the caller's transaction. Raises RuleBroken saying what is wrong."""
    if found := putting_refusals(case.state, title):
        raise RuleBroken(found)
    content, content_type, pages = acceptable(data)
    row = Attachment(
        case_id=case.id,
        kind=kind,
        title=title,
        content_type=content_type,
        size=len(content),
        pages=pages,
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        uploaded_by_id=actor.user_id,
        uploaded_at=now,
    )
    db.session.add(row)
    db.session.flush()
    changes = {"title": (None, title), "kind": (None, kind), "sha256": (None, row.sha256)}
    note_row(actor, case, "attachment:added", row, now, changes)
    return row


def acceptable(data: bytes) -> tuple[bytes, str, int]:
    """What is kept of an upload: its bytes, its type by content, its pages. Raises RuleBroken."""
    try:
        found = identify(data)
        if found.kind is FileKind.PDF:
            return data, found.kind.value, found.pages
        content, content_type = normalise_image(data)
    except UnacceptableFile as fault:
        raise RuleBroken([Refusal(fault.code, field="file")]) from fault
    return content, content_type, 1


def add_attachment(
    actor: Actor, *, case_id: int, kind: AttachmentKind, title: str, data: bytes, now: datetime
) -> Attachment:
    """Put a file into the case file. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        return attach(actor, case, kind, title, data, now)


def withdraw_attachment(
    actor: Actor, *, case_id: int, attachment_id: int, reason: str, now: datetime
) -> Attachment:
    """Take a file back; it stays stored and says why. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        row: Attachment = child(attachments_of(case.id), attachment_id)
        found = withdrawal_refusals(
            case.state,
            reason,
            is_withdrawn=row.withdrawn_at is not None,
            is_record=any(each.scan_id == row.id for each in case.agreements),
        )
        if found:
            raise RuleBroken(found)
        row.withdrawn_at, row.withdrawn_reason = now, reason
        note_row(actor, case, "attachment:withdrawn", row, now, {}, reason)
        return row
