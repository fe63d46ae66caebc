"""Which bodies are there, under whom, since when, and who took over from those that ended?"""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Model, enum_column
from app.kernel.bilingual import Bilingual
from app.kernel.country import Country
from app.reference.models.divisions import Division
from app.reference.models.traits import Dated, Named, Noted, Sourced


class OrganisationKind(StrEnum):
    REGION_DEPT = "region_dept"
    PREFECTURE_BUREAU = "prefecture_bureau"
    COUNTY_BUREAU = "county_bureau"
    JUSTICE_OFFICE = "justice_office"
    MEDIATION_COMMITTEE = "mediation_committee"
    STUDIO = "studio"
    PRISON_BUREAU = "prison_bureau"
    PRISON = "prison"
    PROVINCE_DEPT = "province_dept"
    DISTRICT_OFFICE = "district_office"
    COMMUNE_PC = "commune_pc"
    WARD_PC = "ward_pc"
    MEDIATION_TEAM = "mediation_team"


class Organisation(Model, Named, Noted, Dated, Sourced):
    """`case_no_pattern` holds {year}, {short} and {number}; empty for bodies that number nothing.

    In Viet Nam the parent is the line of professional guidance, not of administration.
    """

    __tablename__ = "organisation"

    code: Mapped[str] = mapped_column(String(40), unique=True)
    country: Mapped[Country] = enum_column(Country)
    kind: Mapped[OrganisationKind] = enum_column(OrganisationKind)
    short_zh: Mapped[str] = mapped_column(String(20), default="")
    short_vi: Mapped[str] = mapped_column(String(20), default="")
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    division_id: Mapped[int] = mapped_column(ForeignKey("division.id"), index=True)
    case_no_pattern: Mapped[str] = mapped_column(String(80), default="")
    zone: Mapped[str] = mapped_column(String(40))

    division: Mapped[Division] = relationship()
    parent: Mapped["Organisation | None"] = relationship(remote_side="Organisation.id")
    successor_links: Mapped[list["OrganisationSuccessor"]] = relationship(
        foreign_keys="OrganisationSuccessor.predecessor_id",
        order_by="OrganisationSuccessor.id",
        back_populates="predecessor",
    )

    @property
    def short(self) -> Bilingual:
        return Bilingual(self.short_zh, self.short_vi)


class OrganisationSuccessor(Model, Sourced):
    """A candidate to take over; it does so only once confirmed, with the paper that says so."""

    __tablename__ = "organisation_successor"
    __table_args__ = (UniqueConstraint("predecessor_id", "successor_id"),)

    predecessor_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    successor_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    basis_zh: Mapped[str] = mapped_column(Text)
    basis_vi: Mapped[str] = mapped_column(Text)
    confirmed_on: Mapped[date | None] = mapped_column()
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    instrument: Mapped[str] = mapped_column(String(300), default="")

    predecessor: Mapped[Organisation] = relationship(
        foreign_keys=[predecessor_id], back_populates="successor_links"
    )
    successor: Mapped[Organisation] = relationship(foreign_keys=[successor_id])

    @property
    def basis(self) -> Bilingual:
        return Bilingual(self.basis_zh, self.basis_vi)

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_on is not None
