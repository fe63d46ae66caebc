"""By when must something be done? One row a deadline, with the rule it came from."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Model, enum_column, instant_column
from app.kernel.country import Country
from app.mediation.models.case import Case
from app.mediation.rules.deadlines import ClearReason, DeadlineCode


class Deadline(Model):
    """`subject` tells apart deadlines of one rule in one case (`obligation:12`, `round:2`).

    An extension changes `due_on` and raises `due_seq`; what was due before stays in
    `first_due_on` and the audit trail, and `extension_consents` keeps the day each party (by
    its id) agreed. `cleared_at` ends it. `reminded_seq` is 2 × `due_seq` - 1 once people
    were reminded, 2 × `due_seq` once they were told that the day has passed.
    """

    __tablename__ = "deadline"
    __table_args__ = (
        UniqueConstraint("case_id", "rule", "subject"),
        Index("ix_deadline_due", "cleared_at", "due_on", "id"),
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"))
    rule: Mapped[DeadlineCode] = enum_column(DeadlineCode)
    subject: Mapped[str] = mapped_column(String(60), default="")
    jurisdiction: Mapped[Country] = enum_column(Country)
    counted_from: Mapped[date] = mapped_column()
    first_due_on: Mapped[date] = mapped_column()
    due_on: Mapped[date] = mapped_column()
    due_seq: Mapped[int] = mapped_column(default=1)
    extended_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    extension_reason: Mapped[str] = mapped_column(String(300), default="")
    extension_consents: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    cleared_at: Mapped[datetime | None] = instant_column()
    clear_reason: Mapped[ClearReason | None] = enum_column(ClearReason)
    clear_note: Mapped[str] = mapped_column(String(300), default="")
    reminded_seq: Mapped[int] = mapped_column(default=0)

    case: Mapped[Case] = relationship(back_populates="deadlines")
