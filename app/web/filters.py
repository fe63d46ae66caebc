"""How are stored values printed for this reader? Names, dates, instants, money."""

from datetime import date, datetime

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from flask import Flask
from flask_babel import gettext as _

from app.kernel.bilingual import Bilingual, Language
from app.kernel.clock import local
from app.kernel.country import Country
from app.kernel.money import Currency, Money
from app.kernel.writing.amounts import in_words
from app.web.labels import label, register_format
from app.web.locale import LOCALES, current_language


def _locale() -> str:
    return LOCALES[current_language()]


def bi(text: Bilingual | None) -> str:
    """The reader's language of a stored pair, else the other one."""
    return "" if text is None else text.in_(current_language())


def day(value: date | None) -> str:
    """2026年11月22日 · 22/11/2026."""
    if value is None:
        return ""
    pattern = "y年M月d日" if current_language() == "zh" else "dd/MM/y"
    return format_date(value, pattern, locale=_locale())


def day_of(instant: datetime | None, country: Country) -> str:
    """The calendar day of an instant at a country's clock."""
    return "" if instant is None else day(local(instant, country.zone).date())


def place_of(country: Country) -> str:
    """Whose clock a printed time is."""
    return _("China time") if country is Country.CN else _("Vietnam time")


def local_time(instant: datetime | None, country: Country) -> str:
    """An instant at a country's clock, saying whose: 2026年11月22日 09:30（中国时间）."""
    if instant is None:
        return ""
    pattern = "y年M月d日 HH:mm" if current_language() == "zh" else "HH:mm 'ngày' dd/MM/y"
    text = format_datetime(local(instant, country.zone), pattern, locale=_locale())
    return _("%(time)s (%(place)s)", time=text, place=place_of(country))


def money(value: Money | None) -> str:
    """12,000.00 元 · 12.000,00 nhân dân tệ, by the reader's habit."""
    if value is None:
        return ""
    amount = figure(value)
    if value.currency is Currency.CNY:
        return _("%(amount)s yuan", amount=amount)
    return _("%(amount)s đồng", amount=amount)


def figure(value: Money | None) -> str:
    """The number alone, where the currency stands over the whole table."""
    if value is None:
        return ""
    pattern = "#,##0.00" if value.currency.exponent else "#,##0"
    return format_decimal(value.amount, pattern, locale=_locale())


def money_in_words(value: Money | None) -> str:
    """人民币壹万贰仟元整 · Mười hai nghìn nhân dân tệ chẵn, as a paper says it."""
    return "" if value is None else in_words(value, Language(current_language()), capital=True)


def number(value: float | int | None) -> str:
    return "" if value is None else format_decimal(value, locale=_locale())


def _in_a_sentence(value: Money) -> str:
    """A difference has no sign: the sentence names both sums."""
    return money(Money(abs(value.minor), value.currency))


def register(app: Flask) -> None:
    for function in (
        bi,
        day,
        day_of,
        local_time,
        place_of,
        money,
        figure,
        money_in_words,
        number,
        label,
    ):
        app.jinja_env.filters[function.__name__] = function
    register_format(date, day)
    register_format(Money, _in_a_sentence)
    register_format(Bilingual, bi)
