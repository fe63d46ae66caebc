"""What may be written down at intake, and what is a family matter?

Sources: the register's own design. The family prompt follows the type of the dispute, because
only there is each party spoken to alone.
"""

from datetime import date
from enum import StrEnum

from app.kernel.country import Country
from app.kernel.errors import Refusal

FAMILY_CODES = frozenset({"marriage_family", "family", "x_marriage", "x_custody", "x_bride_price"})
"""Codes of the three lists (Chinese return, Vietnamese scope, sub-type) that mean a family."""


class IntakeRefusal(StrEnum):
    RECEIVED_IN_FUTURE = "received_in_future"
    UNKNOWN_CODE = "unknown_code"
    NOT_A_DRAFT = "not_a_draft"
    NOT_EDITABLE = "not_editable"
    MEMORANDUM_MISSING = "memorandum_missing"
    INSTRUMENT_MISSING = "instrument_missing"
    COMMITTEE_ELSEWHERE = "committee_elsewhere"
    DIVISION_ELSEWHERE = "division_elsewhere"
    AMOUNT_UNCLEAR = "amount_unclear"
    AMOUNT_NOT_UNDERSTOOD = "amount_not_understood"


def is_family(*codes: str) -> bool:
    """Whether any of a dispute's codes says that it is about marriage, children or a family."""
    return not FAMILY_CODES.isdisjoint(codes)


def has_type(country: Country, cn_type: str, vn_scope: str) -> bool:
    """Each side's register asks for its own heading; the other side's may come later."""
    return bool(cn_type if country is Country.CN else vn_scope)


def received_refusals(received_on: date | None, today: date) -> list[Refusal]:
    if received_on is not None and received_on > today:
        return [Refusal(IntakeRefusal.RECEIVED_IN_FUTURE, {"today": today}, field="received_on")]
    return []
