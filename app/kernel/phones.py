"""Which telephone is meant by what a person of this country typed?"""

import unicodedata

from app.kernel.country import Country


def e164(typed: str, country: Country) -> str | None:
    """The number as `+8613…` or `+849…`, or None if it cannot be one.

    `country` is asked of the person, for families cross the border; a number typed with
    its own `+` prefix keeps it.
    """
    from phonenumbers import (  # its tables load slowly: only who checks a number pays
        NumberParseException,
        PhoneNumberFormat,
        format_number,
        is_valid_number,
        parse,
    )

    try:
        number = parse(unicodedata.normalize("NFKC", typed), country.value)
    except NumberParseException:
        return None
    return format_number(number, PhoneNumberFormat.E164) if is_valid_number(number) else None
