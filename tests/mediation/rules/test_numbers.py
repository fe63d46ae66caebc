"""Is the number printed as the committee writes it?"""

import pytest

from app.kernel.country import Country
from app.mediation.rules.numbers import CASE_NUMBER, REGISTRATION_NUMBER, render


@pytest.mark.parametrize(
    ("country", "short", "number"),
    [
        (Country.CN, "凭浦", "（2026）凭浦人调字第12号"),
        (Country.VN, "TTr", "Số 12/2026/TTr"),
    ],
)
def test_case_number_reads_as_on_each_side(country: Country, short: str, number: str) -> None:
    assert render(CASE_NUMBER[country], year=2026, short=short, seq=12) == number


def test_registration_number_is_never_taken_for_a_case_number() -> None:
    for country in Country:
        parts = {"year": 2026, "short": "凭浦", "seq": 12}
        registered = render(REGISTRATION_NUMBER[country], **parts)  # type: ignore[arg-type]
        assert registered != render(CASE_NUMBER[country], **parts)  # type: ignore[arg-type]


def test_short_name_with_braces_stays_text() -> None:
    assert (
        render("{year}-{short}-{number}", year=2026, short="{number}", seq=3) == "2026-{number}-3"
    )
