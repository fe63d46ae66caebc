"""How is the background work run? `jobs run`: one process, beside the web server."""

import logging
import sys

from flask import Flask, current_app
from flask.cli import AppGroup

jobs = AppGroup("jobs", help="Background work.")


@jobs.command("run")
def run_command() -> None:
    """Run the timetable until asked to stop. Ends with 1 when its ticker falls silent."""
    from app.jobs.runner import run

    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    app.logger.setLevel(logging.INFO)
    sys.exit(run(app))


def register(app: Flask) -> None:
    app.cli.add_command(jobs)
