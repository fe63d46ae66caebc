"""Who mediates, interprets, records? The register of either side, and duties in a case."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Model, enum_column
from app.kernel.country import Country
from app.mediation.kinds import Conflict, Duty
from app.mediation.models.case import Case
from app.reference.models import Organisation


class Mediator(Model):
    """A person of the register: mediator, interpreter or recorder of either side.

    One of the other side is a name only; an account (`user_id`) gives a person of the own
    side the cases they are assigned to. `title` is a member of `people_title` labels.
    """

    __tablename__ = "mediator"
    __table_args__ = (Index("ix_mediator_owner", "owner_id"),)

    owner_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))  # whose register
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    country: Mapped[Country] = enum_column(Country)
    name: Mapped[str] = mapped_column(String(160))
    name_han: Mapped[str] = mapped_column(String(80), default="")
    name_latin: Mapped[str] = mapped_column(String(120), default="")
    title: Mapped[str] = mapped_column(String(120), default="")
    languages: Mapped[str] = mapped_column(String(80), default="")  # codes, space-separated
    can_mediate: Mapped[bool] = mapped_column(default=True)
    can_interpret: Mapped[bool] = mapped_column(default=False)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"), index=True)
    valid_from: Mapped[date | None] = mapped_column()
    valid_to: Mapped[date | None] = mapped_column()
    is_demo: Mapped[bool] = mapped_column(default=False)

    owner: Mapped[Organisation] = relationship(foreign_keys=[owner_id])
    organisation: Mapped[Organisation | None] = relationship(foreign_keys=[organisation_id])


class CaseMediator(Model):
    """One person's duty in one case, with the declaration about a conflict of interest."""

    __tablename__ = "case_mediator"
    __table_args__ = (UniqueConstraint("case_id", "mediator_id", "duty"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"), index=True)
    mediator_id: Mapped[int] = mapped_column(ForeignKey("mediator.id"), index=True)
    duty: Mapped[Duty] = enum_column(Duty)
    conflict: Mapped[Conflict] = enum_column(Conflict, default=Conflict.NOT_ASKED)
    conflict_note: Mapped[str] = mapped_column(String(300), default="")
    statement_on: Mapped[date | None] = mapped_column()  # the interpreter's statement was signed
    assigned_on: Mapped[date] = mapped_column()
    ended_on: Mapped[date | None] = mapped_column()

    case: Mapped[Case] = relationship(back_populates="mediators")
    mediator: Mapped[Mediator] = relationship()
