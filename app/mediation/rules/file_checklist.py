"""Which papers belong into the file of this case, and which are still missing?

Sources: a county file-set template for the Chinese papers (must / if needed; local), Vietnam's
register and văn bản hòa giải thành under Law 35/2013/QH13 (written only if the parties agree).
The list is a *setting* in substance: neither national form set was seen in full.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.kernel.country import Country


class FileItem(StrEnum):
    COVER = "cover"
    CONTENTS = "contents"
    APPLICATION = "application"
    ACCEPTANCE_FORM = "acceptance_form"
    RIGHTS_NOTICE = "rights_notice"
    IDENTITY_PAPERS = "identity_papers"
    POWER_OF_ATTORNEY = "power_of_attorney"
    INVESTIGATION_RECORD = "investigation_record"
    EVIDENCE = "evidence"
    MEDIATION_RECORD = "mediation_record"
    AGREEMENT = "agreement"
    ORAL_AGREEMENT_FORM = "oral_agreement_form"
    INTERPRETER_STATEMENT = "interpreter_statement"
    NOT_SETTLED_NOTICE = "not_settled_notice"
    REFERRAL_LETTER = "referral_letter"
    PERFORMANCE_PROOF = "performance_proof"
    FOLLOW_UP_RECORD = "follow_up_record"
    COURT_STEP_PAPERS = "court_step_papers"
    CLOSING_REPORT = "closing_report"
    FILE_NOTE = "file_note"
    REGISTER_ENTRY = "register_entry"
    BACK_COVER = "back_cover"


class Weight(StrEnum):
    MUST = "must"
    IF_NEEDED = "if_needed"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """How far the case went, what is in the file, and whose absence the file note excuses."""

    country: Country
    was_mediated: bool = False
    is_written: bool = False
    is_oral: bool = False
    is_not_agreed: bool = False
    is_referred: bool = False
    has_agent: bool = False
    was_investigated: bool = False
    has_evidence: bool = False
    has_interpreter: bool = False
    has_receipts: bool = False
    was_followed_up: bool = False
    has_court_step: bool = False
    present: frozenset[FileItem] = frozenset()
    excused: frozenset[FileItem] = frozenset()


@dataclass(frozen=True, slots=True)
class ItemRule:
    """When an item is due; `instead` is the paper that serves as well."""

    item: FileItem
    weight: Weight
    due: Callable[[FileFacts], bool]
    instead: FileItem | None = None


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    item: FileItem
    weight: Weight
    is_due: bool
    is_present: bool
    is_excused: bool

    @property
    def is_missing(self) -> bool:
        return self.is_due and not (self.is_present or self.is_excused)


def _always(_: FileFacts) -> bool:
    return True


M, N, F = Weight.MUST, Weight.IF_NEEDED, FileItem

CHINA: tuple[ItemRule, ...] = (
    ItemRule(F.COVER, M, _always),
    ItemRule(F.CONTENTS, M, _always),
    # The set asks for one of the two: the parties' application, or the committee's own form.
    ItemRule(F.APPLICATION, M, _always, instead=F.ACCEPTANCE_FORM),
    ItemRule(F.ACCEPTANCE_FORM, M, _always, instead=F.APPLICATION),
    ItemRule(F.RIGHTS_NOTICE, M, lambda f: f.was_mediated),
    ItemRule(F.IDENTITY_PAPERS, M, lambda f: f.was_mediated),
    ItemRule(F.POWER_OF_ATTORNEY, N, lambda f: f.has_agent),
    ItemRule(F.INVESTIGATION_RECORD, N, lambda f: f.was_investigated),
    ItemRule(F.EVIDENCE, N, lambda f: f.has_evidence),
    ItemRule(F.MEDIATION_RECORD, M, lambda f: f.was_mediated),
    ItemRule(F.AGREEMENT, M, lambda f: f.is_written),
    ItemRule(F.ORAL_AGREEMENT_FORM, M, lambda f: f.is_oral),
    ItemRule(F.INTERPRETER_STATEMENT, N, lambda f: f.has_interpreter),
    ItemRule(F.NOT_SETTLED_NOTICE, N, lambda f: f.is_not_agreed),
    ItemRule(F.REFERRAL_LETTER, N, lambda f: f.is_referred),
    ItemRule(F.PERFORMANCE_PROOF, N, lambda f: f.has_receipts),
    ItemRule(F.FOLLOW_UP_RECORD, N, lambda f: f.was_followed_up),
    ItemRule(F.COURT_STEP_PAPERS, N, lambda f: f.has_court_step),
    ItemRule(F.CLOSING_REPORT, N, _always),
    # A must item that is excused is explained, and the explanation is in the file.
    ItemRule(F.FILE_NOTE, M, lambda f: bool(f.excused - {F.FILE_NOTE})),
    ItemRule(F.BACK_COVER, M, _always),
)

VIETNAM: tuple[ItemRule, ...] = (
    ItemRule(F.REGISTER_ENTRY, M, _always),
    ItemRule(F.POWER_OF_ATTORNEY, N, lambda f: f.has_agent),
    ItemRule(F.INVESTIGATION_RECORD, N, lambda f: f.was_investigated),
    ItemRule(F.EVIDENCE, N, lambda f: f.has_evidence),
    # The entry in the register is the duty; minutes of the talk are not.
    ItemRule(F.MEDIATION_RECORD, N, lambda f: f.was_mediated),
    ItemRule(F.AGREEMENT, M, lambda f: f.is_written),
    ItemRule(F.INTERPRETER_STATEMENT, N, lambda f: f.has_interpreter),
    # Written on a party's request only.
    ItemRule(F.NOT_SETTLED_NOTICE, N, lambda f: f.is_not_agreed),
    ItemRule(F.REFERRAL_LETTER, N, lambda f: f.is_referred),
    ItemRule(F.PERFORMANCE_PROOF, N, lambda f: f.has_receipts),
    ItemRule(F.FOLLOW_UP_RECORD, N, lambda f: f.was_followed_up),
    ItemRule(F.COURT_STEP_PAPERS, N, lambda f: f.has_court_step),
    ItemRule(F.FILE_NOTE, M, lambda f: bool(f.excused - {F.FILE_NOTE})),
)

ITEM_RULES: dict[Country, tuple[ItemRule, ...]] = {Country.CN: CHINA, Country.VN: VIETNAM}


def checklist(facts: FileFacts) -> tuple[ChecklistRow, ...]:
    """Every item of this side's file set, in the order of the file."""
    return tuple(_row(rule, facts) for rule in ITEM_RULES[facts.country])


def missing_musts(facts: FileFacts) -> tuple[FileItem, ...]:
    """What stands between the file and the archive."""
    return tuple(
        row.item for row in checklist(facts) if row.is_missing and row.weight is Weight.MUST
    )


def _row(rule: ItemRule, facts: FileFacts) -> ChecklistRow:
    serves_instead = rule.instead in facts.present and rule.item not in facts.present
    return ChecklistRow(
        item=rule.item,
        weight=rule.weight,
        is_due=rule.due(facts) and not serves_instead,
        is_present=rule.item in facts.present,
        # The note that explains what is absent cannot itself be excused.
        is_excused=rule.item in facts.excused and rule.item is not FileItem.FILE_NOTE,
    )
