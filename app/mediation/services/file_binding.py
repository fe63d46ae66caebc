"""How does the background bind the files that were asked for? Each taken once, told, finished.

Whoever takes a request counts its attempts up by one; everything later is written only while that
attempt is still the latest, so that two workers never finish the same request.
"""

import hashlib
import logging
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import update

from app.accounts.actors import actor_of
from app.accounts.models import User
from app.db import db, transaction
from app.kernel.clock import local, utc_now
from app.kernel.errors import NotFound, NotPermitted
from app.kernel.permissions import Permission
from app.mediation.models import BuildFailure, BuildState, Case, FileBuild
from app.mediation.papers.whole_file import Bound, FileTooLarge, bound_file
from app.mediation.queries.file_builds import takeable, waiting
from app.mediation.queries.scope import get_case
from app.mediation.services.file_builds import drop_old, sealed

log = logging.getLogger(__name__)

ATTEMPTS = 3  # a file that ends the process three times is given up


class Overtaken(Exception):
    """Somebody else has taken the request over meanwhile."""


def run_waiting(now: datetime, kept: timedelta) -> int:
    """Bind everything that waits, one after the other; how many there were. What has been ready
    for longer than `kept` is let go."""
    drop_old(now, kept)
    count = 0
    for build_id in waiting(now):
        if (attempt := _take(build_id, now)) is not None:
            _work(build_id, attempt, now)
            count += 1
    return count


def _take(build_id: int, now: datetime) -> int | None:
    """The number of this attempt, or None where somebody else was first or it is given up."""
    with transaction() as session:
        claimed = session.execute(
            update(FileBuild)
            .where(FileBuild.id == build_id, takeable(now))
            .values(
                state=BuildState.RUNNING, beat_at=now, attempt=FileBuild.attempt + 1, done=0,
                total=0,
            )
        )  # fmt: skip
        if claimed.rowcount != 1:
            return None
        attempt = session.get_one(FileBuild, build_id, populate_existing=True).attempt
    if attempt <= ATTEMPTS:
        return attempt
    _fail(build_id, attempt, BuildFailure.GIVEN_UP, now)
    return None


def _work(build_id: int, attempt: int, now: datetime) -> None:
    """Bind one file; a fault is told on the request and in the log, for whoever asks."""
    try:
        bound = _bound(build_id, attempt, now)
        _finish(build_id, attempt, bound)
    except Overtaken:
        log.info("whole file %s: taken over by another attempt", build_id)
    except FileTooLarge:
        _fail(build_id, attempt, BuildFailure.TOO_LARGE, now)
    except (NotFound, NotPermitted):
        _fail(build_id, attempt, BuildFailure.NOT_PERMITTED, now)
    except Exception as fault:
        log.error("whole file %s stopped", build_id, exc_info=fault)
        _fail(build_id, attempt, BuildFailure.CRASHED, now)


def _bound(build_id: int, attempt: int, now: datetime) -> Bound:
    row = db.session.get_one(FileBuild, build_id)
    case = _case(row, now)

    def tell(done: int, total: int) -> None:
        _write(build_id, attempt, {"done": done, "total": total, "beat_at": utc_now()})

    return bound_file(case, full=row.is_full, today=local(now, case.country.zone).date(), tell=tell)


def _case(row: FileBuild, now: datetime) -> Case:
    """The case, with what its asker may see today. Raises NotFound, NotPermitted."""
    user = db.session.get_one(User, row.asked_by_id)
    actor = actor_of(user, local(now, user.country.zone).date())
    if row.is_full:
        get_case(actor, row.case_id, Permission.CASE_REVEAL)
    return get_case(actor, row.case_id, Permission.FILE_BIND)


def _finish(build_id: int, attempt: int, bound: Bound) -> None:
    row = db.session.get_one(FileBuild, build_id)
    ready = {
        "state": BuildState.DONE,
        "pages": bound.pages,
        "size": len(bound.data),
        "sha256": hashlib.sha256(bound.data).hexdigest(),
        "content": sealed(row, bound.data),
        "finished_at": utc_now(),
    }
    _write(build_id, attempt, ready)


def _fail(build_id: int, attempt: int, failure: BuildFailure, now: datetime) -> None:
    db.session.rollback()
    stopped = {"state": BuildState.FAILED, "failure": failure, "finished_at": now}
    try:
        _write(build_id, attempt, stopped)
    except Overtaken:
        log.info("whole file %s: taken over by another attempt", build_id)


def _write(build_id: int, attempt: int, values: dict[str, Any]) -> None:
    """Raises Overtaken when this attempt is no longer the latest."""
    mine = (
        FileBuild.id == build_id,
        FileBuild.attempt == attempt,
        FileBuild.state == BuildState.RUNNING,
    )
    with transaction() as session:
        if session.execute(update(FileBuild).where(*mine).values(values)).rowcount != 1:
            raise Overtaken
