"""What reads otherwise in a newer version? Words of Vietnamese, single characters of Chinese."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.kernel.han import HAN

_UNIT = re.compile(rf"\{{[a-z_]+\}}|[{HAN}]|\w+|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that stayed, came (`is_new`) or went (`is_old`)."""

    text: str
    is_new: bool = False
    is_old: bool = False


def passages(before: str, after: str) -> list[Passage]:
    """The newer text with what went and what came, in reading order."""
    old, new = _UNIT.findall(before), _UNIT.findall(after)
    found: list[Passage] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Passage("".join(new[k:m])))
            continue
        if i < j:
            found.append(Passage("".join(old[i:j]), is_old=True))
        if k < m:
            found.append(Passage("".join(new[k:m]), is_new=True))
    return found
