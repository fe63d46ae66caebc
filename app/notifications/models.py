"""What is remembered of a notice? To whom, of what, once."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Model, enum_column, instant_column


class NoticeKind(StrEnum):
    DEADLINE_SOON = "deadline_soon"
    DEADLINE_PASSED = "deadline_passed"
    GRANT_TO_APPROVE = "grant_to_approve"
    CASE_ASSIGNED = "case_assigned"
    DISCLOSURE_ASKED = "disclosure_asked"
    DISCLOSURE_APPROVED = "disclosure_approved"
    DISCLOSURE_REFUSED = "disclosure_refused"
    DISCLOSURE_ENDED = "disclosure_ended"
    JOINT_VIEW_OPENED = "joint_view_opened"
    CLAUSE_PROPOSED = "clause_proposed"
    CLAUSE_APPROVED = "clause_approved"
    CLAUSE_REFUSED = "clause_refused"


class Notice(Model):
    """`dedup_key` is unique: whatever runs twice, a person is told once. `path` is where to go."""

    __tablename__ = "notice"
    __table_args__ = (Index("ix_notice_user", "user_id", "read_at", "id"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    kind: Mapped[NoticeKind] = enum_column(NoticeKind)
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    path: Mapped[str] = mapped_column(String(200), default="")
    dedup_key: Mapped[str] = mapped_column(String(160), unique=True)
    created_at: Mapped[datetime] = instant_column()
    read_at: Mapped[datetime | None] = instant_column()
