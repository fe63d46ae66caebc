"""What runs in the background, and how often? Add a line to JOBS."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import Flask, current_app

from app.db import db, transaction
from app.jobs.models import JobBeat
from app.kernel.clock import utc_now
from app.mediation.services import file_binding
from app.mediation.services.ledger.importing import run_waiting
from app.mediation.services.reminders import remind_due

ERROR_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Job:
    """`work` takes the instant of its start and is safe to run twice, and at once."""

    name: str
    every: int  # seconds
    work: Callable[[datetime], object]


def _beat(now: datetime) -> None:
    """Nothing to do: that it ran at all is what the health page asks."""


def _bind_files(now: datetime) -> int:
    return file_binding.run_waiting(now, timedelta(days=current_app.config["WHOLE_FILE_DAYS"]))


PULSE = Job("pulse", 15, _beat)
JOBS: tuple[Job, ...] = (
    PULSE,
    Job("deadline_reminders", 60, remind_due),
    Job("ledger_imports", 5, run_waiting),
    Job("whole_files", 3, _bind_files),
)


def run_once(app: Flask, job: Job) -> None:
    """One run in a context of its own. A failure is logged and recorded, never raised."""
    with app.app_context():
        try:
            _record(job, utc_now(), started=True)
            job.work(utc_now())
            _record(job, utc_now())
        except Exception as error:
            app.logger.exception("job %s failed", job.name)
            _record_failure(app, job, error)


def _record(job: Job, now: datetime, *, started: bool = False, error: str = "") -> None:
    with transaction() as session:
        beat = session.get(JobBeat, job.name)
        if beat is None:
            beat = JobBeat(name=job.name, last_started_at=now)
            session.add(beat)
        if started:
            beat.last_started_at = now
        else:
            beat.last_finished_at, beat.last_error = now, error


def _record_failure(app: Flask, job: Job, error: Exception) -> None:
    """The database may be what failed: then the log has to do."""
    db.session.rollback()
    try:
        _record(job, utc_now(), error=f"{type(error).__name__}: {error}"[:ERROR_LENGTH])
    except Exception:
        app.logger.exception("job %s: its failure could not be recorded", job.name)
