"""Does a failing job leave the others alone, and does each leave a trace?"""

import logging
from datetime import datetime

import pytest
from flask import Flask

from app.db import db, transaction
from app.jobs.models import JobBeat
from app.jobs.timetable import JOBS, Job, run_once
from app.mediation.models import Deadline
from app.notifications.models import Notice
from tests.factories import World, actor
from tests.mediation.disputes import accepted


def _fail(now: datetime) -> None:
    raise ValueError("the disk is full")


def test_a_job_runs_in_a_context_and_leaves_a_trace(app: Flask) -> None:
    seen = []
    job = Job("look", 60, lambda now: seen.append((now.tzinfo is not None, db.engine.name)))
    run_once(app, job)
    assert seen == [(True, db_name(app))]
    with app.app_context():
        beat = db.session.get(JobBeat, "look")
        assert beat is not None
        assert beat.last_finished_at is not None
        assert beat.last_finished_at >= beat.last_started_at
        assert beat.last_error == ""


def test_a_failing_job_is_logged_and_recorded_and_recovers(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        run_once(app, Job("break", 60, _fail))
    assert "job break failed" in caplog.text
    with app.app_context():
        assert _beat("break").last_error == "ValueError: the disk is full"
    run_once(app, Job("break", 60, lambda now: None))
    with app.app_context():
        assert _beat("break").last_error == ""


def test_a_job_whose_database_is_gone_does_not_raise(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    def drop(now: datetime) -> None:
        with transaction() as session:
            session.connection().exec_driver_sql("DROP TABLE job_beat")
        raise ValueError("lost")

    with caplog.at_level(logging.ERROR):
        run_once(app, Job("lose", 60, drop))
    assert "its failure could not be recorded" in caplog.text


def test_the_timetable_reminds_of_due_deadlines(app: Flask, world: World) -> None:
    with app.app_context():
        accepted(actor("clerk.youyi"), "李秀兰", "Trần Thị Lan")
        with transaction() as session:
            for row in session.query(Deadline):
                row.due_on = row.counted_from
    for job in JOBS:
        run_once(app, job)
    with app.app_context():
        assert db.session.query(Notice).count() == 2


def test_the_names_of_the_jobs_are_their_keys() -> None:
    names = [job.name for job in JOBS]
    assert len(names) == len(set(names))


def db_name(app: Flask) -> str:
    with app.app_context():
        return db.engine.name


def _beat(name: str) -> JobBeat:
    beat = db.session.get(JobBeat, name)
    assert beat is not None
    return beat
