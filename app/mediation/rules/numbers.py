"""What does a case number look like, and is this pattern one?

*Setting* per committee: year, short name and running number in the order the committee writes
them. One number is shared by the file and its agreement.
"""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from string import Formatter

from app.kernel.country import Country
from app.kernel.errors import Refusal, RuleBroken

CASE_NUMBER: Mapping[Country, str] = {
    Country.CN: "（{year}）{short}人调字第{number}号",
    Country.VN: "Số {number}/{year}/{short}",
}
REGISTRATION_NUMBER: Mapping[Country, str] = {
    Country.CN: "（{year}）{short}登字第{number}号",
    Country.VN: "Số {number}/{year}/{short}-TN",
}
"""Given at intake, before anybody decided on acceptance; never printed as the case number."""

REQUIRED = ("year", "number")
ALLOWED = frozenset({"year", "short", "number"})
MAX_LENGTH = 60


class PatternRefusal(StrEnum):
    MALFORMED = "pattern_malformed"
    UNKNOWN_PLACEHOLDER = "pattern_unknown_placeholder"
    PLACEHOLDER_MISSING = "pattern_placeholder_missing"
    PLACEHOLDER_REPEATED = "pattern_placeholder_repeated"
    TOO_LONG = "pattern_too_long"


def render(pattern: str, *, year: int, short: str, seq: int) -> str:
    """The number as printed; raises RuleBroken for a pattern that is none."""
    if found := pattern_refusals(pattern):
        raise RuleBroken(found)
    return pattern.format(year=year, short=short, number=seq)


def pattern_refusals(pattern: str) -> tuple[Refusal, ...]:
    """Without year or running number two cases would share a number; only plain names are read."""
    try:
        fields = [part[1:] for part in Formatter().parse(pattern) if part[1] is not None]
    except ValueError:
        return (Refusal(PatternRefusal.MALFORMED),)
    found: list[Refusal] = []
    if any(spec or conversion for _, spec, conversion in fields):
        found.append(Refusal(PatternRefusal.MALFORMED))
    names = Counter(str(name) for name, _, _ in fields)
    found += _about_names(names)
    if len(pattern) > MAX_LENGTH:
        found.append(Refusal(PatternRefusal.TOO_LONG, {"max": MAX_LENGTH}))
    return tuple(found)


def _about_names(names: Counter[str]) -> list[Refusal]:
    code = PatternRefusal
    return [
        *(Refusal(code.UNKNOWN_PLACEHOLDER, {"name": n}) for n in names if n not in ALLOWED),
        *(Refusal(code.PLACEHOLDER_MISSING, {"name": n}) for n in REQUIRED if n not in names),
        *(Refusal(code.PLACEHOLDER_REPEATED, {"name": n}) for n, k in names.items() if k > 1),
    ]
