"""What do reference rows have in common? Names in two languages, validity, a source."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from app.db import Model, enum_column
from app.kernel.bilingual import Bilingual


class Confidence(StrEnum):
    """How far a row can be relied on before somebody on the spot has confirmed it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Source(Model):
    """Where rows come from, as a citation in both languages."""

    __tablename__ = "reference_source"

    code: Mapped[str] = mapped_column(String(40), unique=True)
    citation_zh: Mapped[str] = mapped_column(Text)
    citation_vi: Mapped[str] = mapped_column(Text)
    address: Mapped[str] = mapped_column(String(300), default="")
    loaded_hash: Mapped[str] = mapped_column(String(64), default="")

    @property
    def citation(self) -> Bilingual:
        return Bilingual(self.citation_zh, self.citation_vi)


class Sourced:
    """`loaded_hash` is the digest of the file's row as last loaded, empty for rows made here."""

    confidence: Mapped[Confidence] = enum_column(Confidence)
    loaded_hash: Mapped[str] = mapped_column(String(64), default="")

    @declared_attr
    def source_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey("reference_source.id"))

    @declared_attr
    def source(cls) -> Mapped[Source]:  # noqa: N805
        return relationship(lazy="joined")


class Named:
    name_zh: Mapped[str] = mapped_column(String(200))
    name_vi: Mapped[str] = mapped_column(String(200))

    @property
    def name(self) -> Bilingual:
        return Bilingual(self.name_zh, self.name_vi)


class Noted:
    note_zh: Mapped[str] = mapped_column(Text, default="")
    note_vi: Mapped[str] = mapped_column(Text, default="")

    @property
    def note(self) -> Bilingual:
        return Bilingual(self.note_zh, self.note_vi)


class Dated:
    """Both ends are included; None means unknown or open."""

    valid_from: Mapped[date | None] = mapped_column()
    valid_to: Mapped[date | None] = mapped_column()

    def is_ended(self, on: date) -> bool:
        return self.valid_to is not None and self.valid_to < on

    def is_valid(self, on: date) -> bool:
        return not self.is_ended(on) and (self.valid_from is None or self.valid_from <= on)
