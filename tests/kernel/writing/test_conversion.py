"""An amount in the other currency is exact or says that it was rounded."""

from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.bilingual import Language
from app.kernel.money import Currency, Money
from app.kernel.writing.conversion import convert, said

CNY, VND = Currency.CNY, Currency.VND
ZH, VI = Language.ZH, Language.VI
RATE = Decimal("3652.5")
ON = date(2026, 2, 1)
RATES = st.decimals("0.000001", "99999", places=6, allow_nan=False)


def test_round_amount_is_converted_without_rounding():
    found = convert(Money(1_200_000, CNY), RATE, VND)
    assert found.result == Money(43_830_000, VND)
    assert found.exact == Decimal(43_830_000)
    assert not found.was_rounded


@pytest.mark.parametrize(
    ("fen", "rate", "exact", "dong"),
    [
        (123_457, "3652.5", "4509266.925", 4_509_267),
        (100, "3652.5", "3652.5", 3_653),
        (100, "3652.4", "3652.4", 3_652),
        (100, "3652.499999", "3652.499999", 3_652),
        (1, "49", "0.49", 0),
    ],
)
def test_yuan_become_dong_half_up(fen, rate, exact, dong):
    found = convert(Money(fen, CNY), Decimal(rate), VND)
    assert (found.exact, found.result, found.goes_on) == (Decimal(exact), Money(dong, VND), False)
    assert found.was_rounded


def test_quotient_that_does_not_end_is_cut_and_says_so():
    found = convert(Money(10_000_000, VND), RATE, CNY)
    assert found.exact == Decimal("2737.85078713")
    assert found.goes_on
    assert found.was_rounded
    assert found.result == Money(273_785, CNY)


def test_half_a_fen_goes_up():
    assert convert(Money(5, VND), Decimal(1000), CNY).result == Money(1, CNY)
    assert convert(Money(4, VND), Decimal(1000), CNY).result == Money(0, CNY)


@given(st.integers(0, 10**15), RATES, st.sampled_from(Currency))
def test_result_is_never_further_than_half_a_unit(minor, rate, currency):
    to = VND if currency is CNY else CNY
    money = Money(minor, currency)
    worth = Fraction(money.amount) * (Fraction(rate) if currency is CNY else 1 / Fraction(rate))
    found = convert(money, rate, to)
    off = Fraction(found.result.minor) - worth * 10**to.exponent
    assert Fraction(-1, 2) < off <= Fraction(1, 2)
    assert found.was_rounded == (off != 0)
    assert 0 <= worth - Fraction(found.exact) < Fraction(1, 10**8)
    assert found.goes_on == (Fraction(found.exact) != worth)


def test_no_setting_of_decimals_changes_the_result():
    with localcontext(prec=5):
        found = convert(Money(123_457, CNY), RATE, VND)
    assert (found.exact, found.result) == (Decimal("4509266.925"), Money(4_509_267, VND))


@pytest.mark.parametrize("rate", ["0", "-3652.5", "NaN", "Infinity"])
def test_rate_that_is_none_is_refused(rate):
    with pytest.raises(ValueError, match="rate"):
        convert(Money(100, CNY), Decimal(rate), VND)


@pytest.mark.parametrize("money", [Money(100, VND), Money(-100, CNY)])
def test_what_cannot_be_converted_is_refused(money):
    with pytest.raises(ValueError, match="other currency"):
        convert(money, RATE, VND)


def test_exact_conversion_says_rate_day_and_source():
    found = convert(Money(1_200_000, CNY), RATE, VND)
    assert said(found, RATE, ON, "中国银行", ZH) == (
        "12,000.00元按2026年2月1日汇率（1元=3,652.5越南盾，来源：中国银行）折合43,830,000越南盾。"
    )
    assert said(found, RATE, ON, "Vietcombank", VI) == (
        "12.000,00 nhân dân tệ quy đổi theo tỷ giá ngày 01 tháng 02 năm 2026 "
        "(1 nhân dân tệ = 3.652,5 đồng, nguồn: Vietcombank) thành 43.830.000 đồng."
    )


def test_rounding_is_said_with_the_exact_value():
    found = convert(Money(123_457, CNY), RATE, VND)
    assert said(found, RATE, ON, "中国银行", ZH).endswith(
        "折合4,509,267越南盾；准确数为4,509,266.925越南盾，已四舍五入。"
    )
    assert said(found, RATE, ON, "Vietcombank", VI).endswith(
        "thành 4.509.267 đồng; số chính xác là 4.509.266,925 đồng, đã được làm tròn."
    )


def test_endless_value_ends_in_an_ellipsis():
    found = convert(Money(10_000_000, VND), RATE, CNY)
    assert "准确数为2,737.85078713…元" in said(found, RATE, ON, "中国银行", ZH)
    assert "là 2.737,85078713… nhân dân tệ" in said(found, RATE, ON, "Vietcombank", VI)
