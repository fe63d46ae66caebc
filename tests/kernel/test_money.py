from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.money import AmountAmbiguous, AmountNotUnderstood, Currency, CurrencyMismatch, Money

CURRENCIES = st.sampled_from(list(Currency))
MINOR = st.integers(0, 10**15)


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("1200", 120000),
        ("1200,50", 120050),
        ("1200.5", 120050),
        ("1,200.50", 120050),
        ("1.200,50", 120050),
        ("1 200,50", 120050),
        ("1.200.000", 120000000),
        ("1,200,000.00", 120000000),
        ("１２００．５０", 120050),
        ("0.05", 5),
        ("12,00", 1200),
    ],
)
def test_yuan_are_read_in_either_way_of_writing(typed, fen):
    assert Money.parse(typed, Currency.CNY) == Money(fen, Currency.CNY)


@pytest.mark.parametrize("typed", ["1.200", "1,200", "12.345", "0,500"])
def test_yuan_that_could_be_thousands_or_decimals_are_asked_again(typed):
    with pytest.raises(AmountAmbiguous):
        Money.parse(typed, Currency.CNY)


@pytest.mark.parametrize("typed", ["1.200.000", "1,200,000", "1 200 000", "1200000"])
def test_dong_have_no_decimals_so_any_grouping_is_clear(typed):
    assert Money.parse(typed, Currency.VND) == Money(1_200_000, Currency.VND)


def test_dong_with_one_point_are_thousands():
    assert Money.parse("1.200", Currency.VND).minor == 1200


@pytest.mark.parametrize("currency", Currency)
@pytest.mark.parametrize(
    "typed",
    ["", "-5", "1e3", "1.2.3", "12.34.567", "1,200.000,5", "1,200,50", ".5", "5.", "¥5", "一千"]
    + ["1.2345", "1200.500", "1,2000", "0.200.000", "1,200.5.0"],
)
def test_anything_else_is_not_an_amount(typed, currency):
    with pytest.raises(AmountNotUnderstood):
        Money.parse(typed, currency)


@pytest.mark.parametrize("typed", ["1200.5", "1200,50", "1.200,00", "1,200.50"])
def test_dong_with_decimals_are_refused(typed):
    with pytest.raises(AmountNotUnderstood):
        Money.parse(typed, Currency.VND)


@given(MINOR, CURRENCIES, st.sampled_from([",.", ".,", " ,", " ."]))
def test_amount_written_with_groups_and_decimals_is_read_back(minor, currency, signs):
    group, point = signs
    money = Money(minor, currency)
    whole, _, cents = f"{money.amount:,.{currency.exponent}f}".partition(".")
    written = whole.replace(",", group) + (point + cents if cents else "")
    assert Money.parse(written, currency) == money


@given(st.integers(-(10**12), 10**12), CURRENCIES, st.integers(1, 400))
def test_instalments_add_up_and_differ_by_at_most_one(minor, currency, n):
    parts = Money(minor, currency).split(n)
    assert len(parts) == n
    assert sum(part.minor for part in parts) == minor
    assert max(parts).minor - min(parts).minor <= 1
    assert list(parts) == sorted(parts, reverse=True)


def test_ten_yuan_in_three_instalments():
    assert [str(part.amount) for part in Money(1000, Currency.CNY).split(3)] == [
        "3.34",
        "3.33",
        "3.33",
    ]


def test_no_instalment_at_all_is_refused():
    with pytest.raises(ValueError, match="one part"):
        Money(1, Currency.CNY).split(0)


def test_amount_is_exact():
    assert Money(120050, Currency.CNY).amount == Decimal("1200.50")
    assert Money(1200, Currency.VND).amount == Decimal(1200)


@given(MINOR, MINOR, CURRENCIES)
def test_subtraction_undoes_addition_within_a_currency(a, b, currency):
    one, two = Money(a, currency), Money(b, currency)
    assert one + two - two == one
    assert one <= one + two


@pytest.mark.parametrize(
    "operation", [lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a < b, lambda a, b: a <= b]
)
def test_two_currencies_do_not_mix_without_a_rate(operation):
    with pytest.raises(CurrencyMismatch):
        operation(Money(1, Currency.CNY), Money(1, Currency.VND))
