"""Is every shipped clause sound, complete, and word for word what was read and approved?"""

import unicodedata
from pathlib import Path

import pytest

from app.kernel.bilingual import Language
from app.mediation.rules.clause_patterns import read
from app.mediation.rules.clauses import Effect, render, value_refusals, version_refusals
from app.mediation.services.clause_files import Shipped, shipped
from tests.mediation.rules.clause_values import least, most

APPROVED = Path(__file__).with_name("clause_texts.txt")
WANTED = {
    "lump_sum", "instalments", "wages", "reduced_price", "goods_returned", "freight",
    "livestock_damage", "injury_compensation", "child_support", "stop_encroachment", "apology",
    "costs", "final_settlement", "court_step", "authority", "copies", "languages",
    "other_currency",
}  # fmt: skip
each_clause = pytest.mark.parametrize("clause", shipped(), ids=lambda one: one.key)


def approved() -> dict[str, list[str]]:
    """`# key`, then the shortest and the longest text, Chinese before Vietnamese."""
    texts: dict[str, list[str]] = {}
    for line in APPROVED.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            texts[line[2:]] = []
        elif line:
            texts[list(texts)[-1]].append(line)
    return texts


def written(clause: Shipped) -> list[str]:
    version = clause.version
    ways = [least(version), most(version)]
    if ways[0] == ways[1]:
        ways.pop()
    return [render(version, values, language) for values in ways for language in Language]


def test_the_clauses_an_office_needs_are_shipped() -> None:
    assert {each.key for each in shipped()} >= WANTED
    closing = [each.version.effect for each in shipped() if each.version.effect.is_closing]
    assert sorted(closing) == sorted([Effect.AUTHORITY, Effect.COPIES, Effect.LANGUAGES])


@each_clause
def test_clause_is_sound_and_every_parameter_is_in_both_patterns(clause: Shipped) -> None:
    version = clause.version
    assert version_refusals(version) == ()
    names = {each.name for each in version.parameters}
    for language in Language:
        assert read(version.pattern(language)).gaps - {"converted"} == names


@each_clause
def test_clause_accepts_what_it_asks_for(clause: Shipped) -> None:
    for values in (least(clause.version), most(clause.version)):
        assert value_refusals(clause.version, values) == ()


@each_clause
def test_clause_reads_as_approved(clause: Shipped) -> None:
    assert written(clause) == approved()[clause.key]


@each_clause
def test_clause_keeps_to_the_writing_of_each_language(clause: Shipped) -> None:
    for text in written(clause):
        assert unicodedata.is_normalized("NFC", text)
        assert "  " not in text
        assert not set("{}[]〔〕") & set(text)
    for text in written(clause)[::2]:
        assert text.endswith("。")
    for text in written(clause)[1::2]:
        assert text.endswith(".")
        assert text[0].isupper()
        assert not set("，。；：（）") & set(text)
