"""Where may a line of a paper break, and where never? Said with spaces that do and do not break."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

NO_BREAK, BREAK = "\u00a0", "\u200b"
LONGEST_NAME, SENTENCE = 24, 60  # letters; a longer name must be able to break in a column
_RUN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff!-~]{28,}")
_BEFORE_UNIT = re.compile(r"(\d) (?=(?:nhân dân tệ|đồng|tuổi|bản|trang|đợt|người|kg|m|km)\b)")
_AFTER_WORD = re.compile(r"\b(ngày|tháng|năm|lần|đợt|Điều|Số|số|mốc) (?=\d)", re.IGNORECASE)
_NAMES = frozenset({"name", "name_latin", "from_whom", "to_whom", "debtor", "creditor"})


def with_breaks(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data with its lines made up: a run without spaces may break anywhere; a number keeps
    its unit, and in a sentence a name its parts."""
    names = sorted(set(_names(data)), key=len, reverse=True)
    set_: dict[str, Any] = _each(data, names)
    return set_


def _each(value: Any, names: list[str]) -> Any:
    if isinstance(value, str):
        return _set(value, names)
    if isinstance(value, Mapping):
        return {key: _each(each, names) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_each(each, names) for each in value]
    return value


def _set(text: str, names: list[str]) -> str:
    if " " in text:
        text = _BEFORE_UNIT.sub(rf"\1{NO_BREAK}", text)
        text = _AFTER_WORD.sub(rf"\1{NO_BREAK}", text)
        if len(text) > SENTENCE:
            for name in names:
                text = text.replace(name, name.replace(" ", NO_BREAK))
    return _RUN.sub(lambda run: BREAK.join(run[0]), text) if len(text) >= 28 else text


def _names(value: Any, key: str = "") -> Iterator[str]:
    """Names of several words, of whoever the paper speaks of."""
    if isinstance(value, str):
        if key in _NAMES and " " in value and len(value) <= LONGEST_NAME:
            yield value
    elif isinstance(value, Mapping):
        for inner, each in value.items():
            yield from _names(each, key if inner in ("zh", "vi") else inner)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _names(each, key)
