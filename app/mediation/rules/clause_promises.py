"""What becomes owed by a clause: who owes whom what, how much of it by when?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.kernel.bilingual import Language
from app.kernel.money import Money
from app.kernel.periods import add_months
from app.mediation.kinds import ObligationKind
from app.mediation.rules.clause_parts import Effect, Version
from app.mediation.rules.clause_spreading import spread
from app.mediation.rules.clause_values import NO_WORDS, Person, Phrase, Share, Values
from app.mediation.rules.clause_writing import conversion_of, written
from app.mediation.rules.performance import Instalment

_KINDS = {
    Effect.MONEY: ObligationKind.MONEY,
    Effect.GOODS: ObligationKind.GOODS,
    Effect.ACT: ObligationKind.ACT,
}


@dataclass(frozen=True, slots=True)
class Promised:
    """One obligation that follows from a clause. Instalments of one promise share `group`."""

    kind: ObligationKind
    debtor_id: int
    creditor_id: int
    what: Phrase
    amount: Money | None = None
    due_on: date | None = None
    manner: Phrase = NO_WORDS
    place: Phrase = NO_WORDS
    group: int | None = None
    instalment: int | None = None
    instalments: int | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """One creditor's part of the money."""

    creditor_id: int
    what: Phrase
    amount: Money


def promised(version: Version, values: Values) -> tuple[Promised, ...]:
    """Everything owed by sound values; nothing where the clause only says something."""
    if version.effect is Effect.MONEY:
        return tuple(_money(version, values))
    kind = _KINDS.get(version.effect)
    debtor, creditor = values.get("debtor"), values.get("creditor")
    if kind is None or not isinstance(debtor, Person) or not isinstance(creditor, Person):
        return ()
    due: Any = values.get("due")
    return (
        Promised(
            kind, _id(debtor), _id(creditor), _what(version, values), due_on=due,
            manner=_both(version, "manner", values), place=_both(version, "place", values),
        ),
    )  # fmt: skip


def past_days(promises: Iterable[Promised], values: Values, today: date) -> tuple[date, ...]:
    """The due days before today, the earliest first; `values` may still be incomplete."""
    schedule: Any = values.get("schedule") or ()
    days = [values.get("due"), *(each.due_on for each in [*promises, *schedule])]
    return tuple(sorted({day for day in days if isinstance(day, date) and day < today}))


def _money(version: Version, values: Values) -> Iterator[Promised]:
    debtor: Any = values["debtor"]
    manner, place = _both(version, "manner", values), _both(version, "place", values)
    lines = _lines(version, values)
    for group, (line, parts) in enumerate(zip(lines, _parts(lines, values), strict=True)):
        is_plan = len(parts) > 1 or "schedule" in values
        for number, part in enumerate(parts, start=1):
            if part.amount.minor == 0:
                continue
            yield Promised(
                ObligationKind.MONEY, _id(debtor), line.creditor_id, line.what, part.amount,
                part.due_on, manner, place, group if is_plan else None,
                number if is_plan else None, len(parts) if is_plan else None,
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Part:
    due_on: date | None
    amount: Money


def _parts(lines: list[_Line], values: Values) -> list[list[_Part]]:
    """For each line its payments: by the schedule, over a period, or all on one day."""
    schedule: Any = values.get("schedule") or ()
    if schedule:
        plan: tuple[Instalment, ...] = schedule
        table = spread([line.amount for line in lines], [part.amount for part in plan])
        return [
            [_Part(part.due_on, amount) for part, amount in zip(plan, row, strict=True)]
            for row in table
        ]
    days = _days(values)
    return [[_Part(day, line.amount) for day in days] for line in lines]


def _days(values: Values) -> list[date | None]:
    """Every payment day of a period, both ends included; else the one day, if any."""
    since, until, every = (values.get(name) for name in ("since", "until", "every"))
    if isinstance(since, date) and isinstance(until, date) and isinstance(every, int):
        months = (until.year - since.year) * 12 + until.month - since.month
        days = (add_months(since, n) for n in range(0, months + 1, every))
        return [day for day in days if day <= until]
    due: Any = values.get("due")
    return [due]


def _lines(version: Version, values: Values) -> list[_Line]:
    what, creditor = _what(version, values), values.get("creditor")
    shares: Any = values.get("shares") or ()
    if not shares:
        assert isinstance(creditor, Person)
        return [_Line(_id(creditor), what, _amount(values))]
    return [_share(share, what, creditor) for share in shares]


def _share(share: Share, what: Phrase, creditor: Any) -> _Line:
    """Somebody who is no party is paid through the creditor, and named."""
    person = share.person
    if person.party_id is not None:
        return _Line(person.party_id, what, share.amount)
    named = Phrase(f"{what.zh}（{person.zh}）", f"{what.vi} ({person.vi})")
    return _Line(_id(creditor), named, share.amount)


def _amount(values: Values) -> Money:
    """What is really paid: the converted amount where the clause converts."""
    converted = conversion_of(values)
    if converted is not None:
        return converted.result
    amount = values["amount"]
    assert isinstance(amount, Money)
    return amount


def _what(version: Version, values: Values) -> Phrase:
    """The goods or the act as the clause names them, else the title of the clause."""
    named = _both(version, "what", values)
    return named if named.zh or named.vi else Phrase(version.title_zh, version.title_vi)


def _both(version: Version, name: str, values: Values) -> Phrase:
    return Phrase(*(written(version, name, values, language) for language in Language))


def _id(person: Person) -> int:
    """Who owes and who receives are parties of the case."""
    if person.party_id is None:
        raise ValueError(f"{person.zh or person.vi} is no party of the case")
    return person.party_id
