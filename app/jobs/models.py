"""What is remembered of background work? When each job last began, ended, and what went wrong."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.db import instant_column
from app.db.base import Base


class JobBeat(Base):
    """`last_error` is empty while the last run went well."""

    __tablename__ = "job_beat"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    last_started_at: Mapped[datetime] = instant_column()
    last_finished_at: Mapped[datetime | None] = instant_column(nullable=True)
    last_error: Mapped[str] = mapped_column(String(200), default="")
