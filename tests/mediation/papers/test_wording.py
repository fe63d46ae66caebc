"""Dates and amounts read as each side's offices write them."""

from datetime import date
from decimal import Decimal

import pytest

from app.kernel.money import Currency, Money
from app.mediation.papers.wording import amount_both, date_both, rate_both


@pytest.mark.parametrize(
    ("day", "zh", "vi"),
    [
        (date(2026, 11, 22), "2026年11月22日", "ngày 22 tháng 11 năm 2026"),
        (date(2026, 2, 5), "2026年2月5日", "ngày 05 tháng 02 năm 2026"),
        (date(2026, 3, 10), "2026年3月10日", "ngày 10 tháng 3 năm 2026"),
        (None, "", ""),
    ],
)
def test_date_is_written_in_each_style(day, zh, vi):
    assert date_both(day) == {"zh": zh, "vi": vi}


@pytest.mark.parametrize(
    ("money", "zh", "vi"),
    [
        (Money(12_000_00, Currency.CNY), "12,000.00元", "12.000,00 nhân dân tệ"),
        (Money(50, Currency.CNY), "0.50元", "0,50 nhân dân tệ"),
        (Money(35_000_000, Currency.VND), "35,000,000越南盾", "35.000.000 đồng"),
        (None, "", ""),
    ],
)
def test_amount_is_written_in_each_style(money, zh, vi):
    assert amount_both(money) == {"zh": zh, "vi": vi}


def test_rate_keeps_the_digits_it_was_given():
    assert rate_both(Decimal("3652.50")) == {
        "zh": "1元=3,652.50越南盾",
        "vi": "1 nhân dân tệ = 3.652,50 đồng",
    }
