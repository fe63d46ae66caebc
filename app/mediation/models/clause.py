"""Which clauses does the library hold, and how did each read in every version?"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Model, enum_column, instant_column
from app.mediation.rules.clauses import Choice, Effect, Parameter, ParameterKind, Version


class Clause(Model):
    """One clause under its key; withdrawn it is no longer offered, but stays in its agreements."""

    __tablename__ = "clause"

    key: Mapped[str] = mapped_column(String(40), unique=True)
    position: Mapped[int] = mapped_column()
    withdrawn_at: Mapped[datetime | None] = instant_column()

    versions: Mapped[list["ClauseVersion"]] = relationship(
        back_populates="clause", order_by="ClauseVersion.number"
    )

    @property
    def current(self) -> "ClauseVersion":
        return self.versions[-1]

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None


class ClauseVersion(Model):
    """How a clause read at one time; never changed, because agreements were made of it.

    `loaded_hash` is the digest of the shipped file it came from, empty for one written here.
    """

    __tablename__ = "clause_version"
    __table_args__ = (UniqueConstraint("clause_id", "number"),)

    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    number: Mapped[int] = mapped_column()
    title_zh: Mapped[str] = mapped_column(String(120))
    title_vi: Mapped[str] = mapped_column(String(120))
    use_zh: Mapped[str] = mapped_column(String(300))
    use_vi: Mapped[str] = mapped_column(String(300))
    pattern_zh: Mapped[str] = mapped_column(Text)
    pattern_vi: Mapped[str] = mapped_column(Text)
    effect: Mapped[Effect] = enum_column(Effect)
    parameters: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    loaded_hash: Mapped[str] = mapped_column(String(64), default="")
    saved_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    saved_at: Mapped[datetime] = instant_column()

    clause: Mapped[Clause] = relationship(back_populates="versions")

    @property
    def version(self) -> Version:
        """As the rules read it."""
        return Version(
            title_zh=self.title_zh,
            title_vi=self.title_vi,
            pattern_zh=self.pattern_zh,
            pattern_vi=self.pattern_vi,
            parameters=tuple(_parameter(each) for each in self.parameters),
            effect=self.effect,
            use_zh=self.use_zh,
            use_vi=self.use_vi,
        )


def _parameter(kept: dict[str, Any]) -> Parameter:
    return Parameter(
        name=kept["name"],
        kind=ParameterKind(kept["kind"]),
        label_zh=kept["label_zh"],
        label_vi=kept["label_vi"],
        optional=kept["optional"],
        choices=tuple(Choice(**each) for each in kept["choices"]),
    )


class VersionUnchangeable(TypeError):
    """A saved version was to be changed or deleted: save another one instead."""


@event.listens_for(ClauseVersion, "before_update")
@event.listens_for(ClauseVersion, "before_delete")
def _refuse_change(_mapper: Any, _connection: Any, version: ClauseVersion) -> None:
    raise VersionUnchangeable(f"{version.clause_id}: {version.number}")
