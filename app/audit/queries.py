"""What was done? Entries of a case, of an object, of a period; newest last."""

from sqlalchemy import select

from app.audit.models import AuditEntry
from app.db import db


def entries_of_case(case_id: int) -> list[AuditEntry]:
    """Every entry of one case, oldest first. The caller has checked the case's scope."""
    query = select(AuditEntry).where(AuditEntry.case_id == case_id).order_by(AuditEntry.id)
    return list(db.session.scalars(query))


def entries_of_object(object_type: str, object_id: int) -> list[AuditEntry]:
    query = (
        select(AuditEntry)
        .where(AuditEntry.object_type == object_type, AuditEntry.object_id == object_id)
        .order_by(AuditEntry.id)
    )
    return list(db.session.scalars(query))
