"""What does a monitor learn, without a sign-in, and what when the database is gone?"""

import logging
from datetime import timedelta

import pytest
from flask import Flask

from app.db import db, transaction
from app.jobs.health import LATE, newest
from app.jobs.models import JobBeat
from app.jobs.timetable import PULSE, run_once
from app.kernel.clock import utc_now


def answer(app: Flask) -> tuple[int, dict[str, str]]:
    got = app.test_client().get("/healthz")
    return got.status_code, got.get_json()


def test_health_names_the_database_and_says_that_no_job_ever_ran(app: Flask) -> None:
    with app.app_context():
        name = db.engine.dialect.name
    status, said = answer(app)
    assert status == 200
    assert said == {"status": "ok", "database": name, "migration": "pending", "jobs": "never"}


def test_health_sees_the_jobs_run_and_fall_behind(app: Flask) -> None:
    run_once(app, PULSE)
    assert answer(app)[1]["jobs"] == "running"
    with app.app_context(), transaction() as session:
        beat = session.get(JobBeat, PULSE.name)
        assert beat is not None
        beat.last_finished_at = utc_now() - LATE - timedelta(seconds=1)
    assert answer(app)[1]["jobs"] == "late"


def test_health_names_the_revision_once_the_database_is_the_newest(app: Flask) -> None:
    head = newest(app.extensions["migrate"].directory)
    if head is None:
        pytest.skip("the project has no migration yet")
    for revision, said in (("0000older", "pending"), (head, head)):
        with app.app_context(), transaction() as session:
            connection = session.connection()
            connection.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")
            connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32))")
            connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{revision}')")
        assert answer(app)[1]["migration"] == said


def test_health_is_503_when_the_database_does_not_answer(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    with app.app_context(), transaction() as session:
        session.connection().exec_driver_sql("DROP TABLE job_beat")
    with caplog.at_level(logging.ERROR):
        status, said = answer(app)
    assert (status, said["status"], said["jobs"]) == (503, "unavailable", "unknown")
    assert "the database does not answer" in caplog.text
