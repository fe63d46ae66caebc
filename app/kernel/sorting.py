"""In which order does a reader expect names?"""

import re
import unicodedata

from app.kernel.bilingual import Language
from app.kernel.han import HAN, hanviet_readings, pinyin, split_surname, surname_pinyin
from app.kernel.text import clean, fold

_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_LETTERS = {"ă": "a1", "â": "a2", "đ": "d1", "ê": "e1", "ô": "o1", "ơ": "o2", "ư": "u1"}
_TOKEN = re.compile(f"(?P<han>[{HAN}]+)|[^\\W_{HAN}]+")
_END, _SPACE = "00", "01"


def sort_key(name: str, locale: str) -> str:
    """A key in which byte order is reading order: only a-z and 0-9, so any collation agrees.

    For a Vietnamese reader alphabet, then tone, with Han names where their Sino-Vietnamese
    reading belongs; for a Chinese one pinyin, with the surname's own reading, then the
    character, so that one family stays together; Latin names stand among them.
    """
    if Language.of(locale) is Language.VI:
        return _vietnamese_key(name)
    return "".join(_chinese_token(token) for token in _TOKEN.finditer(clean(name)))


def _chinese_token(token: re.Match[str]) -> str:
    if not token["han"]:
        return _plain(fold(token[0])) + "0"
    han = token["han"]
    return "".join(
        f"{_plain(syllable)}{ord(char):06x}"
        for char, syllable in zip(han, _toned(han), strict=True)
    )


def _toned(han: str) -> list[str]:
    """A tone digit after each syllable; a surname of several readings sorts by its first."""
    toned = list(pinyin(han, tones=True))
    surname, _ = split_surname(han)
    for place, syllable in enumerate(surname_pinyin(surname)[0]):
        if toned[place].rstrip("12345") != syllable:
            toned[place] = syllable + "0"
    return toned


def _plain(word: str) -> str:
    return "".join(c if c.isascii() else f"z{ord(c):06x}" for c in word)


def _vietnamese_key(name: str) -> str:
    read = re.sub(f"[{HAN}]", _read_in_vietnamese, clean(name))
    words = [token[0].lower() for token in _TOKEN.finditer(read)]
    letters = _SPACE.join("".join(map(_letter, _toneless(word))) for word in words)
    return letters + _END + "".join(map(_tone, words))


def _read_in_vietnamese(char: re.Match[str]) -> str:
    return f" {next(iter(hanviet_readings(char[0])), char[0])} "


def _toneless(word: str) -> str:
    marked = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(c for c in marked if c not in _TONES))


def _tone(word: str) -> str:
    marks = unicodedata.normalize("NFD", word)
    return next((_TONES[mark] for mark in marks if mark in _TONES), "0")


def _letter(char: str) -> str:
    """Two signs for a letter of the alphabet, digits before letters, all others at the end."""
    if char in _LETTERS:
        return _LETTERS[char]
    if char.isascii():
        return f"1{char}" if char.isdigit() else f"{char}0"
    bare = fold(char)
    return f"{bare}9" if len(bare) == 1 and bare.isascii() else f"z9{ord(char):06x}"
