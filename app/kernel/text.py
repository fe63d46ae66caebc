"""How is typed text cleaned, and under which words is a name found?"""

import re
import unicodedata

from app.kernel.han import (
    HAN,
    HAN_RUN,
    Syllables,
    hanviet_readings,
    name_hanviet,
    name_pinyin,
    suggest_vietnamese_name,
    surname_pinyin,
)

__all__ = [
    "clean",
    "fold",
    "hanviet_readings",
    "query_words",
    "search_words",
    "suggest_vietnamese_name",
]

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_MARKS = frozenset({"Mn", "Me"})
_SPACE_IN_HAN = re.compile(f"(?<=[{HAN}])\\s+(?=[{HAN}])")
_WORD = re.compile(f"[{HAN}]+|[^\\W_{HAN}]+")
_APOSTROPHES = re.compile("['`\u2019\u02bc]")
_UMLAUT = re.compile("(?<=[ln])v")
_D = str.maketrans("đð", "dd")
_PERSON = 4  # longer Han is an organisation, whose characters need no variants


def clean(text: str) -> str:
    """Typed text as we keep it: NFC, trimmed, nothing invisible but line breaks and tabs.

    Bidirectional controls, zero-width characters, lone surrogates and noncharacters go.
    """
    lines = _LINE_ENDS.sub("\n", text)
    visible = "".join(c for c in lines if c in "\n\t" or not _is_invisible(c))
    return unicodedata.normalize("NFC", visible).strip()


def _is_invisible(char: str) -> bool:
    code = ord(char)
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return noncharacter or unicodedata.category(char) in _INVISIBLE


def fold(text: str) -> str:
    """What is left when width, case, tone and accent do not matter: `Hoà`, `HÒA` are `hoa`."""
    wide = unicodedata.normalize("NFKD", clean(text)).casefold()
    letters = unicodedata.normalize("NFKD", wide)
    bare = "".join(c for c in letters if unicodedata.category(c) not in _MARKS)
    return unicodedata.normalize("NFKC", bare.translate(_D)).strip()


def query_words(query: str) -> tuple[str, ...]:
    """The words of a query; a name is found if each is the beginning of one of its words."""
    return tuple(_WORD.findall(_APOSTROPHES.sub("", fold(query))))


def search_words(name: str) -> frozenset[str]:
    """Every word under which `name` is to be found, fewer than 40 for a person's name.

    Latin words, Han, and the pinyin and Sino-Vietnamese readings of Han with the surname's
    variants: each from every word on without spaces, and as initials; the whole folded name.
    """
    folded = _SPACE_IN_HAN.sub("", _APOSTROPHES.sub("", fold(name)))
    words = _WORD.findall(folded)
    latin = tuple(word for word in words if not HAN_RUN.match(word))
    found = {" ".join(latin), *latin} | _beginnings(latin)
    for run in words:
        if HAN_RUN.match(run):
            found |= _han_words(run)
    return frozenset(found - {""})


def _han_words(run: str) -> set[str]:
    """The words of unbroken Han: as written, and as read on either side of the border."""
    found = {run[start:] for start in range(len(run))}
    for reading in name_pinyin(run):
        for spelling in _spellings(reading):
            found |= _beginnings(spelling)
    for reading in name_hanviet(run):
        found |= _beginnings(tuple(map(fold, reading)))
    if len(run) <= _PERSON:
        for char in run:
            found |= {syllable for reading in surname_pinyin(char) for syllable in reading}
            found |= {fold(reading) for reading in hanviet_readings(char)}
    return found


def _beginnings(words: Syllables) -> set[str]:
    """`ruanwenxiong`, `wenxiong`, `xiong`, whose beginnings are all words; and `rwx`."""
    initials = "".join(word[:1] for word in words)
    return {"".join(words[start:]) for start in range(len(words))} | {initials}


def _spellings(reading: Syllables) -> list[Syllables]:
    """Where pinyin has `ü`, people type v, u, or yu as in a passport."""
    if not any(_UMLAUT.search(syllable) for syllable in reading):
        return [reading]
    return [tuple(_UMLAUT.sub(typed, part) for part in reading) for typed in ("v", "u", "yu")]
