"""Which clauses does the library hold, and how did each read in every version?"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Model, enum_column, instant_column
from app.mediation.rules.clauses import Choice, Effect, Parameter, ParameterKind, Version

TEXTS = ("title_zh", "title_vi", "use_zh", "use_vi", "pattern_zh", "pattern_vi")
"""What a version says, in either language."""


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

    `loaded_hash` is the digest of the shipped file it came from, empty for one written here;
    `saved_by_id` wrote it, and since `saved_at` it is in force: what merely waits is a proposal.
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
        texts = {name: getattr(self, name) for name in TEXTS}
        return version_of(texts | {"effect": self.effect, "parameters": self.parameters})


def version_of(kept: Mapping[str, Any]) -> Version:
    """The columns of a version as the rules read it."""
    parameters = tuple(_parameter(each) for each in kept["parameters"])
    texts = {name: kept[name] for name in TEXTS}
    return Version(**texts, effect=Effect(kept["effect"]), parameters=parameters)


def columns_of(version: Version) -> dict[str, Any]:
    """A version as its columns keep it, `version_of` the other way round."""
    parameters = [
        asdict(each) | {"kind": each.kind.value, "choices": [asdict(one) for one in each.choices]}
        for each in version.parameters
    ]
    texts = {name: getattr(version, name) for name in TEXTS}
    return texts | {"effect": version.effect.value, "parameters": parameters}


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
