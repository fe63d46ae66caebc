"""Is a version of a clause sound: titles, names, kinds, and what its effect needs?"""

import re
from collections.abc import Iterator

from app.kernel.errors import Refusal
from app.mediation.kinds import PrevailingText
from app.mediation.rules.clause_parts import ClauseRefusal as R
from app.mediation.rules.clause_parts import Effect, Parameter, ParameterKind, Version
from app.mediation.rules.clause_patterns import CONVERTED, pattern_refusals

K = ParameterKind
_NAME = re.compile(r"[a-z][a-z_]{0,29}")

RESERVED: dict[str, tuple[ParameterKind, ...]] = {
    "debtor": (K.PERSON,),
    "creditor": (K.PERSON,),
    "amount": (K.MONEY,),
    "due": (K.DATE,),
    "schedule": (K.SCHEDULE,),
    "shares": (K.SHARES,),
    "what": (K.GOODS, K.TEXT, K.CHOICE),
    "manner": (K.CHOICE,),
    "place": (K.PLACE,),
    "rate": (K.RATE,),
    "since": (K.DATE,),
    "until": (K.DATE,),
    "every": (K.COUNT,),
    "text": (K.CHOICE,),
    "copies": (K.COUNT,),
}
"""Names from which obligations, or the agreement itself, are filled; of no other kind."""
ONCE = frozenset({K.RATE, K.SCHEDULE, K.SHARES})
"""Kinds a clause has one parameter of, under the reserved name: `amount` is held against it."""
_WAYS = ("schedule", "since", "rate")
"""Ways of saying how much is paid when; a clause has one of them."""
_NEEDS = {
    Effect.MONEY: ("debtor", "amount"),
    Effect.GOODS: ("debtor", "creditor", "what"),
    Effect.ACT: ("debtor", "creditor"),
    Effect.AUTHORITY: ("text",),
    Effect.COPIES: ("copies",),
}


def version_refusals(version: Version) -> tuple[Refusal, ...]:
    """Every reason why this cannot become a version of the library."""
    found = list(_titles(version))
    seen: set[str] = set()
    for parameter in version.parameters:
        found += _parameter(parameter, seen)
        seen.add(parameter.name)
    found += _effect(version)
    found += pattern_refusals(version.parameters, version.pattern_zh, version.pattern_vi)
    return tuple(found)


def _titles(version: Version) -> Iterator[Refusal]:
    for name in ("title_zh", "title_vi", "use_zh", "use_vi"):
        if not getattr(version, name):
            yield Refusal(R.TITLE_MISSING, field=name)


def _parameter(parameter: Parameter, seen: set[str]) -> Iterator[Refusal]:
    facts = {"name": parameter.name}
    if not _NAME.fullmatch(parameter.name) or parameter.name == CONVERTED:
        yield Refusal(R.PARAMETER_NAME, facts, field="parameters")
    if parameter.name in seen:
        yield Refusal(R.PARAMETER_TWICE, facts, field="parameters")
    if not (parameter.label_zh and parameter.label_vi):
        yield Refusal(R.PARAMETER_LABEL, facts, field="parameters")
    if (parameter.kind is K.CHOICE) != bool(parameter.choices) or not _are_sound(parameter):
        yield Refusal(R.PARAMETER_CHOICES, facts, field="parameters")
    reserved = RESERVED.get(parameter.name)
    if parameter.kind in ONCE:
        fits = reserved == (parameter.kind,)
    else:
        fits = reserved is None or parameter.kind in reserved
    if not fits:
        yield Refusal(R.PARAMETER_KIND, facts, field="parameters")


def _are_sound(parameter: Parameter) -> bool:
    """Each code once, with words in both languages."""
    codes = [each.code for each in parameter.choices]
    worded = all(each.code and each.zh and each.vi for each in parameter.choices)
    return worded and len(codes) == len(set(codes))


def _effect(version: Version) -> Iterator[Refusal]:
    for name in _needed(version):
        parameter = version.parameter(name)
        if parameter is None or parameter.optional:
            yield Refusal(R.PARAMETER_WANTED, {"name": name}, field="effect")
    ways = [name for name in _WAYS if version.has(name)]
    if len(ways) > 1 or (version.has("shares") and version.has("rate")):
        yield Refusal(R.PARAMETER_BESIDE, {"name": ways[-1]}, field="parameters")
    if version.effect.is_closing:
        for parameter in version.parameters:
            if not parameter.optional and parameter.name not in _needed(version):
                yield Refusal(R.PARAMETER_BESIDE, {"name": parameter.name}, field="parameters")
    text = version.parameter("text")
    codes = {each.code for each in text.choices} if text else set()
    if version.effect is Effect.AUTHORITY and codes != {each.value for each in PrevailingText}:
        yield Refusal(R.PARAMETER_CHOICES, {"name": "text"}, field="parameters")


def _needed(version: Version) -> tuple[str, ...]:
    needed = _NEEDS.get(version.effect, ())
    if version.effect is Effect.MONEY:
        needed = (*needed, "shares" if version.has("shares") else "creditor")
    if any(version.has(name) for name in ("since", "until", "every")):
        needed = (*needed, "since", "until", "every")
    return needed
