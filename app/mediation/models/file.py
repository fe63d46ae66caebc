"""What lies in the case file? Attachments, evidence, follow-up visits, notes that excuse a gap."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column

from app.db import Model, enum_column, instant_column
from app.mediation.kinds import AttachmentKind, Satisfaction


class Attachment(Model):
    """A file, kept in the database with its record so that one backup holds both."""

    __tablename__ = "attachment"

    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"), index=True)
    kind: Mapped[AttachmentKind] = enum_column(AttachmentKind)
    title: Mapped[str] = mapped_column(String(160))
    content_type: Mapped[str] = mapped_column(String(60))  # found from the content
    size: Mapped[int] = mapped_column()
    pages: Mapped[int] = mapped_column(default=1)
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = deferred(mapped_column(LargeBinary))
    uploaded_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    uploaded_at: Mapped[datetime] = instant_column()
    withdrawn_at: Mapped[datetime | None] = instant_column()
    withdrawn_reason: Mapped[str] = mapped_column(String(300), default="")


class EvidenceItem(Model):
    """One piece of evidence: what, from whom, of what kind, how many pages."""

    __tablename__ = "evidence_item"

    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    source: Mapped[str] = mapped_column(String(200), default="")
    kind: Mapped[str] = mapped_column(String(40), default="")
    pages: Mapped[int | None] = mapped_column()
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))


class FollowUp(Model):
    """A visit after the agreement, with the fields of the 回访 form."""

    __tablename__ = "follow_up"

    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"), index=True)
    visited_on: Mapped[date] = mapped_column()
    visitor: Mapped[str] = mapped_column(String(160))
    performance: Mapped[str] = mapped_column(Text, default="")
    satisfaction: Mapped[Satisfaction | None] = enum_column(Satisfaction)
    later_court_case: Mapped[str] = mapped_column(String(300), default="")
    new_risk: Mapped[str] = mapped_column(String(300), default="")
    measures: Mapped[str] = mapped_column(Text, default="")


class FileItem(Model):
    """One line of the file's contents: its pages, or the note that excuses its absence."""

    __tablename__ = "file_item"
    __table_args__ = (UniqueConstraint("case_id", "item"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"))
    item: Mapped[str] = mapped_column(String(40))  # key of rules.file_checklist
    present: Mapped[bool] = mapped_column(default=False)
    pages: Mapped[str] = mapped_column(String(20), default="")
    excuse: Mapped[str] = mapped_column(String(300), default="")
