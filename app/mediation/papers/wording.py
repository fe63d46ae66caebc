"""How is a date, an amount or a rate written on a paper, in each language's own style?"""

from datetime import date
from decimal import Decimal

from app.kernel.money import Currency, Money

Both = dict[str, str]

_CURRENCY_ZH = {Currency.CNY: "元", Currency.VND: "越南盾"}
_CURRENCY_VI = {Currency.CNY: "nhân dân tệ", Currency.VND: "đồng"}


def date_both(day: date | None) -> Both:
    """2026年11月22日 | ngày 22 tháng 11 năm 2026; no date gives two empty texts."""
    if day is None:
        return {"zh": "", "vi": ""}
    return {"zh": f"{day.year}年{day.month}月{day.day}日", "vi": _vietnamese_date(day)}


def amount_both(money: Money | None) -> Both:
    """12,000.00 元 | 12.000,00 nhân dân tệ; no amount gives two empty texts."""
    if money is None:
        return {"zh": "", "vi": ""}
    places = money.currency.exponent
    return {
        "zh": f"{money.amount:,.{places}f} {_CURRENCY_ZH[money.currency]}",
        "vi": f"{_vietnamese_number(money.amount, places)} {_CURRENCY_VI[money.currency]}",
    }


def rate_both(vnd_for_one_cny: Decimal) -> Both:
    """1 元 = 3,652.50 越南盾 | 1 nhân dân tệ = 3.652,50 đồng."""
    exponent = vnd_for_one_cny.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return {
        "zh": f"1 元 = {vnd_for_one_cny:,.{places}f} 越南盾",
        "vi": f"1 nhân dân tệ = {_vietnamese_number(vnd_for_one_cny, places)} đồng",
    }


def _vietnamese_date(day: date) -> str:
    """Days under 10 and the months 1 and 2 carry a zero, as official papers write them."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def _vietnamese_number(number: Decimal, places: int) -> str:
    return f"{number:,.{places}f}".translate(str.maketrans(",.", ".,"))
