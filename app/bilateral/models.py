"""What has been signed across the border, by whom, for which stretch, and what of it do we know?"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Model, enum_column, instant_column
from app.kernel.bilingual import Bilingual
from app.reference.models import Division, Organisation
from app.reference.models.traits import Named, Noted, Sourced


class MemorandumStatus(StrEnum):
    UNKNOWN = "unknown"
    IN_FORCE = "in_force"
    ENDED = "ended"


class TitleBasis(StrEnum):
    """Whose words the title is: the printed Chinese one, both printed, or our description."""

    PRINTED_ZH = "printed_zh"
    PRINTED_BOTH = "printed_both"
    DESCRIBED = "described"


class Memorandum(Model, Noted, Sourced):
    """One instrument. An empty field is unknown to us and is shown as unknown."""

    __tablename__ = "memorandum"

    code: Mapped[str] = mapped_column(String(40), unique=True)
    title_zh: Mapped[str] = mapped_column(String(300))
    title_vi: Mapped[str] = mapped_column(String(300))
    title_basis: Mapped[TitleBasis] = enum_column(TitleBasis)
    status: Mapped[MemorandumStatus] = enum_column(MemorandumStatus)
    signed_on: Mapped[date | None] = mapped_column()
    place_zh: Mapped[str] = mapped_column(String(200), default="")
    place_vi: Mapped[str] = mapped_column(String(200), default="")
    dispute_types_zh: Mapped[str] = mapped_column(Text, default="")
    dispute_types_vi: Mapped[str] = mapped_column(Text, default="")
    languages_zh: Mapped[str] = mapped_column(Text, default="")
    languages_vi: Mapped[str] = mapped_column(Text, default="")
    shareable_zh: Mapped[str] = mapped_column(Text, default="")
    shareable_vi: Mapped[str] = mapped_column(Text, default="")
    contact_zh: Mapped[str] = mapped_column(Text, default="")
    contact_vi: Mapped[str] = mapped_column(Text, default="")

    parties: Mapped[list["MemorandumParty"]] = relationship(
        back_populates="memorandum", order_by="MemorandumParty.position"
    )
    areas: Mapped[list["MemorandumArea"]] = relationship(
        back_populates="memorandum", order_by="MemorandumArea.id"
    )
    changes: Mapped[list["MemorandumChange"]] = relationship(
        back_populates="memorandum", order_by="MemorandumChange.id"
    )

    @property
    def waiting_change(self) -> "MemorandumChange | None":
        """The change that a second person has still to decide on."""
        return next((each for each in self.changes if each.decided_at is None), None)

    @property
    def title(self) -> Bilingual:
        return Bilingual(self.title_zh, self.title_vi)

    def text(self, name: str) -> Bilingual:
        """One of the fields kept in both languages: place, dispute_types, languages …"""
        return Bilingual(getattr(self, f"{name}_zh"), getattr(self, f"{name}_vi"))

    def open_parties(self, on: date) -> list["MemorandumParty"]:
        """Parties that have ended and in whose place nobody is confirmed to stand."""
        return [party for party in self.parties if party.needs_successor(on)]


class MemorandumParty(Model, Named, Noted, Sourced):
    """A party under the name it had when it signed, and who is confirmed to stand in its place."""

    __tablename__ = "memorandum_party"
    __table_args__ = (UniqueConstraint("memorandum_id", "position"),)

    memorandum_id: Mapped[int] = mapped_column(ForeignKey("memorandum.id"))
    position: Mapped[int] = mapped_column()
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    successor_confirmed_on: Mapped[date | None] = mapped_column()
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    instrument: Mapped[str] = mapped_column(String(300), default="")
    is_demo: Mapped[bool] = mapped_column(default=False)

    memorandum: Mapped[Memorandum] = relationship(back_populates="parties")
    organisation: Mapped[Organisation] = relationship(foreign_keys=[organisation_id])
    successor: Mapped[Organisation | None] = relationship(foreign_keys=[successor_id])

    def needs_successor(self, on: date) -> bool:
        return self.organisation.is_ended(on) and self.successor_id is None

    def standing(self, on: date) -> Organisation | None:
        """Who acts for this party on that day; None while nobody is confirmed."""
        return self.successor if self.organisation.is_ended(on) else self.organisation


class MemorandumArea(Model, Sourced):
    """A division the instrument is taken to cover, with what that rests on."""

    __tablename__ = "memorandum_area"
    __table_args__ = (UniqueConstraint("memorandum_id", "division_id"),)

    memorandum_id: Mapped[int] = mapped_column(ForeignKey("memorandum.id"))
    division_id: Mapped[int] = mapped_column(ForeignKey("division.id"))
    basis_zh: Mapped[str] = mapped_column(Text)
    basis_vi: Mapped[str] = mapped_column(Text)

    memorandum: Mapped[Memorandum] = relationship(back_populates="areas")
    division: Mapped[Division] = relationship()

    @property
    def basis(self) -> Bilingual:
        return Bilingual(self.basis_zh, self.basis_vi)


class MemorandumChange(Model):
    """What one person wants to change of a memorandum, and what a second one said.

    `wanted` holds the new values by field: texts, ISO dates, values of enums, null for unknown.
    """

    __tablename__ = "memorandum_change"

    memorandum_id: Mapped[int] = mapped_column(ForeignKey("memorandum.id"), index=True)
    wanted: Mapped[dict[str, Any]] = mapped_column(JSON)
    instrument: Mapped[str] = mapped_column(String(300))
    proposed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    proposed_by_name: Mapped[str] = mapped_column(String(200))
    proposed_at: Mapped[datetime] = instant_column()
    approved: Mapped[bool | None] = mapped_column()
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    decided_by_name: Mapped[str] = mapped_column(String(200), default="")
    decided_at: Mapped[datetime | None] = instant_column()

    memorandum: Mapped[Memorandum] = relationship(back_populates="changes")
