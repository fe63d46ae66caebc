"""What is traded across the border called on the other side, and in what is it counted?

A working list of the office, not an official nomenclature; whoever knows a better word types it.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.kernel.text import fold

_FILE = Path(__file__).parents[1] / "data" / "goods.csv"


@dataclass(frozen=True, slots=True)
class Word:
    zh: str
    vi: str


@cache
def words(kind: str) -> tuple[Word, ...]:
    """The list of `goods`, of `unit` or of `rate_source`."""
    with _FILE.open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) if row["kind"] == kind]
    return tuple(Word(row["zh"], row["vi"]) for row in rows)


def twin(word: str, kind: str) -> str:
    """The word of the other language; empty where the list does not have this one.

    Without its accents a word counts only where no other reads the same: `dua` is a coconut
    (`dừa`) or a pineapple (`dứa`).
    """
    typed = word.strip().casefold()
    for same in (str.casefold, fold):
        found = {each.vi for each in words(kind) if same(typed) == same(each.zh)}
        found = found or {each.zh for each in words(kind) if same(typed) == same(each.vi)}
        if found:
            return _first(kind, found) if same is str.casefold else _only(found)
    return ""


def _first(kind: str, found: set[str]) -> str:
    """Of several measure words for one (`con`: 头, 只) the one listed first."""
    return next(each for pair in words(kind) for each in (pair.zh, pair.vi) if each in found)


def _only(found: set[str]) -> str:
    return found.pop() if len(found) == 1 else ""
