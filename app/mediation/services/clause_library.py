"""How does the library of clauses come to be and change? Loaded, saved anew, withdrawn, restored.

Loading again adds what is new in the files, as a new version where a file has changed; a clause
that was written anew here is left as it is.
"""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from app.audit.services import record
from app.db import db, transaction
from app.kernel.clock import utc_now
from app.kernel.errors import NotFound, Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.models import Clause, ClauseVersion
from app.mediation.rules.clauses import ClauseRefusal, Version, version_refusals
from app.mediation.services.clause_files import Shipped, shipped
from app.reference.services import Loaded

CLOSING = 900
"""From this place on stand the clauses about the paper itself."""
_TEXTS = ("title_zh", "title_vi", "use_zh", "use_vi", "pattern_zh", "pattern_vi", "effect")


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


def new_clause(actor: Actor, *, key: str, draft: Version, now: datetime) -> ClauseVersion:
    """A clause that was not in the library, behind those that are.

    Raises NotPermitted, RuleBroken with every reason (the key is another clause's).
    """
    actor.demand(Permission.CLAUSE_EDIT)
    with transaction() as session:
        refusals = list(version_refusals(draft))
        if session.scalar(select(Clause.id).where(Clause.key == key)) is not None:
            refusals.append(Refusal(ClauseRefusal.KEY_TAKEN, {"key": key}, field="key"))
        if refusals:
            raise RuleBroken(refusals)
        last = session.scalar(select(func.max(Clause.position)).where(Clause.position < CLOSING))
        clause = Clause(key=key, position=min((last or 0) + 1, CLOSING - 1))
        session.add(clause)
        saved = _append(actor, clause, draft, now)
        _noted(actor, clause, "added", now, {"key": (None, key)})
        return saved


def save_version(actor: Actor, *, key: str, draft: Version, now: datetime) -> ClauseVersion:
    """The clause as it reads from now on; agreements keep the version they were made of.

    Raises NotPermitted, NotFound, RuleBroken with every reason.
    """
    actor.demand(Permission.CLAUSE_EDIT)
    if refusals := version_refusals(draft):
        raise RuleBroken(refusals)
    with transaction():
        clause = _find(key)
        before = clause.current
        if before.version == draft:
            return before
        saved = _append(actor, clause, draft, now)
        _noted(actor, clause, "saved", now, _difference(before, saved))
        return saved


def withdraw(actor: Actor, *, key: str, now: datetime) -> Clause:
    """No longer offered; it stays where it stands. Raises NotPermitted, NotFound."""
    actor.demand(Permission.CLAUSE_EDIT)
    with transaction():
        clause = _find(key)
        if not clause.is_withdrawn:
            clause.withdrawn_at = now
            _noted(actor, clause, "withdrawn", now, {})
        return clause


def restore(actor: Actor, *, key: str, now: datetime) -> Clause:
    """Offered again. Raises NotPermitted, NotFound."""
    actor.demand(Permission.CLAUSE_EDIT)
    with transaction():
        clause = _find(key)
        if clause.is_withdrawn:
            clause.withdrawn_at = None
            _noted(actor, clause, "restored", now, {})
        return clause


def _load(actor: Actor, clause: Clause | None, file: Shipped) -> str:
    """`added`, `changed` or `unchanged`; a file that is unsound stops the loading."""
    if refusals := version_refusals(file.version):
        raise RuleBroken(refusals, clause=file.key)
    if clause is None:
        clause = Clause(key=file.key, position=file.position)
        db.session.add(clause)
        _append(actor, clause, file.version, utc_now(), file.digest)
        return "added"
    clause.position = file.position
    if clause.current.loaded_hash in ("", file.digest):
        return "unchanged"
    _append(actor, clause, file.version, utc_now(), file.digest)
    return "changed"


def _append(
    actor: Actor, clause: Clause, version: Version, now: datetime, digest: str = ""
) -> ClauseVersion:
    row = ClauseVersion(
        number=len(clause.versions) + 1,
        loaded_hash=digest,
        saved_by_id=actor.user_id,
        saved_at=now,
        **_columns(version),
    )
    clause.versions.append(row)
    db.session.flush()
    return row


def _columns(version: Version) -> dict[str, Any]:
    parameters = [
        asdict(each) | {"kind": each.kind.value, "choices": [asdict(one) for one in each.choices]}
        for each in version.parameters
    ]
    return {name: getattr(version, name) for name in _TEXTS} | {"parameters": parameters}


def _find(key: str) -> Clause:
    found: Clause | None = db.session.scalar(select(Clause).where(Clause.key == key))
    if found is None:
        raise NotFound(clause=key)
    return found


def _difference(before: ClauseVersion, after: ClauseVersion) -> dict[str, tuple[Any, Any]]:
    """What reads otherwise now; the parameters only by their names."""
    pairs = {name: (getattr(before, name), getattr(after, name)) for name in _TEXTS}
    pairs["number"] = (before.number, after.number)
    pairs["parameters"] = (_named(before), _named(after))
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _named(row: ClauseVersion) -> str:
    return ", ".join(each.name for each in row.version.parameters)


def _noted(
    actor: Actor, clause: Clause, act: str, now: datetime, changes: dict[str, tuple[Any, Any]]
) -> None:
    record(
        actor, f"mediation:clause:{act}", object_type="clause", object_id=clause.id,
        changes=changes, at=now,
    )  # fmt: skip
