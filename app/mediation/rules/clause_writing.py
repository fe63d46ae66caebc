"""How does a value stand in the sentence of each language?"""

from collections.abc import Callable
from datetime import date
from typing import Any

from app.kernel.bilingual import Language
from app.kernel.money import Currency, Money
from app.kernel.writing import amounts, conversion, dates
from app.kernel.writing.conversion import Converted, convert, rate_written
from app.kernel.writing.numerals import figures, ordinal
from app.mediation.rules.clause_parts import Parameter, ParameterKind, Version
from app.mediation.rules.clause_patterns import CONVERTED
from app.mediation.rules.clause_values import Goods, Person, Phrase, Rate, Share, Values
from app.mediation.rules.performance import Instalment

K, ZH = ParameterKind, Language.ZH


def written(version: Version, name: str, values: Values, language: Language) -> str:
    """The text of one gap; empty where its value, or its text in this language, is missing."""
    if name == CONVERTED:
        return _converted(conversion_of(values), language)
    value, parameter = values.get(name), version.parameter(name)
    if value is None or parameter is None:
        return ""
    if parameter.kind is K.CHOICE:
        return chosen(parameter, str(value)).in_(language)
    if parameter.kind is K.SHARES:
        return _shares(value, language, with_total=not version.has("amount"))
    return _WRITE[parameter.kind](value, language)


def chosen(parameter: Parameter, code: str) -> Phrase:
    """The words behind a code; none for a code that is no answer."""
    found = (Phrase(each.zh, each.vi) for each in parameter.choices if each.code == code)
    return next(found, Phrase())


def conversion_of(values: Values) -> Converted | None:
    """The clause's `amount` in the other currency, where it has a `rate`."""
    amount, rate = values.get("amount"), values.get("rate")
    if not isinstance(amount, Money) or not isinstance(rate, Rate):
        return None
    to = Currency.VND if amount.currency is Currency.CNY else Currency.CNY
    return convert(amount, rate.vnd_for_one_cny, to)


def _converted(found: Converted | None, language: Language) -> str:
    """In full, with the exact number wherever it was rounded."""
    if found is None:
        return ""
    text = amounts.in_full(found.result, language)
    if not found.was_rounded:
        return text
    exact = conversion.exact_in_figures(found, language)
    if language is ZH:
        return f"{text}（准确数为{exact}，已四舍五入）"
    return f"{text} (số chính xác là {exact}, đã được làm tròn)"


def _goods(value: Goods, language: Language) -> str:
    """火龙果3.5吨 | 3,5 tấn thanh long."""
    name, unit = value.name.in_(language), value.unit.in_(language)
    if value.quantity is None or not name:
        return name
    number = figures(value.quantity, language)
    if language is ZH:
        return f"{name}{number}{unit}" if unit else ""
    return f"{number} {unit} {name}" if unit else ""


def _schedule(value: tuple[Instalment, ...], language: Language) -> str:
    """One instalment after the other, each in full with its last day."""
    parts = [
        _part(ordinal(number, language), part, language)
        for number, part in enumerate(value, start=1)
    ]
    return ("；" if language is ZH else "; ").join(parts)


def _part(number: str, part: Instalment, language: Language) -> str:
    day, amount = dates.written(part.due_on, language), amounts.in_full(part.amount, language)
    if language is ZH:
        return f"{number}期于{day}前（含当日）支付{amount}"
    return f"đợt {number} trả {amount}, chậm nhất vào {day}"


def _shares(value: Any, language: Language, *, with_total: bool) -> str:
    """Who gets how much; the total where the clause does not name it by itself."""
    shares: tuple[Share, ...] = value
    if not shares:
        return ""
    lines = [_share(each, language) for each in shares]
    if with_total:
        total = sum((each.amount for each in shares[1:]), start=shares[0].amount)
        full = amounts.in_full(total, language)
        lines.append(f"合计{full}" if language is ZH else f"tổng cộng {full}")
    return ("；" if language is ZH else "; ").join(lines)


def _share(share: Share, language: Language) -> str:
    gets = "应得" if language is ZH else " nhận "
    return f"{share.person.in_(language)}{gets}{amounts.in_full(share.amount, language)}"


def _rate(value: Rate, language: Language) -> str:
    """2026年11月20日汇率（1元=3,600越南盾，来源：…）."""
    source = value.source.in_(language)
    if not source:
        return ""
    day, how = dates.written(value.on, language), rate_written(value.vnd_for_one_cny, language)
    if language is ZH:
        return f"{day}汇率（{how}，来源：{source}）"
    return f"tỷ giá {day} ({how}, nguồn: {source})"


def _words(value: Phrase | Person, language: Language) -> str:
    return value.in_(language)


def _day(value: date, language: Language) -> str:
    return dates.written(value, language)


_WRITE: dict[ParameterKind, Callable[[Any, Language], str]] = {
    K.MONEY: amounts.in_full, K.DATE: _day, K.PERSON: _words, K.GOODS: _goods, K.COUNT: figures,
    K.PLACE: _words, K.TEXT: _words, K.SCHEDULE: _schedule, K.RATE: _rate,
}  # fmt: skip
