"""What does a case number look like?

*Setting* per committee: year, short name and running number in the order the committee writes
them, kept and judged with the organisation (app/reference/rules.py). One number is shared by
the file and its agreement.
"""

from collections.abc import Mapping

from app.kernel.country import Country

CASE_NUMBER: Mapping[Country, str] = {
    Country.CN: "（{year}）{short}人调字第{number}号",
    Country.VN: "Số {number}/{year}/{short}",
}
REGISTRATION_NUMBER: Mapping[Country, str] = {
    Country.CN: "（{year}）{short}登字第{number}号",
    Country.VN: "Số {number}/{year}/{short}-TN",
}
"""Given at intake, before anybody decided on acceptance; never printed as the case number."""

LETTER_NUMBER: Mapping[Country, str] = {
    Country.CN: "（{year}）{short}司函第{number}号",
    Country.VN: "Số {number}/{year}/{short}-CV",
}
LETTER_NUMBER_PLAIN = "{year}-{number}"
"""Where the office has no short name: a number that both sides can read out."""


def render(pattern: str, *, year: int, short: str, seq: int) -> str:
    """The number as printed."""
    return pattern.format(year=year, short=short, number=seq)
