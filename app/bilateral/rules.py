"""May what is known of a memorandum be changed? By two people, with the paper that says so.

Source: the register's own design of access (memorandum changes take two different people).
"""

from enum import StrEnum

from app.kernel.errors import Refusal


class ChangeRefused(StrEnum):
    NOTHING_CHANGED = "memorandum_nothing_changed"
    NO_INSTRUMENT = "memorandum_no_instrument"
    ONE_WAITS = "memorandum_change_waits"
    OWN_CHANGE = "memorandum_own_change"
    ALREADY_DECIDED = "memorandum_change_decided"


class MemorandumField(StrEnum):
    """What may become known of a memorandum, in the order of its page."""

    TITLE_ZH = "title_zh"
    TITLE_VI = "title_vi"
    TITLE_BASIS = "title_basis"
    STATUS = "status"
    SIGNED_ON = "signed_on"
    PLACE_ZH = "place_zh"
    PLACE_VI = "place_vi"
    DISPUTE_TYPES_ZH = "dispute_types_zh"
    DISPUTE_TYPES_VI = "dispute_types_vi"
    LANGUAGES_ZH = "languages_zh"
    LANGUAGES_VI = "languages_vi"
    SHAREABLE_ZH = "shareable_zh"
    SHAREABLE_VI = "shareable_vi"
    CONTACT_ZH = "contact_zh"
    CONTACT_VI = "contact_vi"
    NOTE_ZH = "note_zh"
    NOTE_VI = "note_vi"


R = ChangeRefused


def proposal_refusals(*, changed: bool, instrument: str, one_waits: bool) -> list[Refusal]:
    """Why this change cannot be proposed."""
    found = [Refusal(R.ONE_WAITS)] if one_waits else []
    if not changed:
        found.append(Refusal(R.NOTHING_CHANGED))
    if not instrument.strip():
        found.append(Refusal(R.NO_INSTRUMENT, field="instrument"))
    return found


def decision_refusals(*, decided: bool, own: bool) -> list[Refusal]:
    """Why this person cannot decide on it; nobody approves what they wrote."""
    if decided:
        return [Refusal(R.ALREADY_DECIDED)]
    return [Refusal(R.OWN_CHANGE)] if own else []
