"""How much, in which currency, and what did somebody mean by `1.200,50`?"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Currency(StrEnum):
    CNY = "CNY"
    VND = "VND"

    @property
    def exponent(self) -> int:
        """Digits after the decimal sign: the yuan has fen, the đồng has nothing smaller."""
        return 2 if self is Currency.CNY else 0


class AmountNotUnderstood(ValueError):
    """The text is not an amount of this currency."""


class AmountAmbiguous(AmountNotUnderstood):
    """`1.200` yuan: one thousand two hundred here, one and a fifth there."""


class CurrencyContradicted(AmountNotUnderstood):
    """`5000 đồng`, where yuan were chosen."""


class AmountTooLarge(AmountNotUnderstood):
    """More than anybody can owe, or than the database can keep: a slip of the hand."""


class CurrencyMismatch(TypeError):
    """Two currencies cannot be added or compared without a rate."""


_MOST = 10**15  # fen or đồng: ten trillion yuan
_PLAIN = re.compile(r"(?P<whole>\d+)(?:[.,](?P<cents>\d+))?")
_GROUPED = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?P<group>[., ])\d{3}(?:(?P=group)\d{3})*)"
    r"(?:(?!(?P=group))[.,](?P<cents>\d+))?"
)
_NAMES = {
    Currency.CNY: ("¥", "元", "人民币", "cny", "rmb", "tệ", "nhân dân tệ"),
    Currency.VND: ("₫", "đ", "đồng", "vnd", "vnđ", "越南盾", "盾"),
}
"""How people write a currency behind the number."""
_UNCLEAR = re.compile(r"\d{1,3}[.,]\d{3}")


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount in the currency's smallest unit: fen, or đồng."""

    minor: int
    currency: Currency

    def __str__(self) -> str:
        """`18500.00 CNY`, the same for every reader; `Money.parse` reads the number again."""
        return f"{self.amount} {self.currency.value}"

    @classmethod
    def parse(cls, text: str, currency: Currency) -> "Money":
        """The amount people typed, in either country's way of writing; never a guess.

        `1200,50`, `1,200.50` and `1.200.000` are clear. Raises AmountAmbiguous for
        `1.200` yuan, AmountTooLarge beyond all reason, and AmountNotUnderstood
        (all are ValueErrors) for anything else. A currency behind the number must be this one:
        CurrencyContradicted.
        """
        typed = _bare(" ".join(unicodedata.normalize("NFKC", text).split()), currency)
        if currency.exponent and _UNCLEAR.fullmatch(typed):
            raise AmountAmbiguous(text)
        match = _GROUPED.fullmatch(typed) or _PLAIN.fullmatch(typed)
        if match is None or len(match["cents"] or "") > currency.exponent:
            raise AmountNotUnderstood(text)
        whole = re.sub(r"\D", "", match["whole"])
        minor = int(whole + (match["cents"] or "").ljust(currency.exponent, "0"))
        if minor > _MOST:
            raise AmountTooLarge(text)
        return cls(minor, currency)

    @property
    def amount(self) -> Decimal:
        """In whole units, exact: 120050 fen is `Decimal('1200.50')`."""
        return Decimal(self.minor).scaleb(-self.currency.exponent)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: "Money") -> bool:
        return self.minor <= self._same(other)

    def split(self, n: int) -> tuple["Money", ...]:
        """`n` instalments that add up exactly; the odd units go to the first ones."""
        if n < 1:
            raise ValueError("there is at least one part")
        share, odd = divmod(self.minor, n)
        return tuple(Money(share + (i < odd), self.currency) for i in range(n))

    def _same(self, other: "Money") -> int:
        if other.currency is not self.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency}")
        return other.minor


def _bare(typed: str, currency: Currency) -> str:
    """The number without the currency that stands behind it, if any. Raises
    CurrencyContradicted."""
    number = typed.rstrip("".join(set(typed) - set("0123456789")))
    named = typed[len(number) :].strip().casefold()
    for each, names in _NAMES.items():
        if number and named in names:
            if each is not currency:
                raise CurrencyContradicted(typed)
            return number
    return typed
