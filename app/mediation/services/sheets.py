"""How is the signed sheet kept, the paper that is the record?"""

from datetime import datetime

from app.db import db, transaction
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import AttachmentKind
from app.mediation.models import Agreement
from app.mediation.rules.agreements import AgreementRefusal as R
from app.mediation.services.attachments import attach
from app.mediation.services.opening import child, note_row, open_case


def keep_sheet(
    actor: Actor,
    *,
    case_id: int,
    agreement_id: int,
    data: bytes,
    title: str,
    reason: str,
    now: datetime,
) -> Agreement:
    """The signed sheet as photo or scan: it is the record. Another one needs a reason.

    The sheet it replaces stays in the file. Raises NotFound, NotPermitted, RuleBroken,
    UnacceptableFile.
    """
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        agreement: Agreement = child(case.agreements, agreement_id)
        if not agreement.is_frozen:
            raise RuleBroken([Refusal(R.NOT_SIGNED)])
        if agreement.scan_id is not None and not reason.strip():
            raise RuleBroken([Refusal(R.SHEET_REASON, field="reason")])
        kind = AttachmentKind.SIGNED_AGREEMENT
        sheet = attach(actor, case, kind, title or case.number, data, now)
        db.session.flush()
        changes = {"scan_id": (agreement.scan_id, sheet.id)}
        agreement.scan_id = sheet.id
        note_row(actor, case, "agreement:sheet_kept", agreement, now, changes, reason)
        return agreement
