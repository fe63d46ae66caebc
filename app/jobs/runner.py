"""How does the background process live and end? A ticker, watched by the main thread.

APScheduler only ticks: it keeps no jobs of its own, and truth is rows. It never runs inside a
web worker, where every worker would run every job.
"""

import signal
import threading
import time
from collections.abc import Sequence

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from flask import Flask

from app.jobs.timetable import JOBS, Job, run_once
from app.kernel.clock import utc_now

TICK = 5  # seconds between ticks
SILENCE = 30  # seconds without a tick after which the process ends itself
THREAD = "APScheduler"


class Ticks:
    """When the scheduler last ticked, on the monotonic clock."""

    def __init__(self) -> None:
        self.last = time.monotonic()

    def __call__(self) -> None:
        self.last = time.monotonic()

    def silent_for(self) -> float:
        return time.monotonic() - self.last


def run(
    app: Flask,
    jobs: Sequence[Job] = JOBS,
    *,
    tick: float = TICK,
    silence: float = SILENCE,
) -> int:
    """Run until SIGTERM or SIGINT. The exit status: 0 when asked to stop, 1 when it fell silent."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    ticks = Ticks()
    scheduler = start(app, jobs, ticks, tick)
    app.logger.info("jobs: %s", ", ".join(f"{job.name} every {job.every} s" for job in jobs))
    status = _watch(app, stop, ticks, silence)
    if status == 0:
        scheduler.shutdown(wait=True)
    return status


def start(app: Flask, jobs: Sequence[Job], ticks: Ticks, tick: float) -> BackgroundScheduler:
    """The ticker, started. A run that was missed is made up once; a job never meets itself."""
    scheduler = BackgroundScheduler(
        executors={"default": ThreadPoolExecutor(len(jobs) + 1)},
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        timezone="UTC",
    )
    scheduler.add_job(ticks, "interval", seconds=tick, id="tick")
    for job in jobs:
        scheduler.add_job(
            run_once,
            "interval",
            seconds=job.every,
            args=(app, job),
            id=job.name,
            next_run_time=utc_now(),
        )
    scheduler.start()
    return scheduler


def _watch(app: Flask, stop: threading.Event, ticks: Ticks, silence: float) -> int:
    while not stop.wait(min(1.0, silence / 4)):
        if not _thread_lives():
            app.logger.critical("jobs: the scheduler's thread has died; ending the process")
            return 1
        if ticks.silent_for() > silence:
            app.logger.critical("jobs: no tick for %d seconds; ending the process", silence)
            return 1
    return 0


def _thread_lives() -> bool:
    return any(thread.name == THREAD for thread in threading.enumerate())
