"""What are the columns of a ledger and the fates of its rows called, and why was one refused?"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from flask_babel import force_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.documents.xlsx_read import WorkbookFault
from app.kernel.errors import Refusal
from app.kernel.identity import DocumentFinding
from app.mediation.kinds import PartyRole
from app.mediation.models import ImportState, RowFate
from app.mediation.queries import ledger as queries
from app.mediation.rules.ledger_columns import BY_KEY
from app.mediation.rules.ledger_findings import BatchFailure, ImportRefusal, LedgerFinding
from app.mediation.rules.ledger_words import guess
from app.mediation.states import CaseState
from app.web.filters import day
from app.web.labels import label, register_labels, say
from app.web.locale import LOCALES, current_language

F = LedgerFinding

_PLAIN = {
    "ledger_no": _l("Ledger number"),
    "received_on": _l("Date received"),
    "cn_type": _l("Dispute type (Chinese return)"),
    "border_subtype": _l("Cross-border sub-type"),
    "vn_scope": _l("Scope of mediation (Vietnam)"),
    "facts": _l("Facts in brief"),
    "facts_language": _l("Language of the facts"),
    "requests": _l("Requests"),
    "place": _l("Place of the dispute"),
    "boundary_marker": _l("Boundary marker"),
    "claimed": _l("Amount claimed"),
    "claimed_currency": _l("Currency"),
    "mediators": _l("Mediators"),
    "accepted_on": _l("Date accepted"),
    "outcome": _l("How did it end?"),
    "agreed_on": _l("Date of the agreement"),
    "form": _l("Form of the agreement"),
    "terms_zh": _l("Agreed terms (Chinese)"),
    "terms_vi": _l("Agreed terms (Vietnamese)"),
    "state": _l("State of the case"),
    "closed_on": _l("Date closed"),
    "remarks": _l("Remarks"),
}
_OF_SIDE = {
    PartyRole.APPLICANT: {
        "name": _l("Applicant: name"),
        "nationality": _l("Applicant: nationality"),
        "sex": _l("Applicant: sex"),
        "birth_on": _l("Applicant: date of birth"),
        "document_kind": _l("Applicant: kind of document"),
        "document_number": _l("Applicant: document number"),
        "phone": _l("Applicant: phone"),
        "address": _l("Applicant: address"),
    },
    PartyRole.RESPONDENT: {
        "name": _l("Respondent: name"),
        "nationality": _l("Respondent: nationality"),
        "sex": _l("Respondent: sex"),
        "birth_on": _l("Respondent: date of birth"),
        "document_kind": _l("Respondent: kind of document"),
        "document_number": _l("Respondent: document number"),
        "phone": _l("Respondent: phone"),
        "address": _l("Respondent: address"),
    },
}
HEADINGS: dict[str, Any] = _PLAIN | {
    f"{role}_{name}": text for role, names in _OF_SIDE.items() for name, text in names.items()
}

FINDINGS = {
    F.EMPTY: _l("This must be filled in."),
    F.FORMULA: _l("The cell holds a formula. Paste its value instead."),
    F.CELL_ERROR: _l("The cell shows an Excel error."),
    F.LOST_DIGITS: _l("The number is too long for Excel, which has lost its last digits. "
                      "Format the cell as text and type it again."),
    F.TYPED_AS_NUMBER: _l("Typed as a number: leading zeros may be lost. Format the cell as text "
                          "and type it again."),
    F.NOT_TEXT: _l("Words are expected here."),
    F.BECAME_DATE: _l("Excel has made a date of this. Format the cell as text and type it again."),
    F.TOO_LONG: _l("Too long: %(length)s characters, at most %(limit)s."),
    F.NOT_DATE: _l("This is not a date. Write it as 2024-03-05."),
    F.DATE_UNCLEAR: _l("“%(value)s” may be read in two ways. Write it as 2024-03-05."),
    F.IN_FUTURE: _l("This date has not come yet; today is %(today)s."),
    F.BEFORE: _l("This is before “%(other)s”, %(day)s."),
    F.TOO_OLD: _l("This date is too long ago."),
    F.NOT_IN_LIST: _l("“%(value)s” is not in the list. Allowed: %(allowed)s."),
    F.NOT_AMOUNT: _l("This is not an amount: write the number alone, without words."),
    F.AMOUNT_UNCLEAR: _l("“%(value)s” may be read in two ways. Write the number without "
                         "separators."),
    F.CURRENCY_MISSING: _l("An amount needs its currency."),
    F.NOT_PHONE: _l("This is not a telephone number of China or Vietnam."),
    F.KIND_MISSING: _l("A document number needs the kind of document."),
    F.OUTCOME_MISSING: _l("A closed case must say how it ended."),
    F.OUTCOME_CONTRADICTS: _l("This does not fit the state “%(state)s”."),
    F.TWICE: _l("The same ledger number stands in row %(row)s already."),
    F.ALREADY: _l("This ledger number is in the register already; nothing was added."),
    F.DAY_ASSUMED: _l("No date given: the date of the step before is taken."),
    F.MEDIATOR_UNKNOWN: _l("%(name)s is not in the office's register of mediators; the name is "
                           "kept in the remarks."),
    F.MEDIATOR_MISSING: _l("No mediator of the register is named for this open case."),
}  # fmt: skip

LABELS = FINDINGS | {
    ImportState.UPLOADED: _l("Columns to be named"),
    ImportState.CHECKING: _l("Being checked"),
    ImportState.CHECKED: _l("Checked, nothing imported yet"),
    ImportState.IMPORTING: _l("Being imported"),
    ImportState.DONE: _l("Imported"),
    ImportState.FAILED: _l("Import stopped"),
    RowFate.WOULD_IMPORT: _l("Can be imported"),
    RowFate.WOULD_WARN: _l("Can be imported, with a warning"),
    RowFate.IMPORTED: _l("Imported"),
    RowFate.WARNED: _l("Imported, with a warning"),
    RowFate.REFUSED: _l("Not importable"),
    RowFate.ALREADY: _l("In the register already"),
    ImportRefusal.HEADINGS: _l("No heading was named for “%(column)s”."),
    ImportRefusal.USED_TWICE: _l("The heading “%(heading)s” is named twice."),
    ImportRefusal.NOT_CHECKED: _l("The ledger is being worked on. Wait until that is done."),
    ImportRefusal.NOTHING_GOOD: _l("There is no row that could be imported."),
    ImportRefusal.NO_FILE: _l("The workbook is no longer kept. Upload it again."),
    BatchFailure.CRASHED: _l("The work stopped because of a fault of this system, which was "
                             "recorded. What was imported is whole; you can go on."),
    BatchFailure.NOT_PERMITTED: _l("Whoever uploaded this ledger may no longer import for this "
                                   "office."),
    BatchFailure.EXPIRED: _l("Nobody imported this ledger for 30 days, so the workbook was "
                             "deleted. Upload it again."),
    WorkbookFault.EMPTY_FILE: _l("The file is empty."),
    WorkbookFault.TOO_LARGE: _l("The file is too large: at most 10 MB."),
    WorkbookFault.TOO_MANY_ROWS: _l("The sheet has more than 20,000 rows. Split it into several "
                                    "files."),
    WorkbookFault.TOO_MANY_COLUMNS: _l("The sheet has more than 256 columns."),
    WorkbookFault.ENCRYPTED: _l("The workbook is protected by a password. Save it without one and "
                                "upload it again."),
    WorkbookFault.OLD_FORMAT: _l("This is an older Excel format. Save it as .xlsx and upload it "
                                 "again."),
    WorkbookFault.NOT_EXCEL: _l("This is not an Excel workbook (.xlsx)."),
    WorkbookFault.DAMAGED: _l("The file is damaged or was cut off. Open it in Excel, save it again "
                              "and upload it again."),
    WorkbookFault.NO_SUCH_SHEET: _l("The workbook has no visible sheet."),
    WorkbookFault.NO_ROWS: _l("There is nothing on the first sheet."),
}  # fmt: skip


def register() -> None:
    register_labels(LABELS)


def heading(column: str) -> str:
    """What a column is called in the reader's language."""
    return str(HEADINGS[column])


def guess_columns(headings: Iterable[str]) -> dict[str, str]:
    """Our column → their heading, where it is what either language or usage calls it."""
    ours: dict[str, list[str]] = {key: [] for key in BY_KEY}
    for locale in LOCALES.values():
        with force_locale(locale):
            for key, words in ours.items():
                words.append(heading(key))
    return guess(headings, ours)


def say_mapping(refusal: Refusal) -> str:
    """A refusal about the columns, with their names instead of their keys."""
    facts = dict(refusal.facts)
    if "column" in facts:
        facts["column"] = heading(str(facts["column"]))
    return say(replace(refusal, facts=facts))


def sentence(finding: Mapping[str, Any]) -> str:
    """A stored finding: `C7 (document number): Typed as a number …`."""
    text = label(_code(finding["code"]))
    if "%(" in text:
        text = text % _facts(finding)
    place = finding["cell"] or _("Row")
    return _("%(cell)s (%(column)s): %(text)s", cell=place, column=heading(finding["column"]),
             text=text)  # fmt: skip


def failure(code: str) -> str:
    """Why a batch stopped."""
    kind = WorkbookFault if code in tuple(WorkbookFault) else BatchFailure
    return label(kind(code))


def _code(code: str) -> StrEnum:
    return LedgerFinding(code) if code in tuple(LedgerFinding) else DocumentFinding(code)


def _facts(finding: Mapping[str, Any]) -> dict[str, Any]:
    facts = dict(finding["facts"])
    for name in ("today", "day"):
        if name in facts:
            facts[name] = day(date.fromisoformat(facts[name]))
    if "other" in facts:
        facts["other"] = heading(facts["other"])
    if "state" in facts:
        facts["state"] = label(CaseState(facts["state"]))
    words = BY_KEY[finding["column"]].words
    if words is not None:
        separator = "、" if current_language() == "zh" else "; "
        offered = queries.words_for(words, current_language())
        facts["allowed"] = separator.join(word for _code, word in offered)
    return facts
