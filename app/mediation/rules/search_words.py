"""Under which words is a case to be found, and what does a query ask for?"""

from collections.abc import Iterable

from app.kernel.text import query_words, search_words

LONGEST = 64  # of a word, as the index keeps it
LAST = "\U0010ffff"  # sorts behind every character of a word


def case_words(names: Iterable[str], numbers: Iterable[str]) -> frozenset[str]:
    """The words of one case. A word that begins another one finds nothing of its own."""
    spoken = {word for name in set(names) for word in search_words(name) if " " not in word}
    written = {word for number in numbers for word in number_words(number)}
    return frozenset(word[:LONGEST] for word in _longest(spoken) | written)


def number_words(number: str) -> frozenset[str]:
    """`（2026）凭浦人调字第12号`: its pieces, the digits run together, and the whole."""
    pieces = query_words(number)
    digits = "".join(piece for piece in pieces if piece.isdecimal())
    return frozenset({*pieces, digits, "".join(pieces)}) - {""}


def asked_words(query: str) -> tuple[str, ...]:
    """The words of a query, each once, the longest first: it usually finds the fewest."""
    words = {word[:LONGEST] for word in query_words(query)}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def asked_number(query: str) -> str | None:
    """The query run together, where it may be a whole number."""
    joined = "".join(query_words(query))[:LONGEST]
    return joined if any(char.isdecimal() for char in joined) else None


def word_range(word: str) -> tuple[str, str]:
    """From the word itself up to the last one that begins with it."""
    return word, word + LAST


def _longest(words: set[str]) -> set[str]:
    ordered = sorted(words)
    following = [*ordered[1:], ""][: len(ordered)]  # a case may have no word yet
    return {
        word for word, after in zip(ordered, following, strict=True) if not after.startswith(word)
    }
