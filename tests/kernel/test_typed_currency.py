"""Is a currency typed behind an amount understood, and never taken for the other one?"""

import pytest

from app.kernel.money import AmountNotUnderstood, Currency, CurrencyContradicted, Money

CNY, VND = Currency


@pytest.mark.parametrize("typed", [
    "12.500.000 đ", "12.500.000đ", "12,500,000 đồng", "12500000 VND", "12.500.000 Đồng",
    "12.500.000₫", "12.500.000 越南盾",
])  # fmt: skip
def test_dong_behind_the_number(typed: str) -> None:
    assert Money.parse(typed, VND) == Money(12_500_000, VND)
    with pytest.raises(CurrencyContradicted):
        Money.parse(typed, CNY)


@pytest.mark.parametrize("typed", [
    "1.200,50 tệ", "1,200.50元", "1200,50 ¥", "1200.50￥", "1,200.50 CNY", "1200,50 nhân dân tệ",
])  # fmt: skip
def test_yuan_behind_the_number(typed: str) -> None:
    assert Money.parse(typed, CNY) == Money(120_050, CNY)
    with pytest.raises(CurrencyContradicted):
        Money.parse(typed, VND)


@pytest.mark.parametrize("typed", ["đồng", "12 con", "12 đô", "đ 12 tệ", "12.元.5"])
def test_other_words_are_no_currency(typed: str) -> None:
    for currency in Currency:
        with pytest.raises(AmountNotUnderstood) as refused:
            Money.parse(typed, currency)
        assert refused.type in (AmountNotUnderstood, CurrencyContradicted)
