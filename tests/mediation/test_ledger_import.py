"""An existing ledger comes in whole and once, or every reason why not is said with its cell."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from app.audit.models import AuditEntry
from app.db import db
from app.kernel.errors import NotFound, RuleBroken
from app.mediation.models import Case, CaseMove, ImportBatch, ImportRow, ImportState, Party, RowFate
from app.mediation.queries import ledger as queries
from app.mediation.rules.ledger_findings import BatchFailure, LedgerFinding
from app.mediation.services.ledger import batches, importing, writing
from app.mediation.states import CaseAction, CaseState
from tests.factories import actor
from tests.mediation.ledger_book import cell, ledger, numbered, row, workbook

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def upload(world, data, name="clerk.youyi"):
    who = actor(name)
    batch = batches.open_batch(
        who, organisation_id=world.youyi, filename="台账.xlsx", data=data, now=NOW
    )
    importing.run(batch.id, NOW)
    return batch.id


def bring_in(world, data):
    batch_id = upload(world, data)
    importing.start(actor("clerk.youyi"), batch_id=batch_id, now=NOW)
    importing.run(batch_id, NOW)
    return batch_id


def fates(batch_id):
    return queries.fates(batch_id)


def findings(batch_id):
    rows = queries.all_rows(batch_id)
    return [(each["code"], each["cell"], each["warns"]) for line in rows for each in line.findings]


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def test_a_dry_run_lists_every_row_and_writes_no_case(ctx, world):
    batch_id = upload(world, ledger(*numbered(3)))
    assert fates(batch_id) == {RowFate.WOULD_IMPORT: 3}
    assert count(Case) == 0


def test_a_row_becomes_a_closed_case_with_its_history_words_and_sealed_particulars(ctx, world):
    batch_id = bring_in(world, ledger(row()))
    assert fates(batch_id) == {RowFate.IMPORTED: 1}
    case = db.session.scalars(select(Case)).one()
    assert (case.state, case.ledger_no, case.imported) == (CaseState.CLOSED, "2019-001", True)
    assert case.case_no is None
    assert case.registered_no is None
    assert case.office_id == world.youyi
    assert case.committee_id == world.youyi_committee
    assert [(move.action, move.on, move.entered_afterwards) for move in case.moves] == [
        (CaseAction.RECEIVE, date(2019, 3, 4), True),
        (CaseAction.ACCEPT, date(2019, 3, 4), True),
        (CaseAction.START_MEDIATION, date(2019, 3, 4), True),
        (CaseAction.SETTLE, date(2019, 3, 20), True),
        (CaseAction.CLOSE, date(2019, 3, 25), True),
    ]
    assert case.facts.original == "两家因水渠发生争执。"
    first = case.parties[0]
    assert (first.document_number, first.phone) == ("C1234567", "+84912345678")
    assert "C1234567" not in first.document_number_sealed
    assert case.agreement.effective_on == date(2019, 3, 20)
    assert case.agreement.is_frozen
    entries = db.session.scalars(select(AuditEntry).where(AuditEntry.case_id == case.id)).all()
    assert [entry.action for entry in entries] == ["mediation:case:imported"]
    page = search_cases_of("ruan wen", "clerk.youyi")
    assert case.id in page


def search_cases_of(text, name):
    from app.mediation.models import CaseWord

    words = text.split()
    found = [
        set(db.session.scalars(select(CaseWord.case_id).where(CaseWord.word.startswith(word))))
        for word in words
    ]
    return set.intersection(*found)
