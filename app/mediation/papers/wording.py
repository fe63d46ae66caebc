"""How is a date, an amount or a rate written on a paper, in each language's own style?"""

from datetime import date, datetime
from decimal import Decimal

from app.kernel.bilingual import Language
from app.kernel.clock import local
from app.kernel.country import Country
from app.kernel.money import Currency, Money
from app.kernel.writing import amounts, dates
from app.kernel.writing.conversion import rate_written
from app.kernel.writing.numerals import figures

Both = dict[str, str]

NOTHING: Both = {"zh": "", "vi": ""}
_CLOCK = {
    Country.CN: {"zh": "（北京时间）", "vi": " (giờ Bắc Kinh)"},
    Country.VN: {"zh": "（河内时间）", "vi": " (giờ Hà Nội)"},
}


def date_both(day: date | None) -> Both:
    """2026年11月22日 | ngày 22 tháng 11 năm 2026; no date gives two empty texts."""
    return NOTHING if day is None else {each.value: dates.written(day, each) for each in Language}


def span_both(first: date | None, last: date | None) -> Both:
    """2026年12月1日至2027年3月1日; without a last day the first one alone."""
    if first is None or last is None:
        return date_both(first)
    return {each.value: dates.span(first, last, each) for each in Language}


def instant_both(at: datetime | None, country: Country) -> Both:
    """Day and time at the clock of a side, and whose clock that is."""
    if at is None:
        return NOTHING
    there = local(at, country.zone)
    return {
        each.value: dates.instant(there, each) + _CLOCK[country][each.value] for each in Language
    }


def amount_both(money: Money | None) -> Both:
    """12,000.00元 | 12.000,00 nhân dân tệ; no amount gives two empty texts."""
    if money is None:
        return NOTHING
    return {each.value: amounts.in_figures(money, each) for each in Language}


def figures_both(money: Money | None) -> Both:
    """12,000.00 | 12.000,00, under a heading that names the unit."""
    if money is None:
        return NOTHING
    return {each.value: figures(money.amount, each) for each in Language}


def unit_both(currency: Currency) -> Both:
    """元 | nhân dân tệ."""
    return {each.value: amounts.unit(currency, each) for each in Language}


def words_both(money: Money | None) -> Both:
    """人民币壹万贰仟元整 | mười hai nghìn nhân dân tệ chẵn."""
    return (
        NOTHING
        if money is None
        else {each.value: amounts.in_words(money, each) for each in Language}
    )


def full_both(money: Money | None) -> Both:
    """Figures with the words behind them."""
    return (
        NOTHING
        if money is None
        else {each.value: amounts.in_full(money, each) for each in Language}
    )


def rate_both(vnd_for_one_cny: Decimal) -> Both:
    """1元=3,652.50越南盾 | 1 nhân dân tệ = 3.652,50 đồng."""
    return {each.value: rate_written(vnd_for_one_cny, each) for each in Language}
