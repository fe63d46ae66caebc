"""How do clauses come into the library? Loaded from the shipped files, or written by two people.

Loading again adds what is new in the files, as a new version where a file has changed; a clause
that was written anew here is left as it is. What people write waits in services/clause_proposals.
"""

from datetime import datetime

from sqlalchemy import func, select

from app.audit.services import record
from app.db import db, transaction
from app.kernel.clock import utc_now
from app.kernel.errors import RuleBroken
from app.kernel.permissions import Actor
from app.mediation.models import Clause, ClauseVersion
from app.mediation.models.clause import columns_of
from app.mediation.rules.clauses import Version, version_refusals
from app.mediation.services.clause_files import Shipped, shipped
from app.reference.services import Loaded

CLOSING = 900
"""From this place on stand the clauses about the paper itself."""


def load_clauses(actor: Actor) -> Loaded:
    """Bring the library up to date with the shipped files, all or nothing."""
    counts = {"added": 0, "changed": 0, "unchanged": 0}
    with transaction() as session:
        rows = {row.key: row for row in session.scalars(select(Clause))}
        for each in shipped():
            counts[_load(actor, rows.get(each.key), each)] += 1
        loaded = Loaded("clauses", **counts)
        if loaded.added or loaded.changed:
            changes = {"added": (None, loaded.added), "changed": (None, loaded.changed)}
            record(
                actor, "reference:list:loaded", object_type="clauses", object_id=None,
                changes=changes,
            )  # fmt: skip
    return loaded


def add_clause(key: str) -> Clause:
    """The place of a clause that was not in the library, behind those that are."""
    session = db.session
    last = session.scalar(select(func.max(Clause.position)).where(Clause.position < CLOSING))
    row = Clause(key=key, position=min((last or 0) + 1, CLOSING - 1))
    session.add(row)
    return row


def _load(actor: Actor, clause: Clause | None, file: Shipped) -> str:
    """`added`, `changed` or `unchanged`; a file that is unsound stops the loading."""
    if refusals := version_refusals(file.version):
        raise RuleBroken(refusals, clause=file.key)
    if clause is None:
        clause = Clause(key=file.key, position=file.position)
        db.session.add(clause)
        append_version(clause, file.version, actor.user_id, utc_now(), file.digest)
        return "added"
    clause.position = file.position
    if clause.current.loaded_hash in ("", file.digest):
        return "unchanged"
    append_version(clause, file.version, actor.user_id, utc_now(), file.digest)
    return "changed"


def append_version(
    clause: Clause, version: Version, author_id: int | None, now: datetime, digest: str = ""
) -> ClauseVersion:
    """The clause reads so from now on; agreements keep the version they were made of."""
    row = ClauseVersion(
        number=len(clause.versions) + 1,
        loaded_hash=digest,
        saved_by_id=author_id,
        saved_at=now,
        **columns_of(version) | {"effect": version.effect},
    )
    clause.versions.append(row)
    db.session.flush()
    return row
