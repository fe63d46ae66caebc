"""Does the background process stop when asked, and end itself when it falls silent?"""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from flask import Flask

from app.db import db
from app.jobs import runner
from app.jobs.models import JobBeat
from app.jobs.runner import Ticks, start
from app.jobs.timetable import Job
from tests.conftest import ENVIRON

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
from app import create_app
from app.jobs.runner import run
from app.jobs.timetable import Job
sys.exit(run(create_app(), [Job("look", 1, lambda now: print("ran", flush=True))]))
"""


@pytest.fixture
def process(app: Flask) -> subprocess.Popen[str]:
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env=os.environ | ENVIRON | {"DATABASE_URL": url},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_process_runs_its_jobs_and_stops_when_asked(
    app: Flask, process: subprocess.Popen[str], number: signal.Signals
) -> None:
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ran\n"
        process.send_signal(number)
        assert process.wait(timeout=10) == 0
    with app.app_context():
        assert db.session.get(JobBeat, "look") is not None


def test_the_process_ends_when_its_ticks_stop(app: Flask) -> None:
    scheduler = start(app, [], Ticks(), 60)
    silent = Ticks()
    silent.last -= 31
    try:
        assert runner._watch(app, threading.Event(), silent, 30) == 1
    finally:
        scheduler.shutdown()


def test_the_process_ends_when_its_thread_has_died(app: Flask) -> None:
    assert runner._watch(app, threading.Event(), Ticks(), 30) == 1


def test_the_process_goes_on_while_it_ticks(app: Flask) -> None:
    ticks, stop = Ticks(), threading.Event()
    scheduler = start(app, [Job("look", 60, lambda now: None)], ticks, 0.1)
    threading.Timer(1.0, stop.set).start()
    try:
        assert runner._watch(app, stop, ticks, 0.5) == 0
    finally:
        scheduler.shutdown()
    assert time.monotonic() - ticks.last < 0.5
