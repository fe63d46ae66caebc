"""How is typed money read? Never by guessing: an unclear amount says how to write it."""

from flask_babel import gettext as _
from wtforms import Field

from app.kernel.country import Country
from app.kernel.money import (
    AmountAmbiguous,
    AmountNotUnderstood,
    AmountTooLarge,
    Currency,
    CurrencyContradicted,
    Money,
)

CURRENCIES = [each.value for each in Currency]
OWN_CURRENCY = {Country.CN: Currency.CNY.value, Country.VN: Currency.VND.value}
"""In which an office of that country usually counts."""


def read_amount(field: Field, currency: Field) -> Money | None:
    """The money typed, or None for an empty box; what cannot be read becomes the field's error."""
    typed = (field.data or "").strip()
    if not typed or currency.data not in CURRENCIES:
        return None
    try:
        return Money.parse(typed, Currency(currency.data))
    except AmountAmbiguous:
        sentence = _("%(typed)s can be read in two ways. Write it without separators.", typed=typed)
    except CurrencyContradicted:
        sentence = _(
            "%(typed)s names another currency than the one chosen. Correct the amount or the "
            "currency.",
            typed=typed,
        )
    except AmountTooLarge:
        sentence = _("This amount is too large to be right. Check the digits.")
    except AmountNotUnderstood:
        sentence = _("Write the amount in digits, for example 12000 or 12000,50.")
    field.errors = [*field.errors, sentence]
    return None
