"""What does one cell of a ledger say? What is unclear is refused, never guessed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from app.kernel.country import Country
from app.kernel.money import AmountAmbiguous, AmountNotUnderstood, Currency, Money
from app.kernel.text import clean
from app.mediation.rules.ledger_columns import ColumnKind, LedgerColumn
from app.mediation.rules.ledger_findings import Finding
from app.mediation.rules.ledger_findings import LedgerFinding as F
from app.mediation.rules.ledger_words import plain

Raw = str | int | Decimal | bool | date | datetime | time | timedelta | None

LONGEST_WORD = 100
"""A coded word is not longer; of what is, the beginning is told."""

_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})")


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with the cell's name in Excel; `doubt` where the file itself is not sure of it."""

    value: Raw
    name: str = ""
    doubt: F | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What readers need to know: the office's country, and codes by word list and plain word."""

    country: Country
    lexicon: Mapping[str, Mapping[str, str]]
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # mapped once, by column
    defaults: Mapping[str, str] = field(default_factory=dict)


class Unread(Exception):
    """The cell cannot be taken, and why."""

    def __init__(self, code: F, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def read(column: LedgerColumn, cell: Cell, reading: Reading, found: list[Finding]) -> object:
    """The cell's value as the register keeps it, None where there is none; faults go to `found`."""
    try:
        if cell.doubt is not None:
            raise Unread(cell.doubt)
        value = cell.value
        if value is None or (isinstance(value, str) and not clean(value)):
            return _absent(column, reading)
        return _READERS[column.kind](column, value, reading)
    except Unread as fault:
        found.append(Finding(fault.code, column.key, cell.name, facts=fault.facts))
        return None


def _absent(column: LedgerColumn, reading: Reading) -> str | None:
    default = reading.defaults.get(column.key)
    if column.must and not default:
        raise Unread(F.EMPTY)
    return default or None


def _words(column: LedgerColumn, value: Raw, reading: Reading) -> str:
    if isinstance(value, date):
        raise Unread(F.BECAME_DATE)
    if not isinstance(value, str):
        raise Unread(F.NOT_TEXT)
    return _fitting(column, value)


def _text(column: LedgerColumn, value: Raw, reading: Reading) -> str:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return _fitting(column, str(value))
    return _words(column, value, reading)


def _digits(column: LedgerColumn, value: Raw, reading: Reading) -> str:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        raise Unread(F.TYPED_AS_NUMBER)
    return _words(column, value, reading)


def _fitting(column: LedgerColumn, value: str) -> str:
    text = clean(value)
    if len(text) > column.limit:
        raise Unread(F.TOO_LONG, limit=column.limit, length=len(text))
    return text


def _date(column: LedgerColumn, value: Raw, reading: Reading) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str):
        raise Unread(F.NOT_DATE)
    text = clean(text)
    for pattern in (_YEAR_FIRST, _COMPACT):
        if match := pattern.fullmatch(text):
            return _day(*map(int, match.groups()))
    if match := _DAY_FIRST.fullmatch(text):
        first, second, year = map(int, match.groups())
        if reading.country is not Country.VN and first <= 12 and first != second:
            raise Unread(F.DATE_UNCLEAR, value=text)
        return _day(year, second, first)
    raise Unread(F.NOT_DATE)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Unread(F.NOT_DATE) from None


def _code(column: LedgerColumn, value: Raw, reading: Reading) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise Unread(F.NOT_TEXT)
    text = clean(str(value))
    assert column.words is not None
    word = plain(text)
    code = reading.values.get(column.key, {}).get(word) or reading.lexicon[column.words].get(word)
    if code is None:
        raise Unread(F.NOT_IN_LIST, value=text[:LONGEST_WORD])
    return code


def _amount(column: LedgerColumn, value: Raw, reading: Reading) -> Decimal | str:
    """A number as Excel keeps it, or the text: which currency it is in, another cell says."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        if value < 0:
            raise Unread(F.NOT_AMOUNT)
        return Decimal(value)
    if not isinstance(value, str):
        raise Unread(F.NOT_AMOUNT)
    return clean(value)


_READERS: Mapping[ColumnKind, Callable[[LedgerColumn, Raw, Reading], object]] = {
    ColumnKind.TEXT: _text,
    ColumnKind.WORDS: _words,
    ColumnKind.DIGITS: _digits,
    ColumnKind.DATE: _date,
    ColumnKind.CODE: _code,
    ColumnKind.AMOUNT: _amount,
}


def money(amount: Decimal | str, currency: Currency) -> Money:
    """The amount in its currency. Raises Unread."""
    if isinstance(amount, Decimal):
        minor = amount.scaleb(currency.exponent)
        if minor != minor.to_integral_value() or minor >= 10**17:
            raise Unread(F.NOT_AMOUNT)
        return Money(int(minor), currency)
    try:
        parsed = Money.parse(amount, currency)
    except AmountAmbiguous:
        raise Unread(F.AMOUNT_UNCLEAR, value=amount[:40]) from None
    except AmountNotUnderstood:
        raise Unread(F.NOT_AMOUNT) from None
    if parsed.minor >= 10**17:
        raise Unread(F.NOT_AMOUNT)
    return parsed
