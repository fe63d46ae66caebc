"""Does the screening send each matter to its own desk, and keep its one secret?"""

import pytest

from app.mediation.rules.screening import (
    QUESTIONS,
    RefersTo,
    ScreeningKey,
    blocking_hits,
    court_step_excluded,
    family_prompt,
    hits,
    printable,
    questions,
    unanswered,
)

ALL_NO = dict.fromkeys(ScreeningKey, False)
HOTLINES = ("000-000",)

#                                   refers to                        blocks court step out
TABLE = {
    ScreeningKey.BORDER_EVENT: (RefersTo.BORDER_REPRESENTATIVES, False, False),
    ScreeningKey.SUSPECTED_CRIME: (RefersTo.POLICE, True, False),
    ScreeningKey.WITH_AUTHORITY: (RefersTo.COURT_OR_AGENCY, True, False),
    ScreeningKey.STATUS: (RefersTo.COMPETENT_AUTHORITY, True, True),
    ScreeningKey.OWNERSHIP: (RefersTo.COMPETENT_AUTHORITY, True, True),
    ScreeningKey.PARTY_REFUSES: (RefersTo.PARTY_REFUSES, True, False),
    ScreeningKey.HARM_TOLD_ALONE: (RefersTo.POLICE, False, False),
}


def test_there_is_one_question_for_each_key() -> None:
    assert [question.key for question in QUESTIONS] == list(ScreeningKey)


@pytest.mark.parametrize("key", ScreeningKey)
def test_hit_refers_blocks_and_excludes_as_the_table_says(key: ScreeningKey) -> None:
    refers_to, blocks, excluded = TABLE[key]
    answers = ALL_NO | {key: True}
    assert [hit.key for hit in hits(answers)] == [key]
    assert hits(answers)[0].refers_to is refers_to
    assert bool(blocking_hits(answers)) is blocks
    assert court_step_excluded(answers) is excluded


def test_no_to_everything_is_no_hit() -> None:
    assert hits(ALL_NO) == ()
    assert not court_step_excluded(ALL_NO)


def test_question_not_asked_is_not_a_hit_but_is_listed() -> None:
    assert hits({}) == ()
    assert unanswered({}, is_family=True) == QUESTIONS
    assert unanswered(ALL_NO, is_family=True) == ()


def test_every_hit_offers_a_letter_except_a_party_that_refuses() -> None:
    without = [question.key for question in QUESTIONS if not question.offers_letter]
    assert without == [ScreeningKey.PARTY_REFUSES]


def test_family_question_is_asked_in_family_cases_only() -> None:
    extra = set(questions(is_family=True)) - set(questions(is_family=False))
    assert {question.key for question in extra} == {ScreeningKey.HARM_TOLD_ALONE}


def test_family_prompt_carries_the_numbers_of_the_setting() -> None:
    prompt = family_prompt(is_family=True, hotlines=HOTLINES)
    assert prompt is not None
    assert (prompt.question.key, prompt.hotlines) == (ScreeningKey.HARM_TOLD_ALONE, HOTLINES)
    assert family_prompt(is_family=False, hotlines=HOTLINES) is None


@pytest.mark.parametrize("answer", [True, False])
def test_answer_given_alone_is_never_printed(answer: bool) -> None:
    answers = ALL_NO | {ScreeningKey.HARM_TOLD_ALONE: answer}
    assert set(printable(answers)) == set(ScreeningKey) - {ScreeningKey.HARM_TOLD_ALONE}
