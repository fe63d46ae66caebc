"""What may be written down at intake and on the groups of a case? The register's own design."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from app.kernel.country import Country
from app.kernel.errors import Refusal

HOTLINES: Mapping[Country, tuple[str, ...]] = {
    Country.CN: ("110", "12338"),
    Country.VN: ("113", "111"),
}
"""*Setting*: police, and whom a woman or child in danger can call, on each side."""


class IntakeRefusal(StrEnum):
    RECEIVED_IN_FUTURE = "received_in_future"
    RECEIVED_AFTER_NEXT = "received_after_next_step"
    UNKNOWN_CODE = "unknown_code"
    NOT_A_DRAFT = "not_a_draft"
    NOT_EDITABLE = "not_editable"
    MEMORANDUM_MISSING = "memorandum_missing"
    INSTRUMENT_MISSING = "instrument_missing"
    COMMITTEE_ELSEWHERE = "committee_elsewhere"
    DIVISION_ELSEWHERE = "division_elsewhere"


def received_refusals(received_on: date | None, today: date) -> list[Refusal]:
    if received_on is not None and received_on > today:
        return [Refusal(IntakeRefusal.RECEIVED_IN_FUTURE, {"today": today}, field="received_on")]
    return []
