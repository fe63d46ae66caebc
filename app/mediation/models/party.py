"""What is remembered of people in dispute? Names in each script, sealed particulars, consents."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Model, Sealed, enum_column, instant_column, sealed_column
from app.kernel.identity import DocumentKind, Sex
from app.mediation.kinds import (
    ConsentPurpose,
    PartyKind,
    PartyRole,
    RepresentativeKind,
)
from app.mediation.models.case import Case


class Party(Model):
    """The name is kept as written; `name_han` and `name_latin` are what each side reads.

    Document number, phone and address are sealed; the two indexes find an exact match only.
    """

    __tablename__ = "party"
    __table_args__ = (Index("ix_party_case", "case_id", "id"),)

    uid: Mapped[str] = mapped_column(String(32), default="")
    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"))
    role: Mapped[PartyRole] = enum_column(PartyRole)
    kind: Mapped[PartyKind] = enum_column(PartyKind, default=PartyKind.NATURAL)
    name: Mapped[str] = mapped_column(String(160))
    name_han: Mapped[str] = mapped_column(String(80), default="")
    name_latin: Mapped[str] = mapped_column(String(120), default="")
    sex: Mapped[Sex | None] = enum_column(Sex)
    birth_on: Mapped[date | None] = mapped_column()
    nationality: Mapped[str] = mapped_column(String(8), default="")  # code list nationality
    ethnic_group: Mapped[str] = mapped_column(String(40), default="")  # code or free text
    occupation: Mapped[str] = mapped_column(String(120), default="")
    language: Mapped[str] = mapped_column(String(8), default="")  # code list language
    needs_interpreter: Mapped[bool] = mapped_column(default=False)

    document_kind: Mapped[DocumentKind | None] = enum_column(DocumentKind)
    document_number_sealed: Mapped[str | None] = sealed_column()
    document_number_index: Mapped[str | None] = mapped_column(String(32), index=True)
    document_issued_on: Mapped[date | None] = mapped_column()
    document_expires_on: Mapped[date | None] = mapped_column()
    phone_sealed: Mapped[str | None] = sealed_column()
    phone_index: Mapped[str | None] = mapped_column(String(32), index=True)
    address_sealed: Mapped[str | None] = sealed_column()

    representative_kind: Mapped[RepresentativeKind | None] = enum_column(RepresentativeKind)
    representative_name: Mapped[str] = mapped_column(String(160), default="")
    representative_note: Mapped[str] = mapped_column(String(300), default="")

    rights_told_on: Mapped[date | None] = mapped_column()
    rights_language: Mapped[str] = mapped_column(String(8), default="")

    case: Mapped[Case] = relationship(back_populates="parties")
    consents: Mapped[list["Consent"]] = relationship(back_populates="party", order_by="Consent.id")

    def consents_to(self, purpose: ConsentPurpose) -> bool:
        """Whether a consent to it stands that was not withdrawn."""
        return any(each.purpose is purpose and each.withdrawn_on is None for each in self.consents)

    document_number = Sealed(indexed=True)
    phone = Sealed(indexed=True)
    address = Sealed()


class Consent(Model):
    """A party's consent to one purpose, in their language; withdrawn, never deleted."""

    __tablename__ = "consent"

    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    purpose: Mapped[ConsentPurpose] = enum_column(ConsentPurpose)
    language: Mapped[str] = mapped_column(String(8))
    text_version: Mapped[str] = mapped_column(String(20))
    given_on: Mapped[date] = mapped_column()
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    recorded_at: Mapped[datetime] = instant_column()
    withdrawn_on: Mapped[date | None] = mapped_column()

    party: Mapped[Party] = relationship(back_populates="consents")
