"""With what is a clause of the library shown to those who read it? Invented values that fit."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from app.kernel.money import Currency, Money
from app.mediation.rules.clause_parts import Parameter, ParameterKind, Version
from app.mediation.rules.clause_values import Goods, Person, Phrase, Rate, Share, Value
from app.mediation.rules.performance import instalments

K = ParameterKind
TOTAL = Money(1_200_000, Currency.CNY)
FIRST, SECOND = Person(None, "张某", "Trương Văn A"), Person(None, "黎某", "Lê Thị B")
DAY = date(2027, 1, 15)
PERIOD: dict[str, Value] = {"since": DAY, "until": date(2027, 12, 15), "every": 1}

_EXAMPLES: dict[ParameterKind, Callable[[Parameter], Value]] = {
    K.MONEY: lambda _one: TOTAL,
    K.DATE: lambda _one: DAY,
    K.PERSON: lambda one: SECOND if one.name == "creditor" else FIRST,
    K.GOODS: lambda _one: Goods(Phrase("火龙果", "thanh long"), Decimal(3), Phrase("吨", "tấn")),
    K.COUNT: lambda _one: 3,
    K.PLACE: lambda _one: Phrase("友谊司法所", "Văn phòng Tư pháp Hữu Nghị"),
    K.SCHEDULE: lambda _one: instalments(TOTAL, 3, DAY, 1),
    K.SHARES: lambda _one: _shares(),
    K.TEXT: lambda _one: Phrase("（文字）", "(nội dung)"),
    K.CHOICE: lambda one: one.choices[0].code if one.choices else "",
    K.RATE: lambda _one: Rate(Decimal(3600), DAY, Phrase("中国银行", "Ngân hàng Trung Quốc")),
}


def example_values(version: Version) -> dict[str, Value]:
    """A value for each parameter; the sums of a clause agree, and one due day is enough."""
    has_plan = version.has("schedule")
    return {
        each.name: PERIOD.get(each.name) or _EXAMPLES[each.kind](each)
        for each in reversed(version.parameters)  # of two with one name the first counts
        if not (has_plan and each.optional and each.name == "due")
    }


def _shares() -> tuple[Share, ...]:
    halves = TOTAL.split(2)
    third = Person(None, "阮某", "Nguyễn Văn C")
    return Share(SECOND, halves[0]), Share(third, halves[1])
