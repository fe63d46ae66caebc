"""What makes a serial, which one is meant by what was typed, and when may a paper not go out?"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from app.kernel.errors import Refusal

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: nothing that reads like another
LENGTH = 10
LINK_DIGITS = 32  # of the digest, in the address of the QR code
TYPED_DIGITS = 8  # of the digest, that must be typed at least

_MEANT = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s\-·.]+")
_SERIAL = re.compile(f"(?<![0-9A-Z])[{ALPHABET}]{{{LENGTH}}}(?![0-9A-Z])")
_HEX = re.compile("[0-9a-f]+")


class PaperRefusal(StrEnum):
    REVEAL_REASON = "paper_reveal_reason"
    WITHDRAW_REASON = "paper_withdraw_reason"
    ALREADY_WITHDRAWN = "paper_already_withdrawn"
    SAME_ISSUED = "paper_same_issued"
    TOO_MANY_CHECKS = "too_many_checks"


class Standing(StrEnum):
    """What a stranger may learn of a paper."""

    ISSUED = "issued"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


class Sameness(StrEnum):
    """What a stranger may learn of a file."""

    IDENTICAL = "identical"
    CHANGED = "changed"
    UNKNOWN = "unknown"


def new_serial(pick: Callable[[str], str]) -> str:
    """Ten characters, each by `pick` from the alphabet: fifty bits that nobody guesses."""
    return "".join(pick(ALPHABET) for _ in range(LENGTH))


def serial_meant(typed: str) -> str:
    """The serial somebody means: spaces and hyphens fall away, O is nought, I and L are one.

    Empty for what can be none.
    """
    serial = _BETWEEN.sub("", typed).upper().translate(_MEANT)
    return serial if _SERIAL.fullmatch(serial) else ""


def digits_meant(typed: str) -> str:
    """The digest's first digits as typed; empty where they are too few or none at all."""
    digits = _BETWEEN.sub("", typed).lower()
    known = TYPED_DIGITS <= len(digits) <= 64 and _HEX.fullmatch(digits)
    return digits if known else ""


def serials_in(text: str) -> list[str]:
    """Everything in a text that could be a serial, each once, in the order of the text."""
    return list(dict.fromkeys(_SERIAL.findall(text)))


def data_digest(data: Mapping[str, Any]) -> str:
    """SHA-256 of what a paper says, as JSON with sorted keys."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def reveal_refusals(reason: str) -> list[Refusal]:
    """Whole numbers are printed only for a reason."""
    missing = not reason.strip()
    return [Refusal(PaperRefusal.REVEAL_REASON, field="reason")] if missing else []


def withdrawal_refusals(reason: str, *, is_withdrawn: bool) -> list[Refusal]:
    found = [] if reason.strip() else [Refusal(PaperRefusal.WITHDRAW_REASON, field="reason")]
    return [*found, Refusal(PaperRefusal.ALREADY_WITHDRAWN)] if is_withdrawn else found
