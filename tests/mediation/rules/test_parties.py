"""Who must be there for a party that cannot, or may not, act alone?"""

from datetime import date

import pytest

from app.mediation.kinds import PartyKind, PartyRole, RepresentativeKind
from app.mediation.rules.parties import (
    PartyFacts,
    is_minor,
    power_of_attorney_due,
    representation_due,
    with_role,
)

TODAY = date(2026, 3, 1)


def party(**known: object) -> PartyFacts:
    return PartyFacts(PartyRole.APPLICANT, "黄示例", "CN", **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("born_on", "minor"),
    [
        (date(2008, 3, 1), False),  # eighteen today
        (date(2008, 3, 2), True),  # eighteen tomorrow
        (date(2008, 2, 29), False),
        (None, False),  # an unknown age sends nobody away
    ],
)
def test_majority_begins_on_the_eighteenth_birthday(born_on: date | None, minor: bool) -> None:
    assert is_minor(party(born_on=born_on), TODAY) is minor


def test_leap_day_child_is_a_minor_on_the_last_of_february() -> None:
    assert is_minor(party(born_on=date(2008, 2, 29)), date(2026, 2, 28))


def test_company_has_no_age_but_a_representative() -> None:
    company = party(kind=PartyKind.LEGAL, born_on=date(2024, 1, 1))
    assert not is_minor(company, TODAY)
    assert representation_due(company, TODAY) is RepresentativeKind.LEGAL_REPRESENTATIVE


@pytest.mark.parametrize(
    "kind", [RepresentativeKind.LEGAL_REPRESENTATIVE, RepresentativeKind.AGENT]
)
def test_company_may_be_spoken_for_by_its_representative_or_an_agent(
    kind: RepresentativeKind,
) -> None:
    assert representation_due(party(kind=PartyKind.LEGAL, representation=kind), TODAY) is None


def test_child_needs_its_guardian_and_an_agent_is_not_enough() -> None:
    born_on = date(2015, 1, 1)
    alone = party(born_on=born_on)
    with_agent = party(born_on=born_on, representation=RepresentativeKind.AGENT)
    with_guardian = party(born_on=born_on, representation=RepresentativeKind.GUARDIAN)
    assert representation_due(alone, TODAY) is RepresentativeKind.GUARDIAN
    assert representation_due(with_agent, TODAY) is RepresentativeKind.GUARDIAN
    assert representation_due(with_guardian, TODAY) is None


def test_only_an_agent_owes_a_power_of_attorney_and_only_until_it_is_shown() -> None:
    agent = RepresentativeKind.AGENT
    assert power_of_attorney_due(party(representation=agent))
    assert not power_of_attorney_due(party(representation=agent, has_power_of_attorney=True))
    assert not power_of_attorney_due(party(representation=RepresentativeKind.GUARDIAN))
    assert not power_of_attorney_due(party())


def test_sides_are_told_apart_by_role() -> None:
    respondent = PartyFacts(PartyRole.RESPONDENT, "Nông Văn Demo")
    assert with_role((party(), respondent), PartyRole.RESPONDENT) == (respondent,)
