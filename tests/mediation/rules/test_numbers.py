"""Is the number printed as the committee writes it, and can two cases never share one?"""

import pytest

from app.kernel.country import Country
from app.kernel.errors import RuleBroken
from app.mediation.rules.numbers import (
    CASE_NUMBER,
    MAX_LENGTH,
    REGISTRATION_NUMBER,
    PatternRefusal,
    pattern_refusals,
    render,
)


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


@pytest.mark.parametrize("pattern", [*CASE_NUMBER.values(), *REGISTRATION_NUMBER.values()])
def test_shipped_pattern_is_valid(pattern: str) -> None:
    assert pattern_refusals(pattern) == ()


def test_short_name_with_braces_stays_text() -> None:
    assert (
        render("{year}-{short}-{number}", year=2026, short="{number}", seq=3) == "2026-{number}-3"
    )


@pytest.mark.parametrize(
    ("pattern", "codes"),
    [
        ("第{number}号", [PatternRefusal.PLACEHOLDER_MISSING]),
        ("{year}年", [PatternRefusal.PLACEHOLDER_MISSING]),
        ("", [PatternRefusal.PLACEHOLDER_MISSING] * 2),
        ("{year}{number}{office}", [PatternRefusal.UNKNOWN_PLACEHOLDER]),
        ("{year}{number}{}", [PatternRefusal.UNKNOWN_PLACEHOLDER]),
        ("{year.real}{year}{number}", [PatternRefusal.UNKNOWN_PLACEHOLDER]),
        ("{year}{number}{number}", [PatternRefusal.PLACEHOLDER_REPEATED]),
        ("{year}{number", [PatternRefusal.MALFORMED]),
        ("{year}{number:>999999999}", [PatternRefusal.MALFORMED]),
        ("{year}{number!r}", [PatternRefusal.MALFORMED]),
        ("{year}{number}" + "字" * MAX_LENGTH, [PatternRefusal.TOO_LONG]),
        (
            "{office}{number}{number}",
            [
                PatternRefusal.UNKNOWN_PLACEHOLDER,
                PatternRefusal.PLACEHOLDER_MISSING,
                PatternRefusal.PLACEHOLDER_REPEATED,
            ],
        ),
    ],
)
def test_wrong_pattern_is_refused_with_every_reason(
    pattern: str, codes: list[PatternRefusal]
) -> None:
    assert [refusal.code for refusal in pattern_refusals(pattern)] == codes
    with pytest.raises(RuleBroken) as broken:
        render(pattern, year=2026, short="凭浦", seq=1)
    assert [refusal.code for refusal in broken.value.refusals] == codes
