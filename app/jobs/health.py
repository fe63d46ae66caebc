"""Is everything alive? One address for monitors, without a sign-in and without particulars."""

from datetime import timedelta
from functools import lru_cache
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Blueprint, Response, current_app, jsonify
from sqlalchemy.exc import SQLAlchemyError

from app.db import db
from app.jobs.models import JobBeat
from app.jobs.timetable import PULSE
from app.kernel.clock import utc_now
from app.web.access import public

LATE = timedelta(seconds=4 * PULSE.every)

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
@public
def health() -> Response:
    """200 while the database answers, else 503."""
    database = db.engine.dialect.name
    try:
        migration, jobs = _migration(), _jobs()
    except SQLAlchemyError as error:
        current_app.logger.error("health: the database does not answer", exc_info=error)
        answer = jsonify(
            status="unavailable", database=database, migration="unknown", jobs="unknown"
        )
        answer.status_code = 503
        return answer
    return jsonify(status="ok", database=database, migration=migration, jobs=jobs)


def _migration() -> str:
    """The revision of the database; `pending` while it is not the newest the code knows."""
    current = MigrationContext.configure(db.session.connection()).get_current_revision()
    directory = current_app.extensions["migrate"].directory
    return current if current and current == newest(directory) else "pending"


@lru_cache(maxsize=1)
def newest(directory: str) -> str | None:
    """The newest revision in a folder of migrations, None where there is none."""
    if not (Path(directory) / "env.py").is_file():
        return None
    return ScriptDirectory(directory).get_current_head()


def _jobs() -> str:
    beat = db.session.get(JobBeat, PULSE.name)
    if beat is None or beat.last_finished_at is None:
        return "never"
    return "running" if utc_now() - beat.last_finished_at <= LATE else "late"
