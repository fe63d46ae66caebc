"""Which words may a coded field hold, from when to when?"""

from enum import StrEnum

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Model, enum_column
from app.reference.models.traits import Dated, Named, Noted, Sourced


class CodeList(StrEnum):
    DISPUTE_TYPE = "dispute_type_cn_return"
    DISPUTE_SUBTYPE = "dispute_subtype_cross_border"
    VN_SCOPE = "vn_scope"
    CASE_SOURCE = "case_source"
    OUTCOME = "outcome"
    CHANNEL = "channel"
    ETHNIC_GROUP = "ethnic_group"
    SPOKEN_LANGUAGE = "spoken_language"
    NATIONALITY = "nationality"


class CodeStatus(StrEnum):
    ATTESTED = "attested"
    UNVERIFIED = "unverified"


class Code(Model, Named, Noted, Dated, Sourced):
    """One value of a code list; `position` orders it on pages."""

    __tablename__ = "code"
    __table_args__ = (UniqueConstraint("kind", "code"),)

    kind: Mapped[CodeList] = enum_column(CodeList)
    code: Mapped[str] = mapped_column(String(40))
    status: Mapped[CodeStatus] = enum_column(CodeStatus)
    position: Mapped[int] = mapped_column()


class BirthCode(Model, Named, Noted, Sourced):
    """The first three digits of a Vietnamese citizen number: where the birth was registered."""

    __tablename__ = "birth_code"

    code: Mapped[str] = mapped_column(String(3), unique=True)
    borders_guangxi: Mapped[bool] = mapped_column()
