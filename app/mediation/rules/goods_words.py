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
    """A word with its twin; `measure` is how Chinese counts such an animal."""

    zh: str
    vi: str
    measure: str = ""


@cache
def words(kind: str) -> tuple[Word, ...]:
    """The list of `goods`, of `unit` or of `rate_source`."""
    with _FILE.open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) if row["kind"] == kind]
    return tuple(Word(row["zh"], row["vi"], row["measure"]) for row in rows)


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


def measure_of(zh: str, vi: str) -> str:
    """The Chinese measure word of an animal, known by either name; empty for anything else.

    A kind of an animal counts as that animal: 母鸡 ends in it, `gà mái` begins with it.
    """
    animals = [each for each in words("goods") if each.measure]
    begins = f"{vi.strip().casefold()} "
    found = [each for each in animals if zh.strip().endswith(each.zh)]
    found = found or [each for each in animals if begins.startswith(f"{each.vi} ")]
    return max(found, key=lambda each: len(each.zh)).measure if found else ""


def _first(kind: str, found: set[str]) -> str:
    """Of several measure words for one (`con`: 头, 只) the one listed first."""
    return next(each for pair in words(kind) for each in (pair.zh, pair.vi) if each in found)


def _only(found: set[str]) -> str:
    return found.pop() if len(found) == 1 else ""
