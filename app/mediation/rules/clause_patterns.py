"""How is the pattern of a clause read, and what is wrong with one?

`{name}` is a gap. `[, by {due}]` falls away when a gap in it is empty. There is no nesting, and
no other use of braces and square brackets; quotation in a text takes （） or 【】.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.kernel.bilingual import Language
from app.kernel.errors import Refusal
from app.mediation.rules.clause_parts import ClauseRefusal as R
from app.mediation.rules.clause_parts import Parameter, Version

_TOKEN = re.compile(r"\{(?P<name>[a-z][a-z_]*)\}|(?P<sign>[\[\]{}])|(?P<text>[^\[\]{}]+)")
CONVERTED = "converted"
"""A gap nobody fills: `amount` in the other currency at `rate`."""


@dataclass(frozen=True, slots=True)
class Gap:
    name: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text and gaps that stand together; an optional one falls away whole."""

    pieces: tuple[str | Gap, ...]
    optional: bool = False

    @property
    def gaps(self) -> tuple[str, ...]:
        return tuple(each.name for each in self.pieces if isinstance(each, Gap))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a pattern says, and the signs in it that say nothing."""

    stretches: tuple[Stretch, ...]
    unbalanced: bool = False
    stray_braces: bool = False

    @property
    def gaps(self) -> frozenset[str]:
        return frozenset(name for stretch in self.stretches for name in stretch.gaps)


def read(pattern: str) -> Reading:
    """The pattern in stretches; what cannot be read is reported, not raised."""
    stretches: list[Stretch] = []
    pieces: list[str | Gap] = []
    inside = unbalanced = stray = False
    for token in _TOKEN.finditer(pattern):
        sign = token["sign"]
        if sign is None:
            pieces.append(Gap(token["name"]) if token["name"] else token["text"])
        elif sign in "{}":
            stray = True
        else:
            opens = sign == "["
            unbalanced = unbalanced or opens is inside
            stretches.append(Stretch(tuple(pieces), inside))
            pieces, inside = [], opens
    stretches.append(Stretch(tuple(pieces), inside))
    kept = tuple(each for each in stretches if each.pieces)
    return Reading(kept, unbalanced or inside, stray)


def pattern_refusals(
    parameters: tuple[Parameter, ...], pattern_zh: str, pattern_vi: str
) -> tuple[Refusal, ...]:
    """Why these two patterns are not yet one clause: every parameter must be in both."""
    patterns = {Language.ZH: pattern_zh, Language.VI: pattern_vi}
    readings = {language: read(pattern) for language, pattern in patterns.items()}
    used = frozenset().union(*(each.gaps for each in readings.values()))
    found: list[Refusal] = []
    for language, reading in readings.items():
        found += _in_one(language, reading, parameters, used)
    return tuple(found)


def derived(parameters: tuple[Parameter, ...]) -> frozenset[str]:
    """The gaps that need no parameter of their own."""
    both = {"amount", "rate"} <= {each.name for each in parameters}
    return frozenset({CONVERTED}) if both else frozenset()


def _in_one(
    language: Language,
    reading: Reading,
    parameters: tuple[Parameter, ...],
    used: frozenset[str],
) -> Iterator[Refusal]:
    field = f"pattern_{language.value}"
    known = {each.name: each for each in parameters}
    computed = derived(parameters)
    if not reading.stretches:
        yield Refusal(R.PATTERN_EMPTY, {"language": language}, field=field)
        return
    if reading.unbalanced:
        yield Refusal(R.PATTERN_BRACKETS, {"language": language}, field=field)
    if reading.stray_braces:
        yield Refusal(R.PATTERN_BRACES, {"language": language}, field=field)
    for name in sorted(reading.gaps - known.keys() - computed):
        yield Refusal(R.PATTERN_UNKNOWN, {"name": name, "language": language}, field=field)
    wanted = [*known, *sorted(computed & used)]
    for name in wanted:
        if name not in reading.gaps:
            yield Refusal(R.PATTERN_MISSING, {"name": name, "language": language}, field=field)
    yield from _optional(language, reading, known)


def _optional(
    language: Language, reading: Reading, known: dict[str, Parameter]
) -> Iterator[Refusal]:
    field = f"pattern_{language.value}"
    for stretch in reading.stretches:
        loose = [name for name in stretch.gaps if name in known and known[name].optional]
        if stretch.optional and not loose:
            facts = {"language": language}
            yield Refusal(R.PATTERN_NOTHING_OPTIONAL, facts, field=field)
        for name in () if stretch.optional else loose:
            yield Refusal(R.PATTERN_BARE, {"name": name, "language": language}, field=field)


def stretches_of(version: Version, language: Language) -> tuple[Stretch, ...]:
    """The pattern of a sound version."""
    return read(version.pattern(language)).stretches
