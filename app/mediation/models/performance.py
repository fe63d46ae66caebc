"""Was it done? Receipts against what is owed, and the step to the court."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Model, enum_column, instant_column
from app.kernel.money import Money
from app.mediation.kinds import CourtResult, CourtStepKind
from app.mediation.models.agreement import Obligation


class Receipt(Model):
    """Proof that something was done; withdrawn with a reason, never deleted."""

    __tablename__ = "receipt"

    obligation_id: Mapped[int] = mapped_column(ForeignKey("obligation.id"), index=True)
    received_on: Mapped[date] = mapped_column()
    amount_minor: Mapped[int | None] = mapped_column(BigInteger)  # in the obligation's currency
    note: Mapped[str] = mapped_column(String(300), default="")
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    recorded_at: Mapped[datetime] = instant_column()
    withdrawn_at: Mapped[datetime | None] = instant_column()
    withdrawn_reason: Mapped[str] = mapped_column(String(300), default="")

    obligation: Mapped[Obligation] = relationship(back_populates="receipts")

    @property
    def amount(self) -> Money | None:
        currency = self.obligation.currency
        if self.amount_minor is None or currency is None:
            return None
        return Money(self.amount_minor, currency)


class CourtStep(Model):
    """China: confirmation, both parties jointly. Vietnam: recognition, one party suffices."""

    __tablename__ = "court_step"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    kind: Mapped[CourtStepKind] = enum_column(CourtStepKind)
    court: Mapped[str] = mapped_column(String(200))
    filed_on: Mapped[date] = mapped_column()
    number: Mapped[str] = mapped_column(String(80), default="")
    result: Mapped[CourtResult] = enum_column(CourtResult, default=CourtResult.PENDING)
    decided_on: Mapped[date | None] = mapped_column()
    note: Mapped[str] = mapped_column(String(300), default="")
