"""How is money that is owed in many parts shown at one glance? People by days, with sums."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from app.kernel.money import Money

Receiver = TypeVar("Receiver", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Part(Generic[Receiver]):
    """One amount, who receives it, and by which day; None where no day was agreed."""

    receiver: Receiver
    due_on: date | None
    amount: Money


@dataclass(frozen=True, slots=True)
class OwedTable(Generic[Receiver]):
    """Parts in one currency, at least one of them."""

    parts: tuple[Part[Receiver], ...]

    @property
    def receivers(self) -> list[Receiver]:
        return list(dict.fromkeys(part.receiver for part in self.parts))

    @property
    def days(self) -> list[date | None]:
        """In their order; what has no day comes last."""
        days = {part.due_on for part in self.parts}
        return sorted(days, key=lambda day: (day is None, day or date.max))

    @property
    def is_by_day(self) -> bool:
        """Whether the days go down the page: there are more of them than people."""
        return len(self.days) > len(self.receivers)

    @property
    def total(self) -> Money:
        return _sum(self.parts)

    def cell(self, receiver: Receiver, day: date | None) -> Money | None:
        found = [p for p in self.parts if (p.receiver, p.due_on) == (receiver, day)]
        return _sum(found) if found else None

    def of(self, receiver: Receiver) -> Money:
        return _sum(part for part in self.parts if part.receiver == receiver)

    def on(self, day: date | None) -> Money:
        return _sum(part for part in self.parts if part.due_on == day)


def _sum(parts: Iterable[Part[Receiver]]) -> Money:
    first, *rest = [part.amount for part in parts]
    return sum(rest, start=first)
