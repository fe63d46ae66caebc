"""What evidence is listed? A line for each piece, with or without a copy in the file."""

from datetime import datetime

from app.audit.services import apply_changes
from app.db import db, transaction
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import AttachmentKind
from app.mediation.models import Case, EvidenceItem
from app.mediation.queries.case_file import evidence_of
from app.mediation.rules.attachments import FileRefusal, putting_refusals
from app.mediation.services.attachments import attach
from app.mediation.services.opening import child, note_row, open_case


def list_evidence(
    actor: Actor,
    *,
    case_id: int,
    title: str,
    source: str,
    kind: str,
    pages: int | None,
    now: datetime,
    data: bytes = b"",
) -> EvidenceItem:
    """Add a piece, with a copy where `data` is given. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        _judge(case, title, pages)
        copy = attach(actor, case, AttachmentKind.EVIDENCE, title, data, now) if data else None
        row = EvidenceItem(case_id=case.id, title=title, source=source, kind=kind, pages=pages)
        if copy is not None:
            row.attachment_id, row.pages = copy.id, pages or copy.pages
        db.session.add(row)
        db.session.flush()
        note_row(actor, case, "evidence:listed", row, now, {"title": (None, title)})
        return row


def edit_evidence(
    actor: Actor,
    *,
    case_id: int,
    evidence_id: int,
    title: str,
    source: str,
    kind: str,
    pages: int | None,
    now: datetime,
    data: bytes = b"",
) -> EvidenceItem:
    """Correct a piece or add its copy. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        row: EvidenceItem = child(evidence_of(case.id), evidence_id)
        _judge(case, title, pages)
        values = {"title": title, "source": source, "kind": kind, "pages": pages}
        if data:
            copy = attach(actor, case, AttachmentKind.EVIDENCE, title, data, now)
            values |= {"attachment_id": copy.id, "pages": pages or copy.pages}
        note_row(actor, case, "evidence:edited", row, now, apply_changes(row, values))
        return row


def _judge(case: Case, title: str, pages: int | None) -> None:
    found = putting_refusals(case.state, title)
    if pages is not None and pages < 1:
        found.append(Refusal(FileRefusal.PAGES_NOT_POSITIVE, field="pages"))
    if found:
        raise RuleBroken(found)
