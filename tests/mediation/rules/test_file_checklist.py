"""Which papers does the archive ask for, on each side, and what may be excused?"""

from dataclasses import replace

import pytest

from app.kernel.country import Country
from app.mediation.rules.file_checklist import (
    CHINA,
    ITEM_RULES,
    FileFacts,
    FileItem,
    Weight,
    checklist,
    missing_musts,
)

DECLINED = FileFacts(Country.CN)
SETTLED = FileFacts(Country.CN, was_mediated=True, is_written=True)
VN_SETTLED = replace(SETTLED, country=Country.VN)
EVERYTHING = FileFacts(
    Country.CN,
    was_mediated=True,
    is_written=True,
    is_oral=True,
    is_not_agreed=True,
    is_referred=True,
    has_agent=True,
    was_investigated=True,
    has_evidence=True,
    has_interpreter=True,
    has_receipts=True,
    was_followed_up=True,
    has_court_step=True,
    excused=frozenset({FileItem.COVER}),
)


def due_if_needed(facts: FileFacts) -> set[FileItem]:
    rows = checklist(facts)
    return {row.item for row in rows if row.is_due and row.weight is Weight.IF_NEEDED}


def test_declined_case_needs_only_what_every_file_has() -> None:
    assert missing_musts(DECLINED) == (
        FileItem.COVER,
        FileItem.CONTENTS,
        FileItem.APPLICATION,
        FileItem.ACCEPTANCE_FORM,
        FileItem.BACK_COVER,
    )


def test_settled_chinese_file_needs_the_papers_of_the_set() -> None:
    assert set(missing_musts(SETTLED)) - set(missing_musts(DECLINED)) == {
        FileItem.RIGHTS_NOTICE,
        FileItem.IDENTITY_PAPERS,
        FileItem.MEDIATION_RECORD,
        FileItem.AGREEMENT,
    }


def test_oral_agreement_has_its_own_form() -> None:
    oral = replace(SETTLED, is_written=False, is_oral=True)
    assert FileItem.ORAL_AGREEMENT_FORM in missing_musts(oral)
    assert FileItem.AGREEMENT not in missing_musts(oral)


def test_vietnamese_file_is_the_register_entry_and_a_written_agreement_if_there_is_one() -> None:
    assert missing_musts(VN_SETTLED) == (FileItem.REGISTER_ENTRY, FileItem.AGREEMENT)
    assert missing_musts(FileFacts(Country.VN)) == (FileItem.REGISTER_ENTRY,)


@pytest.mark.parametrize("present", [FileItem.APPLICATION, FileItem.ACCEPTANCE_FORM])
def test_application_and_acceptance_form_serve_for_each_other(present: FileItem) -> None:
    left = missing_musts(replace(DECLINED, present=frozenset({present})))
    assert {FileItem.APPLICATION, FileItem.ACCEPTANCE_FORM}.isdisjoint(left)


@pytest.mark.parametrize(
    ("fact", "item"),
    [
        ("has_agent", FileItem.POWER_OF_ATTORNEY),
        ("was_investigated", FileItem.INVESTIGATION_RECORD),
        ("has_evidence", FileItem.EVIDENCE),
        ("has_interpreter", FileItem.INTERPRETER_STATEMENT),
        ("is_not_agreed", FileItem.NOT_SETTLED_NOTICE),
        ("is_referred", FileItem.REFERRAL_LETTER),
        ("has_receipts", FileItem.PERFORMANCE_PROOF),
        ("was_followed_up", FileItem.FOLLOW_UP_RECORD),
        ("has_court_step", FileItem.COURT_STEP_PAPERS),
    ],
)
@pytest.mark.parametrize("country", Country)
def test_fact_makes_its_paper_due_without_barring_the_archive(
    country: Country, fact: str, item: FileItem
) -> None:
    before = FileFacts(country)
    after = replace(before, **{fact: True})  # type: ignore[arg-type]
    assert due_if_needed(after) - due_if_needed(before) == {item}
    assert missing_musts(after) == missing_musts(before)


def test_excused_paper_is_not_missing_but_the_note_then_is() -> None:
    excused = replace(SETTLED, excused=frozenset({FileItem.IDENTITY_PAPERS}))
    assert FileItem.IDENTITY_PAPERS not in missing_musts(excused)
    assert FileItem.FILE_NOTE in missing_musts(excused)
    explained = replace(excused, present=frozenset({FileItem.FILE_NOTE}))
    assert FileItem.FILE_NOTE not in missing_musts(explained)


def test_note_cannot_excuse_itself() -> None:
    facts = replace(SETTLED, excused=frozenset({FileItem.COVER, FileItem.FILE_NOTE}))
    assert FileItem.FILE_NOTE in missing_musts(facts)


def test_paper_in_the_file_is_not_missing() -> None:
    complete = replace(SETTLED, present=frozenset(FileItem))
    assert missing_musts(complete) == ()
    assert not any(row.is_missing for row in checklist(complete))


@pytest.mark.parametrize("country", Country)
def test_checklist_keeps_the_order_of_the_file_with_each_item_once(country: Country) -> None:
    items = [row.item for row in checklist(replace(EVERYTHING, country=country))]
    assert items == [rule.item for rule in ITEM_RULES[country]]
    assert len(items) == len(set(items))


def test_every_item_belongs_to_a_side_and_can_become_due() -> None:
    assert {rule.item for rules in ITEM_RULES.values() for rule in rules} == set(FileItem)
    assert all(rule.due(EVERYTHING) for rule in CHINA)
