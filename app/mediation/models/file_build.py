"""How far is a case file on its way to one PDF? Asked for, at work, done, or why not."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from app.accounts.models import User
from app.db import Model, enum_column, instant_column
from app.mediation.models.case import Case


class BuildState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    DROPPED = "dropped"  # it was ready once; its content was not kept any longer


class BuildFailure(StrEnum):
    NOT_PERMITTED = "not_permitted"
    TOO_LARGE = "too_large"
    CRASHED = "crashed"
    GIVEN_UP = "given_up"


AT_WORK = (BuildState.WAITING, BuildState.RUNNING)


class FileBuild(Model):
    """One request for the whole file. `attempt` names who works at it: a later one takes over."""

    __tablename__ = "file_build"

    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"), index=True)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    asked_at: Mapped[datetime] = instant_column()
    is_full: Mapped[bool] = mapped_column(default=False)  # whole numbers: for the asker alone
    state: Mapped[BuildState] = enum_column(BuildState, default=BuildState.WAITING, index=True)
    attempt: Mapped[int] = mapped_column(default=0)
    beat_at: Mapped[datetime | None] = instant_column()  # the last sign of life of the work
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    pages: Mapped[int | None] = mapped_column()
    size: Mapped[int | None] = mapped_column()
    sha256: Mapped[str] = mapped_column(String(64), default="")
    content: Mapped[bytes | None] = deferred(mapped_column(LargeBinary, nullable=True))
    failure: Mapped[BuildFailure | None] = enum_column(BuildFailure)
    finished_at: Mapped[datetime | None] = instant_column()

    case: Mapped[Case] = relationship()
    asked_by: Mapped[User] = relationship()

    def is_ready(self, now: datetime, kept: timedelta) -> bool:
        """Bound, and not longer ago than it is kept."""
        if self.state is not BuildState.DONE or self.finished_at is None:
            return False
        return self.finished_at >= now - kept

    @property
    def is_at_work(self) -> bool:
        return self.state in AT_WORK
