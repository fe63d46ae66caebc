"""What can be wrong with a row of a ledger, and what is only worth a look?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class LedgerFinding(StrEnum):
    """Reasons to refuse a row, then what is warned of (`WARNINGS`)."""

    EMPTY = "ledger_empty"
    FORMULA = "ledger_formula"
    CELL_ERROR = "ledger_cell_error"
    LOST_DIGITS = "ledger_lost_digits"
    TYPED_AS_NUMBER = "ledger_typed_as_number"
    NOT_TEXT = "ledger_not_text"
    BECAME_DATE = "ledger_became_date"
    TOO_LONG = "ledger_too_long"
    NOT_DATE = "ledger_not_date"
    DATE_UNCLEAR = "ledger_date_unclear"
    IN_FUTURE = "ledger_in_future"
    BEFORE = "ledger_before"
    TOO_OLD = "ledger_too_old"
    NOT_IN_LIST = "ledger_not_in_list"
    NOT_AMOUNT = "ledger_not_amount"
    AMOUNT_UNCLEAR = "ledger_amount_unclear"
    CURRENCY_MISSING = "ledger_currency_missing"
    NOT_PHONE = "ledger_not_phone"
    KIND_MISSING = "ledger_document_kind_missing"
    OUTCOME_MISSING = "ledger_outcome_missing"
    OUTCOME_CONTRADICTS = "ledger_outcome_contradicts"
    TWICE = "ledger_twice"
    ALREADY = "ledger_already"
    DAY_ASSUMED = "ledger_day_assumed"
    MEDIATOR_UNKNOWN = "ledger_mediator_unknown"
    MEDIATOR_MISSING = "ledger_mediator_missing"


class ImportRefusal(StrEnum):
    """Why a batch as a whole does not go on."""

    HEADINGS = "import_headings"
    NOT_CHECKED = "import_not_checked"
    NOTHING_GOOD = "import_nothing_good"
    USED_TWICE = "import_heading_twice"
    NO_FILE = "import_no_file"


class BatchFailure(StrEnum):
    """Why a batch stopped for good; a fault of the file itself is a WorkbookFault."""

    CRASHED = "import_crashed"
    NOT_PERMITTED = "import_not_permitted"
    EXPIRED = "import_expired"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding at one cell (`C7`, empty for the row as a whole); `warns` where it only warns.

    `facts` never hold a document number, telephone or address.
    """

    code: StrEnum
    column: str
    cell: str = ""
    warns: bool = False
    facts: Mapping[str, object] = field(default_factory=dict)
