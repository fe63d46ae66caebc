"""How are several things named in one sentence?"""

from collections.abc import Sequence

from app.kernel.bilingual import Language

_MARKS = {Language.ZH: ("、", "；", "和"), Language.VI: (", ", "; ", " và ")}
_INNER = {Language.ZH: "、，,；", Language.VI: ",;"}


def joined(items: Sequence[str], language: Language) -> str:
    """甲、乙和丙 | A, B và C; nothing gives an empty text.

    Where an item has a comma of its own the semicolon parts the items, the last one too.
    """
    comma, semicolon, last_word = _MARKS[language]
    if any(mark in item for item in items for mark in _INNER[language]):
        return semicolon.join(items)
    if len(items) < 2:
        return "".join(items)
    return comma.join(items[:-1]) + last_word + items[-1]
