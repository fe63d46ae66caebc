"""What is an amount in the other currency, and what must be said about how it was found?"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from app.kernel.bilingual import Language
from app.kernel.money import Currency, Money
from app.kernel.writing.amounts import in_figures, unit
from app.kernel.writing.dates import written
from app.kernel.writing.numerals import figures

_DECIMALS = 8
"""A quotient that does not end is followed so far; far below a fen or a đồng."""


@dataclass(frozen=True, slots=True)
class Converted:
    """`given` is worth `exact` whole units of the other currency, and `result` after rounding.

    `exact` has all its digits unless `goes_on`: then it is cut, not rounded.
    """

    given: Money
    exact: Decimal
    result: Money
    was_rounded: bool
    goes_on: bool


def convert(money: Money, rate: Decimal, to: Currency) -> Converted:
    """`money` in the other currency, half up to its smallest unit.

    `rate`: đồng for one yuan, more than 0. ValueError for another rate, a negative
    amount, or an amount that is in that currency already.
    """
    if not rate.is_finite() or rate <= 0:
        raise ValueError("a rate is more than nothing")
    if money.currency is to or money.minor < 0:
        raise ValueError("an amount that is not negative is converted into the other currency")
    worth = _worth(money, rate)
    places = _places(worth, to)
    cut = int(worth * 10**places)
    result = Money(_half_up(worth * 10**to.exponent), to)
    return Converted(
        given=money,
        exact=_decimal(cut, places),
        result=result,
        was_rounded=Fraction(result.minor, 10**to.exponent) != worth,
        goes_on=cut != worth * 10**places,
    )


def rate_written(rate: Decimal, language: Language) -> str:
    """1元=3,652.50越南盾 | 1 nhân dân tệ = 3.652,50 đồng; the rate keeps its digits."""
    yuan, dong = unit(Currency.CNY, language), unit(Currency.VND, language)
    if language is Language.ZH:
        return f"1{yuan}={figures(rate, language)}{dong}"
    return f"1 {yuan} = {figures(rate, language)} {dong}"


def said(converted: Converted, rate: Decimal, on: date, source: str, language: Language) -> str:
    """The sentence under a conversion: amount, rate, its day and source, and any rounding.

    `source`: who published the rate, in that language.
    """
    given, result = in_figures(converted.given, language), in_figures(converted.result, language)
    how, day = rate_written(rate, language), written(on, language)
    if language is Language.ZH:
        sentence = f"{given}按{day}汇率（{how}，来源：{source}）折合{result}"
        rounding = f"；准确数为{exact_in_figures(converted, language)}，已四舍五入"
        return sentence + (rounding if converted.was_rounded else "") + "。"
    sentence = f"{given} quy đổi theo tỷ giá {day} ({how}, nguồn: {source}) thành {result}"
    rounding = f"; số chính xác là {exact_in_figures(converted, language)}, đã được làm tròn"
    return sentence + (rounding if converted.was_rounded else "") + "."


def exact_in_figures(converted: Converted, language: Language) -> str:
    """2,737.85078713…元: what was found before rounding; `…` when more digits follow."""
    more = "…" if converted.goes_on else ""
    space = "" if language is Language.ZH else " "
    written_number = figures(converted.exact, language)
    return f"{written_number}{more}{space}{unit(converted.result.currency, language)}"


def _worth(money: Money, rate: Decimal) -> Fraction:
    amount = Fraction(money.minor, 10**money.currency.exponent)
    return amount * Fraction(rate) if money.currency is Currency.CNY else amount / Fraction(rate)


def _places(worth: Fraction, to: Currency) -> int:
    """Decimals that say all of it, at least those of the currency, at most `_DECIMALS`."""
    enough = (p for p in range(to.exponent, _DECIMALS) if (worth * 10**p).denominator == 1)
    return next(enough, _DECIMALS)


def _half_up(number: Fraction) -> int:
    return int(number + Fraction(1, 2))


def _decimal(scaled: int, places: int) -> Decimal:
    """Exact at any length; `Decimal.scaleb` would round to the precision of the context."""
    return Decimal((0, tuple(map(int, str(scaled))), -places))
