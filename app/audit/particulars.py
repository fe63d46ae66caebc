"""How much of a change may a reader of the log see? Codes, dates and numbers; never a text."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

_CODE = re.compile(r"[A-Za-z0-9_.:/+-]{1,40}")
_LONG_NUMBER = re.compile(r"\d{8,}")


class Shown(StrEnum):
    """How a value is shown."""

    EMPTY = "empty"
    YES = "yes"
    NO = "no"
    AS_IS = "as_is"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Particular:
    """One side of a change. `text` is only filled for AS_IS, `length` only for TEXT."""

    shown: Shown
    text: str = ""
    length: int = 0


def particular(value: Any) -> Particular:
    """A value of an entry, masked: what somebody wrote is only measured, and a long number
    (a document, a telephone) keeps its last two digits."""
    if value is None or value == "":
        return Particular(Shown.EMPTY)
    if isinstance(value, bool):
        return Particular(Shown.YES if value else Shown.NO)
    text = str(value)
    if not _CODE.fullmatch(text):
        return Particular(Shown.TEXT, length=len(text))
    return Particular(Shown.AS_IS, _LONG_NUMBER.sub(_masked, text))


def _masked(match: re.Match[str]) -> str:
    digits = match.group()
    return "•" * (len(digits) - 2) + digits[-2:]
