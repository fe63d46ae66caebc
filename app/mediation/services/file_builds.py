"""How is the whole file asked for and fetched, and how long is it kept?"""

from datetime import datetime, timedelta

from sqlalchemy import select, update

from app.audit import services as audit
from app.db import db, transaction
from app.db.sealed import seal_bytes, unseal_bytes
from app.kernel.errors import NotFound, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.models import BuildState, Case, FileBuild
from app.mediation.queries.file_builds import at_work, builds_of
from app.mediation.queries.scope import get_case
from app.mediation.rules.papers import reveal_refusals
from app.mediation.services.opening import child


def ask(
    actor: Actor, *, case_id: int, full: bool = False, reason: str = "", now: datetime
) -> FileBuild:
    """Have the file bound; asked again while the same is at work, it is done once.

    Raises NotFound, NotPermitted (who writes nothing asks for nothing), RuleBroken.
    """
    with transaction() as session:
        case = get_case(actor, case_id, Permission.FILE_BIND)
        if full:
            get_case(actor, case_id, Permission.CASE_REVEAL)
        if found := reveal_refusals(reason) if full else []:
            raise RuleBroken(found)
        _one_after_another(case)
        if same := at_work(actor, case, is_full=full):
            return same
        row = FileBuild(
            case_id=case.id, asked_by_id=actor.user_id, asked_at=now, is_full=full,
            state=BuildState.WAITING,
        )  # fmt: skip
        session.add(row)
        session.flush()
        _note(actor, case, row, "full_asked" if full else "asked", now, reason)
        return row


def fetch(
    actor: Actor, *, case_id: int, build_id: int, kept: timedelta, now: datetime
) -> tuple[FileBuild, bytes]:
    """The bound file, with an entry of who took it; never after `kept`, cleaned up or not.

    Raises NotFound, NotPermitted.
    """
    with transaction():
        case = get_case(actor, case_id)
        row: FileBuild = child(builds_of(actor, case), build_id)
        if row.is_full:
            get_case(actor, case_id, Permission.CASE_REVEAL)
        if not row.is_ready(now, kept) or row.content is None:
            raise NotFound(build=build_id)
        _note(actor, case, row, "opened", now)
        return row, unseal_bytes(row.content, _context(row))


def sealed(row: FileBuild, data: bytes) -> bytes:
    """The file as it is kept: it is full of particulars."""
    return seal_bytes(data, _context(row))


def drop_old(now: datetime, kept: timedelta) -> int:
    """Let go of what was ready long enough; the request itself stays. How many there were."""
    old = (FileBuild.content.is_not(None), FileBuild.finished_at < now - kept)
    if db.session.scalar(select(FileBuild.id).where(*old).limit(1)) is None:
        return 0
    with transaction() as session:
        gone = {"content": None, "state": BuildState.DROPPED}
        return int(session.execute(update(FileBuild).where(*old).values(gone)).rowcount)


def _one_after_another(case: Case) -> None:
    """Asked twice at the same moment: the second waits, and then sees the first request."""
    db.session.execute(select(Case.id).where(Case.id == case.id).with_for_update())


def _context(row: FileBuild) -> str:
    return f"file_build.content:{row.id}"


def _note(
    actor: Actor, case: Case, row: FileBuild, past: str, now: datetime, reason: str = ""
) -> None:
    """Reading a file is no work on it: the case counts as untouched as before."""
    audit.record(
        actor,
        f"mediation:whole_file:{past}",
        object_type="file_build",
        object_id=row.id,
        case_id=case.id,
        reason=reason,
        at=now,
    )
