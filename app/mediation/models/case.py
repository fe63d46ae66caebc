"""What is remembered of a case? Its identity, basis, place, dispute and where it stands."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.bilateral.models import Memorandum
from app.db import Model, enum_column, instant_column
from app.kernel.bilingual import Bilingual
from app.kernel.country import Country
from app.kernel.money import Currency, Money
from app.mediation.kinds import Basis, Channel, TerminationKind
from app.mediation.models.statement import StatementText
from app.mediation.states import CaseState
from app.reference.models import Division, Organisation

if TYPE_CHECKING:
    from app.mediation.models.agreement import Agreement
    from app.mediation.models.deadline import Deadline
    from app.mediation.models.history import CaseMove
    from app.mediation.models.party import Party
    from app.mediation.models.people import CaseMediator
    from app.mediation.models.session import MediationSession


class Case(Model):
    """`country` is the wall: every query names it. `ledger_no` is an imported ledger's own
    number; it and `former_no` stay outside the gapless series of `case_no`."""

    __tablename__ = "mediation_case"
    __table_args__ = (
        UniqueConstraint("committee_id", "case_year", "case_seq", name="uq_mediation_case_number"),
        UniqueConstraint(
            "office_id", "registered_year", "registered_seq", name="uq_mediation_case_registration"
        ),
        UniqueConstraint("office_id", "ledger_no", name="uq_mediation_case_ledger"),
        Index("ix_mediation_case_list", "country", "office_id", "received_on", "id"),
        Index("ix_mediation_case_recent", "country", "received_on", "id", "office_id"),
        Index("ix_mediation_case_state", "country", "office_id", "state"),
        Index("ix_mediation_case_touched", "country", "office_id", "touched_at"),
    )

    country: Mapped[Country] = enum_column(Country)
    office_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    committee_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    state: Mapped[CaseState] = enum_column(CaseState)

    registered_year: Mapped[int | None] = mapped_column()
    registered_seq: Mapped[int | None] = mapped_column()
    registered_no: Mapped[str | None] = mapped_column(String(60))
    case_year: Mapped[int | None] = mapped_column()
    case_seq: Mapped[int | None] = mapped_column()
    case_no: Mapped[str | None] = mapped_column(String(80), index=True)
    former_no: Mapped[str] = mapped_column(String(80), default="")
    ledger_no: Mapped[str | None] = mapped_column(String(80))
    channel: Mapped[Channel | None] = enum_column(Channel)

    basis: Mapped[Basis | None] = enum_column(Basis)
    memorandum_id: Mapped[int | None] = mapped_column(ForeignKey("memorandum.id"))
    instrument: Mapped[str] = mapped_column(String(300), default="")

    source: Mapped[str] = mapped_column(String(40), default="")  # code list case_source
    referred_by: Mapped[str] = mapped_column(String(200), default="")
    referral_letter_no: Mapped[str] = mapped_column(String(80), default="")

    cn_division_id: Mapped[int | None] = mapped_column(ForeignKey("division.id"))
    vn_division_id: Mapped[int | None] = mapped_column(ForeignKey("division.id"))
    place: Mapped[str] = mapped_column(String(300), default="")
    boundary_marker: Mapped[str] = mapped_column(String(40), default="")

    cn_type: Mapped[str] = mapped_column(String(40), default="")  # dispute_type_cn_return
    border_subtype: Mapped[str] = mapped_column(String(40), default="")  # dispute_subtype_…
    vn_scope: Mapped[str] = mapped_column(String(40), default="")  # vn_scope
    claimed_minor: Mapped[int | None] = mapped_column(BigInteger)
    claimed_currency: Mapped[Currency | None] = enum_column(Currency)

    received_on: Mapped[date | None] = mapped_column()
    accepted_on: Mapped[date | None] = mapped_column()
    entered_afterwards: Mapped[bool] = mapped_column(default=False)
    imported: Mapped[bool] = mapped_column(default=False)

    outcome: Mapped[str] = mapped_column(String(40), default="")  # code list outcome
    termination: Mapped[TerminationKind | None] = enum_column(TerminationKind)
    closing_report: Mapped[str] = mapped_column(Text, default="")
    closed_on: Mapped[date | None] = mapped_column()
    archived_on: Mapped[date | None] = mapped_column()
    retention: Mapped[str] = mapped_column(String(40), default="")
    prevented_crime: Mapped[bool] = mapped_column(default=False)
    prevented_petition: Mapped[bool] = mapped_column(default=False)

    is_demo: Mapped[bool] = mapped_column(default=False)
    reported_source: Mapped[str] = mapped_column(Text, default="")  # of a demonstration case
    created_at: Mapped[datetime] = instant_column()
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    touched_at: Mapped[datetime] = instant_column()
    version: Mapped[int] = mapped_column(default=1)
    __mapper_args__ = {"version_id_col": version}

    office: Mapped[Organisation] = relationship(foreign_keys=[office_id])
    committee: Mapped[Organisation | None] = relationship(foreign_keys=[committee_id])
    memorandum: Mapped[Memorandum | None] = relationship()
    cn_division: Mapped[Division | None] = relationship(foreign_keys=[cn_division_id])
    vn_division: Mapped[Division | None] = relationship(foreign_keys=[vn_division_id])
    statements: Mapped[list[StatementText]] = relationship(order_by="StatementText.id")
    parties: Mapped[list["Party"]] = relationship(back_populates="case", order_by="Party.id")
    mediators: Mapped[list["CaseMediator"]] = relationship(
        back_populates="case", order_by="CaseMediator.id"
    )
    moves: Mapped[list["CaseMove"]] = relationship(back_populates="case", order_by="CaseMove.id")
    sessions: Mapped[list["MediationSession"]] = relationship(
        back_populates="case", order_by="MediationSession.number"
    )
    agreements: Mapped[list["Agreement"]] = relationship(
        back_populates="case", order_by="Agreement.id"
    )
    deadlines: Mapped[list["Deadline"]] = relationship(
        back_populates="case", order_by="Deadline.due_on, Deadline.id"
    )

    def statement(self, subject: str) -> StatementText | None:
        """What was said under a subject (`facts`, `requests`, `session:2` …)."""
        return next((each for each in self.statements if each.subject == subject), None)

    @property
    def facts(self) -> StatementText | None:
        return self.statement("facts")

    @property
    def requests(self) -> StatementText | None:
        return self.statement("requests")

    @property
    def claimed(self) -> Money | None:
        """The amount claimed, or None where none was named."""
        if self.claimed_minor is None or self.claimed_currency is None:
            return None
        return Money(self.claimed_minor, self.claimed_currency)

    @property
    def reported(self) -> Bilingual:
        """Where a demonstration case's like was reported: a line of Chinese, one of Vietnamese."""
        zh, _, vi = self.reported_source.partition("\n")
        return Bilingual(zh, vi)

    @property
    def number(self) -> str:
        """What the case is called by: case number, else registration or ledger number."""
        return self.case_no or self.registered_no or self.ledger_no or f"#{self.id}"

    @property
    def agreement(self) -> "Agreement | None":
        """The agreement in force or being written: the latest, without its supplements."""
        return next((each for each in reversed(self.agreements) if not each.is_supplement), None)


class NumberSeries(Model):
    """The last number given, per organisation, year and kind; a row lock makes it gapless."""

    __tablename__ = "number_series"
    __table_args__ = (UniqueConstraint("organisation_id", "year", "kind"),)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    year: Mapped[int] = mapped_column()
    kind: Mapped[str] = mapped_column(String(20))  # registration | case
    last: Mapped[int] = mapped_column(default=0)
