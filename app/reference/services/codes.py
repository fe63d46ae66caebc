"""What can be done with a code list? Add a value; rename, end or reorder one. None is deleted."""

from datetime import date

from sqlalchemy import func, select

from app.db import transaction
from app.kernel.errors import Refusal
from app.kernel.permissions import Actor
from app.reference.models import Code, CodeList, CodeStatus, Confidence, Source
from app.reference.rules import EditRefused, validity_refusals
from app.reference.services.calendar import BY_HAND
from app.reference.services.editing import add_row, edit_row


def add_code(
    actor: Actor,
    *,
    kind: CodeList,
    code: str,
    name_zh: str,
    name_vi: str,
    status: CodeStatus,
    valid_from: date | None,
    valid_to: date | None,
    note_zh: str,
    note_vi: str,
) -> Code:
    """Add a value at the end of its list. Raises NotPermitted, RuleBroken."""
    with transaction() as session:
        same = session.scalar(select(Code.id).where(Code.kind == kind, Code.code == code))
        last = session.scalar(select(func.max(Code.position)).where(Code.kind == kind)) or 0
        refusals = validity_refusals(valid_from, valid_to)
        if same is not None:
            refusals.append(Refusal(EditRefused.CODE_TAKEN, field="code"))
        row = Code(
            kind=kind,
            code=code,
            name_zh=name_zh,
            name_vi=name_vi,
            status=status,
            valid_from=valid_from,
            valid_to=valid_to,
            note_zh=note_zh,
            note_vi=note_vi,
            position=last + 10,
            confidence=Confidence.HIGH,
            source_id=session.scalars(select(Source.id).where(Source.code == BY_HAND)).one(),
        )
        return add_row(actor, row, refusals=refusals, country=None)


def edit_code(
    actor: Actor,
    *,
    code_id: int,
    name_zh: str,
    name_vi: str,
    status: CodeStatus,
    valid_from: date | None,
    valid_to: date | None,
    note_zh: str,
    note_vi: str,
) -> Code:
    """Raises NotPermitted, NotFound, RuleBroken."""
    return edit_row(
        actor,
        Code,
        code_id,
        country_of=None,
        refusals=lambda _row: validity_refusals(valid_from, valid_to),
        values={
            "name_zh": name_zh,
            "name_vi": name_vi,
            "status": status,
            "valid_from": valid_from,
            "valid_to": valid_to,
            "note_zh": note_zh,
            "note_vi": note_vi,
        },
    )
