"""What is to change in the clause library, by whose wish, and what did the second person say?"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Model, enum_column, instant_column
from app.kernel.country import Country
from app.mediation.models.clause import ClauseVersion, version_of
from app.mediation.rules.clause_proposals import ProposalEnd, ProposalKind
from app.mediation.rules.clauses import Version


class ClauseProposal(Model):
    """One wish to add, change, withdraw or restore a clause; one waits at a time for a clause.

    `wanted` is how the clause is to read, empty where it is only withdrawn or restored;
    `base_number` is the version in force when it was written. What was approved became `version`.
    """

    __tablename__ = "clause_proposal"
    __table_args__ = (
        Index(
            "uq_clause_proposal_waiting", "key", unique=True,
            sqlite_where=text("decided_at IS NULL"), postgresql_where=text("decided_at IS NULL"),
        ),
    )  # fmt: skip

    key: Mapped[str] = mapped_column(String(40), index=True)
    kind: Mapped[ProposalKind] = enum_column(ProposalKind)
    wanted: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    base_number: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(String(500))
    country: Mapped[Country] = enum_column(Country)
    proposed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    proposed_by_name: Mapped[str] = mapped_column(String(200))
    proposed_at: Mapped[datetime] = instant_column()

    end: Mapped[ProposalEnd | None] = enum_column(ProposalEnd)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    decided_by_name: Mapped[str] = mapped_column(String(200), default="")
    decided_at: Mapped[datetime | None] = instant_column()
    decision_reason: Mapped[str] = mapped_column(String(500), default="")
    version_id: Mapped[int | None] = mapped_column(ForeignKey("clause_version.id"), index=True)

    version: Mapped[ClauseVersion | None] = relationship()

    @property
    def is_waiting(self) -> bool:
        return self.decided_at is None

    @property
    def draft(self) -> Version | None:
        """How the clause is to read, as the rules read it."""
        return version_of(self.wanted) if self.wanted is not None else None
