"""What may be written down of a party, and what must not be? The register's own design."""

from datetime import date
from enum import StrEnum

from app.kernel.errors import Refusal
from app.mediation.states import CaseState

CONSENT_TEXT_VERSION = "2026-1"
"""*Setting*: which wording of the consent was read to the party."""

REMOVABLE = frozenset({CaseState.DRAFT, CaseState.RECEIVED})
"""Until acceptance a party entered by mistake may be taken out; afterwards the file names them."""


class Particular(StrEnum):
    """What is kept sealed and shown only for a reason."""

    DOCUMENT_NUMBER = "document_number"
    PHONE = "phone"
    ADDRESS = "address"


class PartyRefusal(StrEnum):
    NAME_MISSING = "party_name_missing"
    BORN_IN_FUTURE = "born_in_future"
    DOCUMENT_KIND_MISSING = "document_kind_missing"
    EXPIRES_BEFORE_ISSUED = "expires_before_issued"
    ISSUED_IN_FUTURE = "issued_in_future"
    PHONE_NOT_VALID = "phone_not_valid"
    UNKNOWN_CODE = "unknown_party_code"
    REPRESENTATIVE_NAME_MISSING = "representative_name_missing"
    REPRESENTATIVE_KIND_MISSING = "representative_kind_missing"
    NOT_REMOVABLE = "party_not_removable"
    NAME_SIGNED = "party_name_signed"
    REASON_MISSING = "reveal_reason_missing"
    NOTHING_TO_REVEAL = "nothing_to_reveal"
    DATE_IN_FUTURE = "notice_in_future"
    LANGUAGE_MISSING = "notice_language_missing"
    ALREADY_CONSENTED = "already_consented"
    ALREADY_WITHDRAWN = "already_withdrawn"
    WITHDRAWN_BEFORE_GIVEN = "withdrawn_before_given"


R = PartyRefusal


def date_refusals(
    *, birth_on: date | None, issued_on: date | None, expires_on: date | None, today: date
) -> list[Refusal]:
    """Nobody is born tomorrow, and no document ends before it begins; an expired one is allowed."""
    found = []
    if birth_on is not None and birth_on > today:
        found.append(Refusal(R.BORN_IN_FUTURE, field="birth_on"))
    if issued_on is not None and issued_on > today:
        found.append(Refusal(R.ISSUED_IN_FUTURE, field="document_issued_on"))
    if issued_on is not None and expires_on is not None and expires_on < issued_on:
        found.append(Refusal(R.EXPIRES_BEFORE_ISSUED, field="document_expires_on"))
    return found


def representative_refusals(kind: str | None, name: str) -> list[Refusal]:
    if kind and not name:
        return [Refusal(R.REPRESENTATIVE_NAME_MISSING, field="representative_name")]
    if name and not kind:
        return [Refusal(R.REPRESENTATIVE_KIND_MISSING, field="representative_kind")]
    return []
