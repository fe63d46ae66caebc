"""Nobody puts in force what they proposed; between two countries the other one says yes."""

import pytest

from app.kernel.country import Country
from app.mediation.rules.clause_proposals import ProposalRefusal as R
from app.mediation.rules.clause_proposals import (
    Proposed,
    Word,
    needs_other_country,
    proposal_refusals,
    second_person_refusals,
    taking_back_refusals,
    word_refusals,
)

CN, VN = Country.CN, Country.VN
AUTHOR, COLLEAGUE = 7, 8
WAITING = Proposed(AUTHOR, CN)
YES, NO, SILENT_NO = Word(True), Word(False, "用词不准"), Word(False, " ")


@pytest.mark.parametrize(
    ("user", "country", "both", "why"),
    [
        (AUTHOR, CN, False, {R.OWN_PROPOSAL}),
        (AUTHOR, CN, True, {R.OWN_PROPOSAL}),
        (None, VN, True, {R.OWN_PROPOSAL}),
        (COLLEAGUE, CN, True, {R.SAME_COUNTRY}),
        (COLLEAGUE, CN, False, set()),
        (COLLEAGUE, VN, True, set()),
    ],
)
def test_the_second_person_is_another_and_of_the_other_country_where_both_write(
    user: int | None, country: Country, both: bool, why: set[R]
) -> None:
    found = second_person_refusals(WAITING, user, country, both_countries=both)
    assert {each.code for each in found} == why


@pytest.mark.parametrize(
    ("serves", "editors", "needed"),
    [
        (None, {CN, VN}, True),
        (None, {CN}, False),
        (None, set(), False),
        (CN, {CN, VN}, False),
        (VN, {VN}, False),
    ],
)
def test_the_other_country_is_needed_where_people_of_both_may_change_the_library(
    serves: Country | None, editors: set[Country], needed: bool
) -> None:
    assert needs_other_country(serves, frozenset(editors)) is needed


def test_what_is_decided_is_decided() -> None:
    done = Proposed(AUTHOR, CN, is_decided=True)
    found = second_person_refusals(done, COLLEAGUE, VN, both_countries=True)
    assert [each.code for each in found] == [R.ALREADY_DECIDED]
    assert [each.code for each in taking_back_refusals(done, AUTHOR)] == [R.ALREADY_DECIDED]


def test_a_refusal_says_why_and_what_is_outdated_is_not_approved() -> None:
    assert [each.code for each in word_refusals(WAITING, SILENT_NO)] == [R.REASON_MISSING]
    assert not list(word_refusals(WAITING, NO))
    assert not list(word_refusals(WAITING, YES))
    outdated = Proposed(AUTHOR, CN, is_outdated=True)
    assert [each.code for each in word_refusals(outdated, YES)] == [R.OUTDATED]
    assert not list(word_refusals(outdated, NO))


def test_only_the_author_takes_it_back() -> None:
    assert not taking_back_refusals(WAITING, AUTHOR)
    for other in (COLLEAGUE, None):
        assert [each.code for each in taking_back_refusals(WAITING, other)] == [R.NOT_YOURS]


def test_a_proposal_changes_something_says_why_and_waits_alone() -> None:
    assert not proposal_refusals(is_new=True, one_waits=False, reason="用词更准确")
    found = proposal_refusals(is_new=False, one_waits=True, reason=" ")
    assert {each.code for each in found} == {R.NOTHING_NEW, R.ONE_WAITS, R.REASON_MISSING}
