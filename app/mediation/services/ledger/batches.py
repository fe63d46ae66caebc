"""How does an upload become a judged batch? Kept, mapped, checked; nothing enters the register."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import delete, insert, select, update

from app.audit import services as audit
from app.db import db, transaction
from app.documents.xlsx_read import UnreadableWorkbook
from app.kernel.clock import local
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor
from app.kernel.text import clean
from app.mediation.models import ImportBatch, ImportRow, ImportState, LedgerMapping
from app.mediation.queries import ledger as queries
from app.mediation.rules.ledger_findings import BatchFailure, Finding, ImportRefusal
from app.mediation.services.ledger.checking import Checked, check, demand_mapping, office_for
from app.mediation.services.ledger.files import file_of, put_file
from app.mediation.services.ledger.table import Table, own_columns, read_table
from app.reference import queries as reference

CHUNK = 250
KEPT = timedelta(days=30)
"""How long a workbook that nobody imports is kept."""

Progress = Callable[[int, int], None]
MAPPABLE = (ImportState.UPLOADED, ImportState.CHECKED)


def silent(done: int, total: int) -> None:
    """For who watches the batch's own row instead."""


def open_batch(
    actor: Actor,
    *,
    organisation_id: int,
    filename: str,
    data: bytes,
    now: datetime,
    mapping: dict[str, Any] | None = None,
) -> ImportBatch:
    """Keep an upload; one of ours, or with known headings (or `mapping`), is checked next.

    Raises NotFound (another office's ledger), UnreadableWorkbook.
    """
    organisation = queries.office_within(actor, organisation_id)
    table = read_table(data)
    mapping = mapping or known_mapping(table, organisation.id)
    with transaction() as session:
        batch = ImportBatch(
            organisation_id=organisation_id,
            user_id=actor.user_id,
            filename=clean(filename)[:200],
            sha256=hashlib.sha256(data).hexdigest(),
            mapping=mapping or {},
            state=ImportState.CHECKING if mapping else ImportState.UPLOADED,
            total=table.count,
            done=0,
            failure="",
            created_at=now,
        )
        put_file(batch, data)
        session.add(batch)
        session.flush()
        _noted(actor, batch, "uploaded", now, {"rows": (None, table.count)})
        return batch


def known_mapping(table: Table, organisation_id: int) -> dict[str, Any] | None:
    """Our own columns, or those the office mapped once, where every heading is still there."""
    if table.is_ours:
        return {"columns": own_columns(table), "values": {}, "defaults": {}}
    remembered = queries.mapping_of(organisation_id)
    if remembered is None or not set(remembered.mapping["columns"].values()) <= set(table.headings):
        return None
    return dict(remembered.mapping)


def table_of(batch: ImportBatch) -> Table:
    """The workbook of a batch. Raises RuleBroken once it was let go."""
    data = file_of(batch)
    if data is None:
        raise RuleBroken([Refusal(ImportRefusal.NO_FILE)])
    return read_table(data)


def map_batch(
    actor: Actor, *, batch_id: int, mapping: dict[str, Any], now: datetime
) -> ImportBatch:
    """Say which heading is which column, remember it for the office, and check (again).

    Raises NotFound, RuleBroken with every column that is missing.
    """
    with transaction() as session:
        batch = queries.get_batch(actor, batch_id)
        if batch.state not in MAPPABLE:
            raise RuleBroken([Refusal(ImportRefusal.NOT_CHECKED)])
        demand_mapping(mapping, reference.organisation(batch.organisation_id).country)
        batch.mapping, batch.state, batch.done = mapping, ImportState.CHECKING, 0
        remembered = queries.mapping_of(batch.organisation_id)
        if remembered is None:
            remembered = LedgerMapping(organisation_id=batch.organisation_id)
            session.add(remembered)
        before, remembered.mapping, remembered.updated_at = remembered.mapping, mapping, now
        _noted(actor, batch, "mapped", now, {"mapping": (before, mapping)})
        return batch


def run_check(batch_id: int, now: datetime, progress: Progress = silent) -> None:
    """Judge every row of a batch that waits for it; checked twice, the first to end counts."""
    batch = db.session.get_one(ImportBatch, batch_id)
    if batch.state is not ImportState.CHECKING:
        return
    organisation = reference.organisation(batch.organisation_id)
    office = office_for(
        organisation.id, batch.mapping, local(now, organisation.country.zone).date()
    )
    already = queries.ledger_numbers(organisation.id)
    judged = check(table_of(batch), batch.mapping, office, already)
    lines: list[dict[str, Any]] = []
    total = batch.total
    while chunk := list(islice(judged, CHUNK)):
        lines += [_line(batch_id, checked) for checked in chunk]
        tell(batch_id, len(lines))
        progress(len(lines), total)
    _keep(batch_id, lines)


def tell(batch_id: int, done: int) -> None:
    """How far it is, for whoever watches the page."""
    with transaction() as session:
        session.execute(update(ImportBatch).where(ImportBatch.id == batch_id).values(done=done))


def _keep(batch_id: int, lines: list[dict[str, Any]]) -> None:
    with transaction() as session:
        claimed = session.execute(
            update(ImportBatch)
            .where(ImportBatch.id == batch_id, ImportBatch.state == ImportState.CHECKING)
            .values(state=ImportState.CHECKED, total=len(lines), done=len(lines))
        )
        if claimed.rowcount != 1:
            return
        session.execute(delete(ImportRow).where(ImportRow.batch_id == batch_id))
        if lines:
            session.execute(insert(ImportRow), lines)


def _line(batch_id: int, checked: Checked) -> dict[str, Any]:
    return {
        "batch_id": batch_id,
        "number": checked.number,
        "ledger_no": checked.ledger_no,
        "fate": checked.fate,
        "findings": [as_stored(finding) for finding in checked.findings],
    }


def as_stored(finding: Finding) -> dict[str, Any]:
    """A finding as JSON keeps it."""
    facts = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in finding.facts.items()
    }
    return {
        "code": finding.code.value,
        "column": finding.column,
        "cell": finding.cell,
        "warns": finding.warns,
        "facts": facts,
    }


def waiting(now: datetime) -> Iterator[int]:
    """Batches that wait for the background, the oldest first."""
    states = (ImportState.CHECKING, ImportState.IMPORTING)
    query = select(ImportBatch.id).where(ImportBatch.state.in_(states)).order_by(ImportBatch.id)
    yield from list(db.session.scalars(query))


def let_go(now: datetime) -> None:
    """Workbooks that nobody imported are not kept for ever."""
    old = (ImportBatch.content.is_not(None), ImportBatch.created_at < now - KEPT)
    if db.session.scalar(select(ImportBatch.id).where(*old).limit(1)) is None:
        return
    expired = {"content": None, "state": ImportState.FAILED, "failure": BatchFailure.EXPIRED}
    with transaction() as session:
        session.execute(update(ImportBatch).where(*old).values(expired | {"finished_at": now}))


def fail(batch_id: int, failure: BatchFailure | UnreadableWorkbook, now: datetime) -> None:
    """Say on the batch why it stopped; what was imported stays, and is not imported again."""
    code = failure.code if isinstance(failure, UnreadableWorkbook) else failure
    with transaction() as session:
        session.execute(
            update(ImportBatch)
            .where(ImportBatch.id == batch_id)
            .values(state=ImportState.FAILED, failure=code.value, finished_at=now)
        )


def _noted(
    actor: Actor, batch: ImportBatch, act: str, now: datetime, changes: dict[str, tuple[Any, Any]]
) -> None:
    audit.record(
        actor,
        f"mediation:ledger:{act}",
        object_type="import_batch",
        object_id=batch.id,
        changes=changes,
        at=now,
    )
