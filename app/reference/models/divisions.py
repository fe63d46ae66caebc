"""Which places are there? Administrative divisions of both countries, and what became of them."""

from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Model, enum_column
from app.kernel.bilingual import Bilingual
from app.kernel.country import Country
from app.reference.models.traits import Dated, Named, Noted, Sourced


class Level(StrEnum):
    REGION = "region"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    WARD = "ward"


class Division(Model, Named, Noted, Dated, Sourced):
    __tablename__ = "division"

    code: Mapped[str] = mapped_column(String(20), unique=True)
    country: Mapped[Country] = enum_column(Country)
    level: Mapped[Level] = enum_column(Level)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("division.id"), index=True)

    parent: Mapped["Division | None"] = relationship(remote_side="Division.id")
    successor_links: Mapped[list["DivisionSuccessor"]] = relationship(
        foreign_keys="DivisionSuccessor.predecessor_id", order_by="DivisionSuccessor.id"
    )


class DivisionSuccessor(Model, Sourced):
    """The territory of one division that lies in another since a reform."""

    __tablename__ = "division_successor"
    __table_args__ = (UniqueConstraint("predecessor_id", "successor_id"),)

    predecessor_id: Mapped[int] = mapped_column(ForeignKey("division.id"))
    successor_id: Mapped[int] = mapped_column(ForeignKey("division.id"), index=True)
    basis_zh: Mapped[str] = mapped_column(Text)
    basis_vi: Mapped[str] = mapped_column(Text)

    successor: Mapped[Division] = relationship(foreign_keys=[successor_id])

    @property
    def basis(self) -> Bilingual:
        return Bilingual(self.basis_zh, self.basis_vi)
