"""What happened at the table? Sessions, who came, how they signed."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Model, enum_column, instant_column
from app.mediation.kinds import SessionMode, SessionResult, SignatureKind
from app.mediation.models.case import Case
from app.mediation.models.party import Party
from app.mediation.models.people import CaseMediator
from app.mediation.models.statement import StatementText


class MediationSession(Model):
    """One sitting. Instants are UTC; the page shows them at the office's clock."""

    __tablename__ = "mediation_session"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"))
    number: Mapped[int] = mapped_column()
    starts_at: Mapped[datetime] = instant_column()
    ends_at: Mapped[datetime | None] = instant_column()
    place: Mapped[str] = mapped_column(String(200))
    mode: Mapped[SessionMode] = enum_column(SessionMode)
    is_open: Mapped[bool] = mapped_column(default=False)
    rights_told: Mapped[bool] = mapped_column(default=False)
    result: Mapped[SessionResult | None] = enum_column(SessionResult)
    next_on: Mapped[date | None] = mapped_column()

    case: Mapped[Case] = relationship(back_populates="sessions")
    attendances: Mapped[list["Attendance"]] = relationship(
        back_populates="session", order_by="Attendance.id"
    )

    @property
    def record(self) -> StatementText | None:
        """The record of this session, in the words it was taken down in."""
        return self.case.statement(f"session:{self.number}")


class Attendance(Model):
    """Somebody at a session: a party, a person with a duty, or another named person."""

    __tablename__ = "attendance"

    session_id: Mapped[int] = mapped_column(ForeignKey("mediation_session.id"), index=True)
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    case_mediator_id: Mapped[int | None] = mapped_column(ForeignKey("case_mediator.id"))
    other_name: Mapped[str] = mapped_column(String(160), default="")
    capacity: Mapped[str] = mapped_column(String(120), default="")
    signature: Mapped[SignatureKind | None] = enum_column(SignatureKind)
    read_aloud_by: Mapped[str] = mapped_column(String(160), default="")  # witness of a fingerprint

    session: Mapped[MediationSession] = relationship(back_populates="attendances")
    party: Mapped[Party | None] = relationship()
    case_mediator: Mapped[CaseMediator | None] = relationship()
