"""May something still be put into this file, and under which words?"""

from enum import StrEnum

from app.kernel.errors import Refusal
from app.mediation.states import FILE_OPEN, CaseState


class FileRefusal(StrEnum):
    FILE_SHUT = "file_shut"
    TITLE_MISSING = "attachment_title_missing"
    REASON_MISSING = "withdrawal_reason_missing"
    ALREADY_WITHDRAWN = "attachment_already_withdrawn"
    IN_USE = "attachment_in_use"
    PAGES_NOT_POSITIVE = "evidence_pages_not_positive"
    LETTER_IN_FUTURE = "letter_in_future"
    ANSWERED_BEFORE_LETTER = "answered_before_letter"
    RECEIVED_BEFORE_LETTER = "received_before_letter"


def putting_refusals(state: CaseState, title: str) -> list[Refusal]:
    """Why nothing can be put into the file now, or not under this title."""
    found = [] if state in FILE_OPEN else [Refusal(FileRefusal.FILE_SHUT)]
    if not title.strip():
        found.append(Refusal(FileRefusal.TITLE_MISSING, field="title"))
    return found


def withdrawal_refusals(
    state: CaseState, reason: str, *, is_withdrawn: bool, is_record: bool
) -> list[Refusal]:
    """Nothing is deleted, only taken back with a reason; the signed sheet of an agreement stays."""
    found = [] if state in FILE_OPEN else [Refusal(FileRefusal.FILE_SHUT)]
    if not reason.strip():
        found.append(Refusal(FileRefusal.REASON_MISSING, field="reason"))
    if is_withdrawn:
        found.append(Refusal(FileRefusal.ALREADY_WITHDRAWN))
    elif is_record:
        found.append(Refusal(FileRefusal.IN_USE))
    return found
