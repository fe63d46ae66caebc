"""With what do the tests fill the clauses? Two people, one thing owed, sums that agree."""

from datetime import date
from decimal import Decimal

from app.kernel.money import Currency, Money
from app.mediation.rules.clauses import (
    Goods,
    Parameter,
    ParameterKind,
    Person,
    Phrase,
    Rate,
    Share,
    Value,
    Version,
)
from app.mediation.rules.performance import Instalment

K = ParameterKind
ZHANG, NGUYEN, LE = (
    Person(1, "张大海", "Trương Đại Hải"),
    Person(2, "阮文雄", "Nguyễn Văn Hùng"),
    Person(3, "黎氏梅", "Lê Thị Mai"),
)
DUE, LATER = date(2026, 12, 1), date(2027, 2, 15)
BUFFALOES = Goods(Phrase("水牛", "trâu"), Decimal(2), Phrase("头", "con"))
CANE = Goods(Phrase("甘蔗", "mía"), Decimal("1.5"), Phrase("亩", "mẫu Trung Quốc"))
VILLAGE = Phrase("友谊镇卡凤村", "thôn Ca Phượng, trấn Hữu Nghị")
BANK = Phrase("中国银行外汇牌价", "bảng tỷ giá ngoại tệ của Ngân hàng Trung Quốc")


def yuan(amount: int) -> Money:
    return Money(amount * 100, Currency.CNY)


_NAMED: dict[str, Value] = {
    "debtor": ZHANG,
    "creditor": NGUYEN,
    "child": LE,
    "full_price": yuan(15000),
    "animals": BUFFALOES,
    "harmed": CANE,
    "happened": date(2026, 10, 5),
    "worked_from": date(2026, 9, 1),
    "worked_to": date(2026, 10, 31),
    "until": date(2027, 11, 30),
    "destination": Phrase("凭祥市", "thành phố Bằng Tường"),
    "every": 3,
    "copies": 4,
}
_OF_KIND: dict[ParameterKind, Value] = {
    K.MONEY: yuan(12000),
    K.DATE: DUE,
    K.GOODS: BUFFALOES,
    K.PLACE: VILLAGE,
    K.SCHEDULE: (Instalment(DUE, yuan(5000)), Instalment(LATER, yuan(7000))),
    K.SHARES: (Share(NGUYEN, yuan(4000)), Share(LE, yuan(8000))),
    K.TEXT: Phrase("修好围栏", "sửa lại hàng rào"),
    K.RATE: Rate(Decimal(3652), date(2026, 11, 20), BANK),
}


def value_of(parameter: Parameter) -> Value:
    if parameter.kind is K.CHOICE:
        return parameter.choices[0].code
    return _NAMED[parameter.name] if parameter.name in _NAMED else _OF_KIND[parameter.kind]


def least(version: Version) -> dict[str, Value]:
    """Only what must be filled in."""
    return {each.name: value_of(each) for each in version.parameters if not each.optional}


def most(version: Version) -> dict[str, Value]:
    """Everything that can stand together: instalments rather than one day."""
    values = {each.name: value_of(each) for each in version.parameters}
    due = version.parameter("due")
    if "schedule" in values and due is not None and due.optional:
        del values["due"]
    return values
