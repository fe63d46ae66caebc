"""What of one case may cross the border? What was asked, who decided on it, and when it ended."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.bilateral.models import Memorandum
from app.db import Model, enum_column, instant_column
from app.mediation.kinds import DisclosureEnd, DisclosureKind
from app.mediation.models.case import Case
from app.mediation.models.letter import Letter
from app.mediation.models.people import CaseMediator


class Disclosure(Model):
    """One request of an officer, decided by a reviewer: a letter, or a joint view.

    `account` is the user name the officer was given by the other side; `viewer_id` is filled in
    at approval where it is the account of a mediator there, and nobody is told whether it is.
    """

    __tablename__ = "disclosure"
    __table_args__ = (Index("ix_disclosure_waiting", "decided_at", "id"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"), index=True)
    kind: Mapped[DisclosureKind] = enum_column(DisclosureKind)
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id"), index=True)
    text_digest: Mapped[str] = mapped_column(String(64), default="")  # of the letter as asked
    case_mediator_id: Mapped[int | None] = mapped_column(ForeignKey("case_mediator.id"))
    account: Mapped[str] = mapped_column(String(64), default="")
    viewer_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"), index=True)
    until: Mapped[date | None] = mapped_column()  # the last day, by the clock of the case's side
    purpose: Mapped[str] = mapped_column(String(500))
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    asked_by_name: Mapped[str] = mapped_column(String(200))
    asked_at: Mapped[datetime] = instant_column()

    approved: Mapped[bool | None] = mapped_column()
    memorandum_id: Mapped[int | None] = mapped_column(ForeignKey("memorandum.id"))
    instrument: Mapped[str] = mapped_column(String(300), default="")
    decision_reason: Mapped[str] = mapped_column(String(500), default="")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    decided_by_name: Mapped[str] = mapped_column(String(200), default="")
    decided_at: Mapped[datetime | None] = instant_column()

    end: Mapped[DisclosureEnd | None] = enum_column(DisclosureEnd)
    ended_at: Mapped[datetime | None] = instant_column()
    ended_by_name: Mapped[str] = mapped_column(String(200), default="")
    end_reason: Mapped[str] = mapped_column(String(500), default="")

    case: Mapped[Case] = relationship()
    letter: Mapped[Letter | None] = relationship()
    case_mediator: Mapped[CaseMediator | None] = relationship()
    memorandum: Mapped[Memorandum | None] = relationship()
