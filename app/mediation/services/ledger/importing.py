"""How do the good rows of a batch enter the register? One by one, each whole, each once."""

import logging
from datetime import datetime

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.exc import IntegrityError

from app.accounts.actors import actor_of
from app.accounts.models import User
from app.audit import services as audit
from app.db import db, transaction
from app.documents.xlsx_read import UnreadableWorkbook
from app.kernel.clock import local
from app.kernel.errors import NotPermitted, Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.models import ImportBatch, ImportRow, ImportState, RowFate
from app.mediation.queries import ledger as queries
from app.mediation.queries.committees import committees_of
from app.mediation.rules.ledger_findings import (
    BatchFailure,
    Finding,
    ImportRefusal,
    LedgerFinding,
)
from app.mediation.services.ledger import batches
from app.mediation.services.ledger.checking import Checked, check, office_for
from app.mediation.services.ledger.writing import Desk, write_case
from app.reference import queries as reference

log = logging.getLogger(__name__)

GOOD = (RowFate.WOULD_IMPORT, RowFate.WOULD_WARN)
_BECOMES = {RowFate.WOULD_IMPORT: RowFate.IMPORTED, RowFate.WOULD_WARN: RowFate.WARNED}
TOLD_EVERY = 25
_LINES = ImportRow.__table__
_HOLD = (
    select(_LINES.c.id)
    .where(
        _LINES.c.batch_id == bindparam("batch"),
        _LINES.c.number == bindparam("number"),
        _LINES.c.fate.in_(GOOD),
    )
    .with_for_update()
)
STARTABLE = (ImportState.CHECKED, ImportState.FAILED)


def start(actor: Actor, *, batch_id: int, now: datetime) -> ImportBatch:
    """Ask for the good rows to be imported; asked twice, it is done once.

    Raises NotFound, RuleBroken (not checked yet, nothing good, the file was let go).
    """
    with transaction() as session:
        batch = queries.get_batch(actor, batch_id)
        if batch.state in (ImportState.IMPORTING, ImportState.DONE):
            return batch
        good = session.scalar(_count_good(batch_id)) or 0
        if found := _start_refusals(batch, good):
            raise RuleBroken(found)
        claimed = session.execute(
            update(ImportBatch)
            .where(ImportBatch.id == batch_id, ImportBatch.state.in_(STARTABLE))
            .values(state=ImportState.IMPORTING, total=good, done=0, failure="", finished_at=None)
        )
        if claimed.rowcount == 1:
            audit.record(actor, "mediation:ledger:import_started", object_type="import_batch",
                         object_id=batch_id, changes={"rows": (None, good)}, at=now)  # fmt: skip
        session.refresh(batch)
        return batch


def _start_refusals(batch: ImportBatch, good: int) -> list[Refusal]:
    if batch.state not in STARTABLE:
        return [Refusal(ImportRefusal.NOT_CHECKED)]
    if batch.content is None:
        return [Refusal(ImportRefusal.NO_FILE)]
    return [] if good else [Refusal(ImportRefusal.NOTHING_GOOD)]


def _count_good(batch_id: int):  # type: ignore[no-untyped-def]
    return (
        select(func.count())
        .select_from(ImportRow)
        .where(ImportRow.batch_id == batch_id, ImportRow.fate.in_(GOOD))
    )


def run_import(batch_id: int, now: datetime, progress: batches.Progress = batches.silent) -> None:
    """Import what is good and not yet in: cut off anywhere, a second run goes on from there.

    Raises NotPermitted when the person who uploaded it may no longer import for this office.
    """
    batch = db.session.get_one(ImportBatch, batch_id)
    if batch.state is not ImportState.IMPORTING:
        return
    actor, desk = _actor(batch, now), _desk(batch, now)
    waiting, total = _good_rows(batch, now), batch.total
    for done, checked in enumerate(waiting, start=total - len(waiting) + 1):
        _take_over(actor, desk, checked, now)
        if done % TOLD_EVERY == 0:
            batches.tell(batch_id, done)
        progress(done, total)
    with transaction() as session:
        session.execute(
            update(ImportBatch)
            .where(ImportBatch.id == batch_id, ImportBatch.state == ImportState.IMPORTING)
            .values(state=ImportState.DONE, content=None, done=total, finished_at=now)
        )


def _actor(batch: ImportBatch, now: datetime) -> Actor:
    """Whoever uploaded it, with what they may do today."""
    user = db.session.get_one(User, batch.user_id)
    actor = actor_of(user, local(now, user.country.zone).date())
    actor.demand(Permission.CASE_IMPORT, batch.organisation_id)
    return actor


def _desk(batch: ImportBatch, now: datetime) -> Desk:
    office = reference.organisation(batch.organisation_id)
    sealing = committees_of(office, local(now, office.country.zone).date())
    committee = sealing[0].id if len(sealing) == 1 else None
    return Desk(office.country, office.id, committee, batch.id)


def _good_rows(batch: ImportBatch, now: datetime) -> list[Checked]:
    """The rows that still wait, judged anew from the file: what was good may be so no longer."""
    query = select(ImportRow.number).where(ImportRow.batch_id == batch.id, ImportRow.fate.in_(GOOD))
    wanted = frozenset(db.session.scalars(query))
    office = reference.organisation(batch.organisation_id)
    known = office_for(office.id, batch.mapping, local(now, office.country.zone).date())
    already = queries.ledger_numbers(office.id)
    rows = check(batches.table_of(batch), batch.mapping, known, already)
    return [row for row in rows if row.number in wanted]


def _take_over(actor: Actor, desk: Desk, checked: Checked, now: datetime) -> None:
    """One row, one transaction. A number that another import used meanwhile is *already*."""
    try:
        with transaction():
            if _waits(desk, checked):
                _settle(desk, checked, _become(actor, desk, checked, now))
    except IntegrityError:
        if not queries.has_ledger_number(desk.office_id, checked.ledger_no):
            raise
        with transaction():
            known = Finding(LedgerFinding.ALREADY, "ledger_no", warns=True)
            stored = [batches.as_stored(known)]
            _settle(desk, checked, {"fate": RowFate.ALREADY, "findings": stored})


def _waits(desk: Desk, checked: Checked) -> bool:
    """Whether nobody else took the row over meanwhile; it is held until the transaction ends."""
    place = {"batch": desk.batch_id, "number": checked.number}
    return db.session.connection().execute(_HOLD, place).scalar() is not None


def _become(actor: Actor, desk: Desk, checked: Checked, now: datetime) -> dict[str, object]:
    """What the row's line says from now on."""
    stored = [batches.as_stored(finding) for finding in checked.findings]
    if checked.row is None:
        return {"fate": checked.fate, "findings": stored}
    case_id = write_case(actor, desk, checked.row, now)
    return {"fate": _BECOMES[checked.fate], "findings": stored, "case_id": case_id}


def _settle(desk: Desk, checked: Checked, values: dict[str, object]) -> None:
    line = _LINES.c.batch_id == desk.batch_id, _LINES.c.number == checked.number
    db.session.connection().execute(update(_LINES).where(*line).values(values))


def run(batch_id: int, now: datetime, progress: batches.Progress = batches.silent) -> None:
    """Do what a batch waits for; a fault is told on the batch and in the log, for whoever asks."""
    try:
        batches.run_check(batch_id, now, progress)
        run_import(batch_id, now, progress)
    except UnreadableWorkbook as fault:
        batches.fail(batch_id, fault, now)
    except NotPermitted:
        batches.fail(batch_id, BatchFailure.NOT_PERMITTED, now)
    except Exception as fault:
        log.error("ledger import %s stopped", batch_id, exc_info=fault)
        batches.fail(batch_id, BatchFailure.CRASHED, now)


def run_waiting(now: datetime) -> int:
    """Everything that waits, one batch after the other; returns how many there were."""
    batches.let_go(now)
    count = 0
    for batch_id in batches.waiting(now):
        run(batch_id, now)
        count += 1
    return count
