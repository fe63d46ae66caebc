"""How is a date, an amount or a rate written on a paper, in both languages at once?"""

from datetime import date
from decimal import Decimal

from app.kernel.bilingual import Language
from app.kernel.money import Money
from app.kernel.writing import amounts, conversion, dates

Both = dict[str, str]

_ZH, _VI = Language.ZH, Language.VI


def date_both(day: date | None) -> Both:
    """2026年11月22日 | ngày 22 tháng 11 năm 2026; no date gives two empty texts."""
    if day is None:
        return {"zh": "", "vi": ""}
    return {"zh": dates.written(day, _ZH), "vi": dates.written(day, _VI)}


def amount_both(money: Money | None) -> Both:
    """12,000.00元 | 12.000,00 nhân dân tệ; no amount gives two empty texts."""
    if money is None:
        return {"zh": "", "vi": ""}
    return {"zh": amounts.in_figures(money, _ZH), "vi": amounts.in_figures(money, _VI)}


def rate_both(vnd_for_one_cny: Decimal) -> Both:
    """1元=3,652.50越南盾 | 1 nhân dân tệ = 3.652,50 đồng."""
    return {
        "zh": conversion.rate_written(vnd_for_one_cny, _ZH),
        "vi": conversion.rate_written(vnd_for_one_cny, _VI),
    }
