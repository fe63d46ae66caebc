"""What fills the gaps of a clause, and how is it kept so that the same values are the same text?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from app.kernel.bilingual import Bilingual, Language
from app.kernel.money import Currency, Money
from app.mediation.rules.clause_parts import ParameterKind, Version
from app.mediation.rules.performance import Instalment

K = ParameterKind


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in both languages; a text still missing is empty."""

    zh: str = ""
    vi: str = ""

    def in_(self, language: Language) -> str:
        return self.zh if language is Language.ZH else self.vi

    @property
    def bilingual(self) -> Bilingual:
        return Bilingual(self.zh, self.vi)


NO_WORDS = Phrase()


@dataclass(frozen=True, slots=True)
class Person:
    """A party of the case, or (`party_id` None) somebody named who is none; as each text
    writes the name."""

    party_id: int | None
    zh: str
    vi: str

    def in_(self, language: Language) -> str:
        return self.zh if language is Language.ZH else self.vi


@dataclass(frozen=True, slots=True)
class Goods:
    """`火龙果3吨`, `3 tấn thanh long`; without a quantity the name alone."""

    name: Phrase
    quantity: Decimal | None = None
    unit: Phrase = NO_WORDS


@dataclass(frozen=True, slots=True)
class Share:
    person: Person
    amount: Money


@dataclass(frozen=True, slots=True)
class Rate:
    """Đồng for one yuan, on which day, read where."""

    vnd_for_one_cny: Decimal
    on: date
    source: Phrase


Value = (
    Money
    | date
    | Person
    | Goods
    | int
    | str
    | Phrase
    | Rate
    | tuple[Instalment, ...]
    | tuple[Share, ...]
)
Values = Mapping[str, Value]


def phrases(value: Value) -> tuple[Phrase, ...]:
    """The words in a value that somebody typed, or found in a list."""
    if isinstance(value, Phrase):
        return (value,)
    if isinstance(value, Rate):
        return (value.source,)
    if isinstance(value, Goods):
        return (value.name, value.unit) if value.quantity is not None else (value.name,)
    return ()


def lacking(value: Value, into: Language) -> tuple[Phrase, ...]:
    """The words of a value that are there in the other language only."""
    return tuple(each for each in phrases(value) if each.in_(into.other) and not each.in_(into))


def translated(value: Value, into: Language, texts: Sequence[str]) -> Value:
    """The value with `texts` in the place of what it lacks, in the order of `lacking`."""
    said = dict(zip(lacking(value, into), texts, strict=False))

    def full(phrase: Phrase) -> Phrase:
        return replace(phrase, **{into.value: said[phrase]}) if phrase in said else phrase

    if isinstance(value, Phrase):
        return full(value)
    if isinstance(value, Rate):
        return replace(value, source=full(value.source))
    if isinstance(value, Goods):
        return replace(value, name=full(value.name), unit=full(value.unit))
    return value


def canonical(version: Version, values: Values) -> dict[str, Any]:
    """The values as JSON keeps them, in the order of the parameters: equal values, equal text."""
    return {
        each.name: _WRITE[each.kind](values[each.name])
        for each in version.parameters
        if each.name in values
    }


def restored(version: Version, kept: Mapping[str, Any]) -> dict[str, Value]:
    """What `canonical` kept, as values again."""
    return {
        each.name: _READ[each.kind](kept[each.name])
        for each in version.parameters
        if each.name in kept
    }


def _phrase(value: Phrase) -> dict[str, str]:
    return {"zh": value.zh, "vi": value.vi}


def _person(value: Person) -> dict[str, Any]:
    return {"party_id": value.party_id, "zh": value.zh, "vi": value.vi}


def _money(value: Money) -> dict[str, Any]:
    return {"minor": value.minor, "currency": value.currency.value}


def _goods(value: Goods) -> dict[str, Any]:
    quantity = None if value.quantity is None else f"{value.quantity:f}"
    return {"name": _phrase(value.name), "quantity": quantity, "unit": _phrase(value.unit)}


def _schedule(value: tuple[Instalment, ...]) -> list[dict[str, Any]]:
    return [{"due_on": part.due_on.isoformat(), "amount": _money(part.amount)} for part in value]


def _shares(value: tuple[Share, ...]) -> list[dict[str, Any]]:
    return [{"person": _person(each.person), "amount": _money(each.amount)} for each in value]


def _rate(value: Rate) -> dict[str, Any]:
    return {
        "vnd_for_one_cny": f"{value.vnd_for_one_cny:f}",
        "on": value.on.isoformat(),
        "source": _phrase(value.source),
    }


def _read_money(kept: Mapping[str, Any]) -> Money:
    return Money(int(kept["minor"]), Currency(kept["currency"]))


def _read_goods(kept: Mapping[str, Any]) -> Goods:
    quantity = None if kept["quantity"] is None else Decimal(kept["quantity"])
    return Goods(Phrase(**kept["name"]), quantity, Phrase(**kept["unit"]))


def _read_schedule(kept: list[dict[str, Any]]) -> tuple[Instalment, ...]:
    return tuple(
        Instalment(date.fromisoformat(part["due_on"]), _read_money(part["amount"])) for part in kept
    )


def _read_shares(kept: list[dict[str, Any]]) -> tuple[Share, ...]:
    return tuple(Share(Person(**each["person"]), _read_money(each["amount"])) for each in kept)


def _read_rate(kept: Mapping[str, Any]) -> Rate:
    on, source = date.fromisoformat(kept["on"]), Phrase(**kept["source"])
    return Rate(Decimal(kept["vnd_for_one_cny"]), on, source)


_WRITE: dict[ParameterKind, Callable[[Any], Any]] = {
    K.MONEY: _money, K.DATE: date.isoformat, K.PERSON: _person, K.GOODS: _goods, K.COUNT: int,
    K.PLACE: _phrase, K.SCHEDULE: _schedule, K.SHARES: _shares, K.TEXT: _phrase, K.CHOICE: str,
    K.RATE: _rate,
}  # fmt: skip
_READ: dict[ParameterKind, Callable[[Any], Value]] = {
    K.MONEY: _read_money, K.DATE: date.fromisoformat, K.PERSON: lambda kept: Person(**kept),
    K.GOODS: _read_goods, K.COUNT: int, K.PLACE: lambda kept: Phrase(**kept),
    K.SCHEDULE: _read_schedule, K.SHARES: _read_shares, K.TEXT: lambda kept: Phrase(**kept),
    K.CHOICE: str, K.RATE: _read_rate,
}  # fmt: skip
