"""By when must what be done, counted from what, and who says so?"""

from enum import StrEnum

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Model, enum_column
from app.kernel.bilingual import Bilingual
from app.kernel.country import Country
from app.kernel.periods import Unit
from app.reference.models.traits import Dated, Named, Sourced


class Trigger(StrEnum):
    """The event from whose day a period is counted."""

    ACCEPTED = "accepted"
    ASSIGNED = "assigned"
    EXTENDED = "extended"
    AGREEMENT_EFFECTIVE = "agreement_effective"


class ExtendableBy(StrEnum):
    NOBODY = "nobody"
    BOTH_PARTIES = "both_parties"


class DeadlineRule(Model, Named, Dated, Sourced):
    """`is_law` is false for a setting of ours; `basis` is what pages print beside the date."""

    __tablename__ = "deadline_rule"

    code: Mapped[str] = mapped_column(String(40), unique=True)
    jurisdiction: Mapped[Country] = enum_column(Country)
    trigger: Mapped[Trigger] = enum_column(Trigger)
    length: Mapped[int] = mapped_column()
    unit: Mapped[Unit] = enum_column(Unit)
    extendable_by: Mapped[ExtendableBy] = enum_column(ExtendableBy)
    is_law: Mapped[bool] = mapped_column()
    basis_zh: Mapped[str] = mapped_column(Text)
    basis_vi: Mapped[str] = mapped_column(Text)

    @property
    def basis(self) -> Bilingual:
        return Bilingual(self.basis_zh, self.basis_vi)
