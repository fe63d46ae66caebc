"""What does the editor of the library make of answers no page of ours sends? It refuses them."""

import pytest

from tests.mediation.test_library_pages import example
from tests.pages import Reader

SOUND = {
    "key": "forged", "title_zh": "甲", "title_vi": "a",
    "pattern_zh": "甲{x}", "pattern_vi": "a {x}",
    "effect": "none", "parameters-0-name": "x", "parameters-0-kind": "text",
    "parameters-0-label_zh": "甲", "parameters-0-label_vi": "a",
}  # fmt: skip
TWICE = {
    "parameters-1-name": "x", "parameters-1-kind": "money", "parameters-1-label_zh": "乙",
    "parameters-1-label_vi": "b",
}  # fmt: skip
PAGES = ("/clauses/new", "/clauses/lump_sum/edit")


@pytest.mark.parametrize(
    "forged",
    [
        {"effect": "forged"},
        {"effect": ""},
        {"parameters-0-kind": "forged"},
        {"pattern_zh": "[{x}]" * 10_000},
        TWICE,
    ],
)
def test_unsound_clause_is_refused_on_its_page(client: Reader, forged: dict[str, str]) -> None:
    client.sign_in("reviewer.guangxi")
    for path in PAGES:
        assert client.post(path, SOUND | forged).status_code == 422


def test_preview_shows_no_more_than_could_be_saved(client: Reader) -> None:
    client.sign_in("reviewer.guangxi")
    shown = example(client, SOUND | {"pattern_zh": "山" * 100_000})
    assert shown.count("山") == 4000
