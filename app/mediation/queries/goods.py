"""What is this called in the other language, by the shipped list of goods, units, rate sources?

What is found here needs no confirmation: both words come from the same list.
"""

from functools import cache

from app.kernel.bilingual import Language
from app.kernel.text import fold
from app.mediation.rules.clauses import Phrase
from app.mediation.rules.goods_words import measure_of, twin, words

GOODS, UNIT, RATE_SOURCE = "goods", "unit", "rate_source"
KINDS = (GOODS, UNIT, RATE_SOURCE)


def completed(phrase: Phrase, kind: str) -> Phrase:
    """Both words, where one of them is listed and the other was not typed."""
    if phrase.zh and not phrase.vi:
        return Phrase(phrase.zh, twin(phrase.zh, kind))
    if phrase.vi and not phrase.zh:
        return Phrase(twin(phrase.vi, kind), phrase.vi)
    return phrase


def counted(name: Phrase, unit: Phrase) -> Phrase:
    """The unit in both languages; `con` is 头, 只 or 匹 by the animal that is counted."""
    measure = Phrase(measure_of(name.zh, name.vi), unit.vi.strip().casefold())
    if unit.vi and not unit.zh and is_pair(measure):
        return Phrase(measure.zh, unit.vi)
    return completed(unit, UNIT)


def is_pair(phrase: Phrase) -> bool:
    """Whether these two words stand beside each other in the list."""
    return (phrase.zh, phrase.vi) in _pairs()


def listed(kind: str) -> tuple[Phrase, ...]:
    """Every word of a kind, in the order of the list."""
    return tuple(Phrase(each.zh, each.vi) for each in words(kind))


def like(text: str, language: Language, limit: int = 12) -> list[Phrase]:
    """Goods whose name begins with, then those that contain, what was typed so far."""
    wanted = fold(text)
    if not wanted:
        return []
    names = [(fold(each.in_(language)), each) for each in listed(GOODS)]
    first = [each for name, each in names if name.startswith(wanted)]
    return (first + [each for name, each in names if wanted in name and each not in first])[:limit]


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    return frozenset((each.zh, each.vi) for kind in KINDS for each in words(kind))
