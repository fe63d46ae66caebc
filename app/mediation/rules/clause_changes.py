"""What reads otherwise in a newer version? Words of Vietnamese, single characters of Chinese."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from app.kernel.han import HAN

_UNIT = re.compile(rf"\{{[a-z_]+\}}|[{HAN}]|\w+|\s+|.", re.DOTALL)


class Change(StrEnum):
    KEPT = "kept"
    NEW = "new"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class Passage:
    text: str
    change: Change


def passages(before: str, after: str) -> list[Passage]:
    """The newer text with what went and what came, in reading order."""
    old, new = _UNIT.findall(before), _UNIT.findall(after)
    found: list[Passage] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Passage("".join(new[k:m]), Change.KEPT))
            continue
        if i < j:
            found.append(Passage("".join(old[i:j]), Change.OLD))
        if k < m:
            found.append(Passage("".join(new[k:m]), Change.NEW))
    return found
