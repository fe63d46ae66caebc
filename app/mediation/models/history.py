"""How did a case come to its state? Its moves and the screening answers."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Model, enum_column, instant_column
from app.mediation.kinds import Route
from app.mediation.models.case import Case
from app.mediation.states import CaseAction, CaseState


class CaseMove(Model):
    """One move: who, when it happened (`on`) and when it was entered (`at`), why."""

    __tablename__ = "case_move"
    __table_args__ = (Index("ix_case_move_case", "case_id", "id"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"))
    action: Mapped[CaseAction] = enum_column(CaseAction)
    from_state: Mapped[CaseState] = enum_column(CaseState)
    to_state: Mapped[CaseState] = enum_column(CaseState)
    on: Mapped[date] = mapped_column()
    at: Mapped[datetime] = instant_column()
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    actor_name: Mapped[str] = mapped_column(String(200))
    reason: Mapped[str] = mapped_column(Text, default="")
    route: Mapped[Route | None] = enum_column(Route)  # which lawful way on they were told
    referred_to: Mapped[str] = mapped_column(String(200), default="")
    entered_afterwards: Mapped[bool] = mapped_column(default=False)

    case: Mapped[Case] = relationship(back_populates="moves")


class ScreeningAnswer(Model):
    """The answer to one screening question; a hit offers referral."""

    __tablename__ = "screening_answer"
    __table_args__ = (UniqueConstraint("case_id", "question"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"))
    question: Mapped[str] = mapped_column(String(40))  # key of rules.screening
    answer: Mapped[bool] = mapped_column()
    note: Mapped[str] = mapped_column(Text, default="")
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    answered_at: Mapped[datetime] = instant_column()
