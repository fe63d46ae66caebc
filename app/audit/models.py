"""What is remembered of an act? One row, never changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Model, instant_column


class AuditEntry(Model):
    """`object_type:object_id` is what was touched; `case_id` the case it belongs to, if any.

    No foreign keys: an entry outlives what it speaks of. Particulars that are sealed in
    their own table appear here masked only.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index("ix_audit_entry_case", "case_id", "id"),
        Index("ix_audit_entry_object", "object_type", "object_id", "id"),
        Index("ix_audit_entry_actor", "actor_id", "id"),
    )

    at: Mapped[datetime] = instant_column()
    actor_id: Mapped[int | None] = mapped_column()
    actor_name: Mapped[str] = mapped_column(String(200))
    roles: Mapped[str] = mapped_column(String(200))
    organisation_id: Mapped[int | None] = mapped_column()
    country: Mapped[str] = mapped_column(String(2))
    address: Mapped[str] = mapped_column(String(64))
    action: Mapped[str] = mapped_column(String(80))
    object_type: Mapped[str] = mapped_column(String(40))
    object_id: Mapped[int | None] = mapped_column()
    case_id: Mapped[int | None] = mapped_column()
    changes: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    reason: Mapped[str] = mapped_column(Text, default="")
