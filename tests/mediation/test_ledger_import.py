"""An existing ledger comes in whole and once."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from app.audit.models import AuditEntry
from app.db import db
from app.kernel.errors import NotFound, RuleBroken
from app.mediation.kinds import Duty
from app.mediation.models import (
    Case,
    CaseMove,
    CaseWord,
    ImportBatch,
    ImportState,
    NumberSeries,
    Party,
    RowFate,
)
from app.mediation.queries import ledger as queries
from app.mediation.rules.ledger_findings import BatchFailure, ImportRefusal
from app.mediation.services.ledger import batches, importing, writing
from app.mediation.states import CaseAction, CaseState
from tests.factories import actor
from tests.mediation.ledger_book import ledger, numbered, row

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def upload(world, data):
    batch = batches.open_batch(
        actor("clerk.youyi"),
        organisation_id=world.youyi,
        filename="台账.xlsx",
        data=data,
        now=NOW,
    )
    importing.run(batch.id, NOW)
    return batch.id


def start(batch_id):
    importing.start(actor("clerk.youyi"), batch_id=batch_id, now=NOW)


def bring_in(world, *rows):
    batch_id = upload(world, ledger(*rows))
    start(batch_id)
    importing.run(batch_id, NOW)
    return batch_id


def one_case():
    return db.session.scalars(select(Case)).one()


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def moves_of(case):
    return [(move.action, move.on) for move in case.moves]


def test_a_dry_run_tells_every_rows_fate_and_writes_no_case(ctx, world):
    batch_id = upload(world, ledger(*numbered(3), row(ledger_no=None)))
    assert queries.fates(batch_id) == {RowFate.WOULD_IMPORT: 3, RowFate.REFUSED: 1}
    assert count(Case) == 0


def test_a_row_becomes_a_closed_case_that_walked_the_ordinary_way(ctx, world):
    batch_id = bring_in(world, row())
    assert queries.fates(batch_id) == {RowFate.IMPORTED: 1}
    case = one_case()
    assert (case.state, case.imported) == (CaseState.CLOSED, True)
    assert (case.office_id, case.committee_id) == (world.youyi, world.youyi_committee)
    assert moves_of(case) == [
        (CaseAction.RECEIVE, date(2019, 3, 4)),
        (CaseAction.ACCEPT, date(2019, 3, 4)),
        (CaseAction.START_MEDIATION, date(2019, 3, 4)),
        (CaseAction.SETTLE, date(2019, 3, 20)),
        (CaseAction.CLOSE, date(2019, 3, 25)),
    ]
    assert all(move.entered_afterwards for move in case.moves)
    assert case.agreement.is_frozen
    assert case.agreement.effective_on == date(2019, 3, 20)


def test_the_ledgers_number_stays_outside_the_gapless_series(ctx, world):
    bring_in(world, row())
    case = one_case()
    assert (case.number, case.case_no, case.registered_no) == ("2019-001", None, None)
    assert count(NumberSeries) == 0


def test_particulars_are_sealed_words_are_indexed_and_one_audit_entry_stands(ctx, world):
    bring_in(world, row())
    case = one_case()
    party = case.parties[0]
    assert (party.document_number, party.phone) == ("C1234567", "+84912345678")
    assert "C1234567" not in party.document_number_sealed
    words = set(db.session.scalars(select(CaseWord.word).where(CaseWord.case_id == case.id)))
    assert {"ruanwenxiong", "nguyenvanhung"} <= words
    entries = db.session.scalars(select(AuditEntry).where(AuditEntry.case_id == case.id)).all()
    assert [entry.action for entry in entries] == ["mediation:case:imported"]
    assert "C1234567" not in str(entries[0].changes)


@pytest.mark.parametrize(
    ("changes", "state", "last"),
    [
        ({"state": "调解中", "outcome": None, "agreed_on": None, "closed_on": None},
         CaseState.MEDIATING, CaseAction.START_MEDIATION),
        ({"state": "已受理", "outcome": None, "agreed_on": None, "closed_on": None},
         CaseState.ACCEPTED, CaseAction.ACCEPT),
        ({"state": "Đã lưu trữ"}, CaseState.ARCHIVED, CaseAction.ARCHIVE),
        ({"outcome": "不予受理", "agreed_on": None}, CaseState.CLOSED, CaseAction.CLOSE),
        ({"state": "已移送", "outcome": None, "agreed_on": None}, CaseState.REFERRED,
         CaseAction.REFER),
    ],
)  # fmt: skip
def test_the_state_comes_from_its_column(ctx, world, changes, state, last):
    bring_in(world, row(**changes))
    case = one_case()
    assert (case.state, case.moves[-1].action) == (state, last)


def test_a_case_still_mediated_has_its_deadline(ctx, world):
    open_row = row(received_on=date(2026, 11, 10), state="调解中", outcome=None, agreed_on=None,
                   closed_on=None)  # fmt: skip
    bring_in(world, open_row)
    assert [each.due_on for each in one_case().deadlines] == [date(2026, 12, 10)]


def test_mediators_of_the_register_are_assigned_and_others_kept_in_the_remarks(ctx, world):
    batch_id = bring_in(world, row(mediators="韦国强、李大山", remarks="口头。"))
    assert queries.fates(batch_id) == {RowFate.WARNED: 1}
    case = one_case()
    assert [(each.mediator.name, each.duty) for each in case.mediators] == [
        ("韦国强", Duty.PRESIDING)
    ]
    assert case.statement(writing.REMARKS).original == "口头。\n台账所记调解员：李大山"


def test_importing_the_same_file_again_adds_nothing(ctx, world):
    bring_in(world, *numbered(3))
    again = upload(world, ledger(*numbered(3)))
    assert queries.fates(again) == {RowFate.ALREADY: 3}
    with pytest.raises(RuleBroken) as caught:
        start(again)
    assert [each.code for each in caught.value.refusals] == [ImportRefusal.NOTHING_GOOD]
    assert count(Case) == 3


def test_two_uploads_of_one_file_checked_before_either_is_imported_add_each_row_once(ctx, world):
    first, second = (upload(world, ledger(*numbered(3))) for _ in range(2))
    for batch_id in (first, second):
        start(batch_id)
        importing.run(batch_id, NOW)
    assert queries.fates(first) == {RowFate.IMPORTED: 3}
    assert queries.fates(second) == {RowFate.ALREADY: 3}
    assert count(Case) == 3


def test_an_import_started_and_run_twice_is_done_once(ctx, world):
    batch_id = upload(world, ledger(*numbered(2)))
    start(batch_id)
    start(batch_id)
    importing.run(batch_id, NOW)
    importing.run(batch_id, NOW)
    start(batch_id)
    assert count(Case) == 2
    started = select(AuditEntry).where(AuditEntry.action == "mediation:ledger:import_started")
    assert len(db.session.scalars(started).all()) == 1


class Killed(BaseException):
    """The process ends here."""


def test_an_import_cut_off_leaves_whole_cases_and_a_second_run_goes_on(ctx, world):
    batch_id = upload(world, ledger(*numbered(5)))
    start(batch_id)

    def kill(done, total):
        if done == 2:
            raise Killed

    with pytest.raises(Killed):
        importing.run(batch_id, NOW, kill)
    assert queries.fates(batch_id) == {RowFate.WOULD_IMPORT: 3, RowFate.IMPORTED: 2}
    assert (count(Case), count(Party), count(CaseMove)) == (2, 4, 10)
    assert importing.run_waiting(NOW) == 1
    assert queries.fates(batch_id) == {RowFate.IMPORTED: 5}
    assert (count(Case), count(Party)) == (5, 10)
    assert db.session.get_one(ImportBatch, batch_id).state is ImportState.DONE


def test_a_fault_in_a_row_leaves_nothing_of_it_and_is_told(ctx, world, monkeypatch, caplog):
    batch_id = upload(world, ledger(*numbered(3)))
    start(batch_id)
    index = writing.index_new

    def fail_at_the_second(case_id, names, numbers):
        if "2019-0002" in numbers:
            raise OSError("disk full")
        index(case_id, names, numbers)

    monkeypatch.setattr(writing, "index_new", fail_at_the_second)
    importing.run(batch_id, NOW)
    batch = db.session.get_one(ImportBatch, batch_id)
    assert (batch.state, batch.failure) == (ImportState.FAILED, BatchFailure.CRASHED)
    assert "disk full" in caplog.text
    assert (count(Case), count(Party)) == (1, 2)
    monkeypatch.undo()
    start(batch_id)
    importing.run(batch_id, NOW)
    assert count(Case) == 3


def test_the_workbook_is_kept_sealed_and_let_go_when_it_is_in(ctx, world):
    batch_id = upload(world, ledger(row()))
    assert b"PK" not in db.session.get_one(ImportBatch, batch_id).content[:4]
    start(batch_id)
    importing.run(batch_id, NOW)
    assert db.session.get_one(ImportBatch, batch_id).content is None


def test_a_workbook_nobody_imports_is_let_go_after_a_month(ctx, world):
    batch_id = upload(world, ledger(row()))
    importing.run_waiting(NOW + batches.KEPT * 2)
    batch = db.session.get_one(ImportBatch, batch_id)
    assert (batch.content, batch.failure) == (None, BatchFailure.EXPIRED)


def test_nobody_imports_for_an_office_that_is_not_theirs(ctx, world):
    with pytest.raises(NotFound):
        batches.open_batch(
            actor("clerk.pingmeng"),
            organisation_id=world.youyi,
            filename="x.xlsx",
            data=ledger(row()),
            now=NOW,
        )
    batch_id = upload(world, ledger(row()))
    with pytest.raises(NotFound):
        importing.start(actor("clerk.pingmeng"), batch_id=batch_id, now=NOW)
