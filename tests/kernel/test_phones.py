import pytest

from app.kernel.country import Country
from app.kernel.phones import e164


@pytest.mark.parametrize(
    ("typed", "country", "number"),
    [
        ("138 7710 1234", Country.CN, "+8613877101234"),
        ("１３８７７１０１２３４", Country.CN, "+8613877101234"),
        ("0771-8520123", Country.CN, "+867718520123"),
        ("0912 345 678", Country.VN, "+84912345678"),
        ("84912345678", Country.VN, "+84912345678"),
        ("+84 912.345.678", Country.CN, "+84912345678"),
    ],
)
def test_number_is_kept_in_international_form(typed, country, number):
    assert e164(typed, country) == number


@pytest.mark.parametrize("typed", ["", "12348", "113", "abc", "01234567890", "9123"])
@pytest.mark.parametrize("country", Country)
def test_what_cannot_be_called_from_abroad_is_no_number(typed, country):
    assert e164(typed, country) is None
