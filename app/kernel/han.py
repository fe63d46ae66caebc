"""How is a Han name read aloud, in Mandarin and in Vietnamese?"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

Syllables = tuple[str, ...]

HAN = "\u3007\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN_RUN = re.compile(f"[{HAN}]+")

_TONE = "[\u0300\u0301\u0303\u0309\u0323]"
_OLD_OA_OE = re.compile(f"(o)([ae])({_TONE})$", re.IGNORECASE)
_OLD_UY = re.compile(f"(?<!q)(u)(y)({_TONE})$", re.IGNORECASE)


class _Readings(NamedTuple):
    """A row of han_names.tsv: what families call themselves, the usual reading first."""

    pinyin: tuple[Syllables, ...]
    vietnamese: tuple[Syllables, ...]


@cache
def _table() -> dict[str, _Readings]:
    lines = Path(__file__).with_name("han_names.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {han: _Readings(_column(pinyin), _column(viet)) for han, pinyin, viet in rows}


def _column(cell: str) -> tuple[Syllables, ...]:
    return tuple(tuple(reading.split()) for reading in cell.split(",") if reading)


def has_han(text: str) -> bool:
    """Whether a character of it is Han: a reader of Vietnamese cannot read it."""
    return HAN_RUN.search(text) is not None


def split_surname(name: str) -> tuple[str, str]:
    """`欧阳文` is 欧阳 and 文; a surname of two characters leaves at least one behind it."""
    length = 2 if len(name) > 2 and name[:2] in _table() else 1
    return name[:length], name[length:]


def surname_pinyin(surname: str) -> tuple[Syllables, ...]:
    """Every reading of a surname, toneless, `ü` as `v`: 覃 is qin, or tan."""
    row = _table().get(surname)
    return row.pinyin if row and row.pinyin else (pinyin(surname),)


@lru_cache(maxsize=8192)
def pinyin(han: str, *, tones: bool = False) -> Syllables:
    """One syllable per character as in a text, not as a surname; unread ones as written."""
    from pypinyin import Style, lazy_pinyin  # 0.2 s to import: only who meets Han pays

    style = Style.TONE3 if tones else Style.NORMAL
    parts = lazy_pinyin(han, style=style)
    return tuple(syllable for part in parts for syllable in ([part] if part.isascii() else part))


def name_pinyin(name: str) -> list[Syllables]:
    """Every way to read a whole name: one per reading of its surname."""
    surname, given = split_surname(name)
    rest = pinyin(given)
    return [first + rest for first in surname_pinyin(surname)]


@cache
def hanviet_readings(char: str) -> tuple[str, ...]:
    """The Sino-Vietnamese readings of one character, the likeliest in a name first."""
    if (row := _table().get(char)) and row.vietnamese:
        return tuple(reading[0] for reading in row.vietnamese)
    from cn2vn import cn2vn  # a dictionary of 14,000 characters: only who meets Han pays

    reading: str = cn2vn(char)
    return (_modern(reading),) if reading != char else ()


def name_hanviet(name: str) -> list[Syllables]:
    """Every Sino-Vietnamese reading of a name's surname, each with the usual given name.

    Empty if a character has no known reading.
    """
    surname, given = split_surname(name)
    rest = [hanviet_readings(char)[:1] for char in given]
    if not all(rest):
        return []
    return [first + _flat(rest) for first in _surname_hanviet(surname)]


def suggest_vietnamese_name(name: str) -> str:
    """`阮文雄` is perhaps Nguyễn Văn Hùng: for a clerk to confirm; empty if unreadable."""
    readings = name_hanviet("".join(HAN_RUN.findall(name)))
    return " ".join(readings[0]) if readings else ""


def _surname_hanviet(surname: str) -> list[Syllables]:
    if len(surname) > 1:
        return list(_table()[surname].vietnamese)
    return list(product(*map(hanviet_readings, surname)))


def _flat(parts: Iterable[Syllables]) -> Syllables:
    return tuple(syllable for part in parts for syllable in part)


def _modern(reading: str) -> str:
    """`Hoà` to `Hòa`, `Thuý` to `Thúy`: the tone mark where this product writes it."""
    marked = unicodedata.normalize("NFD", reading)
    for pattern in (_OLD_OA_OE, _OLD_UY):
        marked = pattern.sub(r"\1\3\2", marked)
    return unicodedata.normalize("NFC", marked)
