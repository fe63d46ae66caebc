"""How is the signed sheet kept, the paper that is the record?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.db import db, transaction
from app.documents.images import MAX_BYTES, FileFault, FileKind
from app.documents.pdf_parts import Part, UnusablePdf, bind, harmless
from app.documents.pdf_pictures import picture_page
from app.kernel.clock import local
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import AttachmentKind
from app.mediation.models import Agreement
from app.mediation.rules.agreements import AgreementRefusal as R
from app.mediation.services.attachments import acceptable, attach
from app.mediation.services.opening import child, note_row, open_case

MOST_FILES = 12


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent, under the name it bears on the phone or the computer."""

    name: str
    data: bytes


def keep_sheet(
    actor: Actor,
    *,
    case_id: int,
    agreement_id: int,
    files: Sequence[Upload],
    title: str,
    reason: str,
    now: datetime,
) -> Agreement:
    """The signed sheet as photo or scan: it is the record. Another one needs a reason.

    Several files are its pages in their order, bound into one. The sheet it replaces stays in
    the file. Raises NotFound, NotPermitted, RuleBroken naming the file that cannot be kept.
    """
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        agreement: Agreement = child(case.agreements, agreement_id)
        if not agreement.is_frozen:
            raise RuleBroken([Refusal(R.NOT_SIGNED)])
        if agreement.scan_id is not None and not reason.strip():
            raise RuleBroken([Refusal(R.SHEET_REASON, field="reason")])
        called = title or case.number
        data = _one_file(files, called, local(now, case.country.zone).date())
        sheet = attach(actor, case, AttachmentKind.SIGNED_AGREEMENT, called, data, now)
        db.session.flush()
        changes = {"scan_id": (agreement.scan_id, sheet.id)}
        agreement.scan_id = sheet.id
        note_row(actor, case, "agreement:sheet_kept", agreement, now, changes, reason)
        return agreement


def _one_file(files: Sequence[Upload], title: str, on: date) -> bytes:
    """A single file as it is; several as one PDF, without numbers of our own on its pages."""
    if len(files) == 1:
        return files[0].data
    if not files:
        raise RuleBroken([Refusal(FileFault.EMPTY, field="file")])
    if len(files) > MOST_FILES:
        raise RuleBroken([Refusal(R.SHEET_FILES, {"most": MOST_FILES}, field="file")])
    if sum(len(each.data) for each in files) > MAX_BYTES:
        raise RuleBroken([Refusal(R.SHEET_TOO_LARGE, field="file")])
    pages, refusals = [], []
    for each in files:
        try:
            pages.append(Part(each.name, _as_pdf(each.data)))
        except RuleBroken as broken:
            refusals += [_of_file(each, why) for why in broken.refusals]
    if refusals:
        raise RuleBroken(refusals)
    return bind(pages, title=title, document_date=on, numbered=False)


def _as_pdf(data: bytes) -> bytes:
    content, content_type, _pages = acceptable(data)
    if content_type != FileKind.PDF:
        return picture_page(content)
    try:
        return harmless(content)
    except UnusablePdf as fault:
        raise RuleBroken([Refusal(FileFault.DAMAGED, field="file")]) from fault


def _of_file(file: Upload, why: Refusal) -> Refusal:
    return Refusal(R.SHEET_FILE, {"file": file.name, "why": why.code}, field="file")
