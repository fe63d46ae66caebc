"""Can a clause be made of these values? Nothing missing, and every sum is the same sum."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from app.kernel.bilingual import Language
from app.kernel.errors import Refusal
from app.kernel.money import Money
from app.mediation.rules.agreements import ObligationRefusal, rate_refusals
from app.mediation.rules.clause_parts import ClauseRefusal as R
from app.mediation.rules.clause_parts import Parameter, ParameterKind, Version
from app.mediation.rules.clause_values import (
    Goods,
    Person,
    Phrase,
    Rate,
    Share,
    Value,
    Values,
    phrases,
)
from app.mediation.rules.clause_writing import chosen
from app.mediation.rules.performance import plan_refusals

K = ParameterKind
MOST_WORDS = {K.PLACE: 200, K.GOODS: 120, K.TEXT: 2000, K.RATE: 200}
MOST_OWED = 250
"""Characters of `what` is owed, and of a name: each is also shown in a table."""
MOST_PARTS = 240
"""Twenty years of months: a longer duty is a slip of the hand."""
_TYPES: dict[ParameterKind, type] = {
    K.MONEY: Money, K.DATE: date, K.PERSON: Person, K.GOODS: Goods, K.COUNT: int, K.PLACE: Phrase,
    K.SCHEDULE: tuple, K.SHARES: tuple, K.TEXT: Phrase, K.CHOICE: str, K.RATE: Rate,
}  # fmt: skip


def value_refusals(version: Version, values: Values) -> tuple[Refusal, ...]:
    """Every reason why not; `field` names the parameter. ValueError for a value of a wrong kind."""
    _check_kinds(version, values)
    values = filled(values)
    found: list[Refusal] = []
    for parameter in version.parameters:
        found += _one(parameter, values.get(parameter.name))
    if not found:
        found += _together(version, values)
    return tuple(found)


def languages_of(version: Version, values: Values) -> tuple[Language, ...]:
    """The languages in which the whole clause can be written with these values."""
    said = [phrase for value in values.values() for phrase in phrases(value)]
    return tuple(each for each in Language if all(phrase.in_(each) for phrase in said))


def filled(values: Values) -> dict[str, Value]:
    """The values without those that say nothing."""
    return {name: value for name, value in values.items() if not is_empty(value)}


def is_empty(value: Value | None) -> bool:
    """Nothing was chosen or typed, in either language."""
    if value is None or value in ("", ()):
        return True
    words = phrases(value)
    return bool(words) and not (words[0].zh or words[0].vi) and not isinstance(value, Rate)


def _check_kinds(version: Version, values: Values) -> None:
    for name, value in values.items():
        parameter = version.parameter(name)
        if parameter is None or not isinstance(value, _TYPES[parameter.kind]):
            raise ValueError(f"{name}: {type(value).__name__} is no value of this clause")


def _one(parameter: Parameter, value: Any) -> Iterator[Refusal]:
    name = parameter.name
    if is_empty(value):
        if not parameter.optional:
            yield Refusal(R.VALUE_MISSING, {"label": parameter.label}, field=name)
        return
    yield from _length(parameter, value)
    if parameter.kind is K.MONEY and value.minor <= 0:
        yield Refusal(ObligationRefusal.AMOUNT_NOT_POSITIVE, field=name)
    if parameter.kind is K.COUNT and value < 1:
        yield Refusal(R.COUNT_NOT_POSITIVE, field=name)
    if parameter.kind is K.GOODS and value.quantity is not None:
        yield from _quantity(parameter, value)
    if parameter.kind is K.CHOICE and not chosen(parameter, value).zh:
        yield Refusal(R.CHOICE_UNKNOWN, {"label": parameter.label}, field=name)
    if parameter.kind is K.RATE:
        source = value.source.zh or value.source.vi
        for refusal in rate_refusals(value.vnd_for_one_cny, value.on, source):
            yield Refusal(refusal.code, refusal.facts, field=name)


def _length(parameter: Parameter, value: Any) -> Iterator[Refusal]:
    most = MOST_WORDS.get(parameter.kind, MOST_OWED)
    most = min(most, MOST_OWED) if parameter.name == "what" else most
    said = [text for phrase in phrases(value) for text in (phrase.zh, phrase.vi)]
    if parameter.kind is K.SHARES:
        most, said = 100, [text for each in value for text in (each.person.zh, each.person.vi)]
    if any(len(text) > most for text in said):
        yield Refusal(R.TOO_LONG, {"most": most}, field=parameter.name)


def _quantity(parameter: Parameter, value: Goods) -> Iterator[Refusal]:
    if value.quantity is not None and value.quantity <= 0:
        yield Refusal(R.COUNT_NOT_POSITIVE, field=parameter.name)
    if not (value.unit.zh or value.unit.vi):
        yield Refusal(R.VALUE_MISSING, {"label": parameter.label}, field=parameter.name)


def _together(version: Version, values: Values) -> Iterator[Refusal]:
    if not languages_of(version, values):
        yield Refusal(R.LANGUAGES_MIXED)
    debtor, creditor = values.get("debtor"), values.get("creditor")
    if version.effect.owes:
        yield from _sides(debtor, creditor)
    if "due" in values and "schedule" in values:
        yield Refusal(R.DUE_AND_SCHEDULE, field="due")
    amount: Any = values.get("amount")
    yield from _reduced(values.get("full_price"), amount)
    schedule: Any = values.get("schedule")
    if schedule and amount is not None:
        for each in plan_refusals(amount, schedule):
            yield Refusal(each.code, each.facts, field="schedule")
    if shares := values.get("shares"):
        yield from _shares(shares, amount, debtor, creditor)
    if "since" in values and "until" in values:
        yield from _period(values)


def _reduced(full_price: Any, amount: Any) -> Iterator[Refusal]:
    if full_price is None or amount is None or full_price.currency is not amount.currency:
        return
    if amount.minor > full_price.minor:
        yield Refusal(R.PRICE_NOT_REDUCED, {"full_price": full_price}, field="amount")


def _sides(debtor: Any, creditor: Any) -> Iterator[Refusal]:
    for name, person in (("debtor", debtor), ("creditor", creditor)):
        if person is not None and person.party_id is None:
            yield Refusal(R.NOT_A_PARTY, {"name": person.zh or person.vi}, field=name)
    if _same(debtor, creditor):
        yield Refusal(ObligationRefusal.SAME_PARTY, field="creditor")


def _same(one: Any, other: Any) -> bool:
    """The same party; two outsiders are the same where they are called the same."""
    if one is None or other is None:
        return False
    if one.party_id is None and other.party_id is None:
        return bool(one == other)
    return bool(one.party_id == other.party_id)


def _shares(shares: Any, amount: Any, debtor: Any, creditor: Any) -> Iterator[Refusal]:
    lines: tuple[Share, ...] = shares
    if any(each.amount.minor <= 0 for each in lines):
        yield Refusal(R.SHARES_NOT_POSITIVE, field="shares")
    if any(_same(debtor, each.person) for each in lines):
        yield Refusal(ObligationRefusal.SAME_PARTY, field="shares")
    if creditor is None and any(each.person.party_id is None for each in lines):
        yield Refusal(R.SHARES_OUTSIDER, field="shares")
    for line, each in enumerate(lines):
        if any(_same(each.person, earlier.person) for earlier in lines[:line]):
            name = each.person.zh or each.person.vi
            yield Refusal(R.SHARES_TWICE, {"name": name}, field="shares")
    yield from _share_sum(lines, amount)


def _share_sum(lines: tuple[Share, ...], amount: Money) -> Iterator[Refusal]:
    if any(each.amount.currency is not amount.currency for each in lines):
        yield Refusal(R.SHARES_CURRENCY, {"currency": amount.currency}, field="shares")
        return
    shared = sum((each.amount for each in lines), start=Money(0, amount.currency))
    if shared != amount:
        facts = {"total": amount, "shared": shared, "difference": shared - amount}
        yield Refusal(R.SHARES_SUM_DIFFERS, facts, field="shares")


def _period(values: Values) -> Iterator[Refusal]:
    since, until, every = values["since"], values["until"], values["every"]
    assert isinstance(since, date) and isinstance(until, date) and isinstance(every, int)  # noqa: PT018
    if until < since:
        yield Refusal(R.PERIOD_BACKWARDS, {"since": since}, field="until")
    elif ((until.year - since.year) * 12 + until.month - since.month) // every >= MOST_PARTS:
        yield Refusal(R.PERIOD_TOO_LONG, {"most": MOST_PARTS}, field="until")
