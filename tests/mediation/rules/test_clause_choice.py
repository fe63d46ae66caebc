"""Is a clause found under its heading, by its words, and is a change in it seen?"""

import pytest

from app.mediation.rules.clause_changes import passages
from app.mediation.rules.clause_choice import ClauseGroup, group_of, grouped, is_found
from app.mediation.rules.clause_examples import example_values
from app.mediation.rules.clauses import Effect, preview, value_refusals
from app.mediation.services.clause_files import shipped

BY_KEY = {each.key: each for each in shipped()}


def test_every_shipped_clause_stands_under_a_heading_of_its_own_kind() -> None:
    groups = grouped(shipped())
    assert ClauseGroup.OTHER not in groups
    assert [each.key for each in groups[ClauseGroup.CLOSING]][-3:] == [
        "languages", "authority", "copies",
    ]  # fmt: skip
    assert sum(map(len, groups.values())) == len(shipped())


@pytest.mark.parametrize(
    ("effect", "group"),
    [
        (Effect.MONEY, ClauseGroup.PAYMENT),
        (Effect.GOODS, ClauseGroup.GOODS),
        (Effect.NONE, ClauseGroup.OTHER),
        (Effect.COPIES, ClauseGroup.CLOSING),
    ],
)
def test_clause_of_a_reviewer_goes_by_what_it_does(effect: Effect, group: ClauseGroup) -> None:
    assert group_of("something_new", effect) is group


@pytest.mark.parametrize("typed", ["工资", "luong", "LƯƠNG", "tien luong", ""])
def test_clause_is_found_by_either_language(typed: str) -> None:
    assert is_found(BY_KEY["wages"].version, typed)


def test_clause_is_not_found_by_another_word() -> None:
    assert not is_found(BY_KEY["wages"].version, "运费")


@pytest.mark.parametrize("key", BY_KEY)
def test_example_fills_every_gap_of_a_shipped_clause(key: str) -> None:
    version = BY_KEY[key].version
    values = example_values(version)
    texts = preview(version, values)
    assert "〔" not in f"{texts.zh}{texts.vi}"
    outsiders = {"clause_not_a_party", "clause_shares_outsider"}  # invented people are no parties
    assert {each.code.value for each in value_refusals(version, values)} <= outsiders


def test_change_is_a_character_of_chinese_and_a_word_of_vietnamese() -> None:
    [kept, old, new, rest] = passages("于{due}前付清。", "于{due}后付清。")
    assert (kept.text, old.text, new.text, rest.text) == ("于{due}", "前", "后", "付清。")
    assert (old.is_old, new.is_new) == (True, True)
    changed = passages("trả hết tiền", "trả một tiền")
    assert [each.text for each in changed if each.is_old or each.is_new] == ["hết", "một"]
