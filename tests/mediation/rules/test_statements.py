"""Does a confirmation count only from somebody who may vouch for the translation?"""

from dataclasses import replace
from datetime import date

import pytest

from app.kernel.bilingual import Language, Statement, TranslationStatus
from app.kernel.country import Country
from app.mediation.rules.statements import (
    Confirmation,
    StatementRefusal,
    confirmation_refusals,
)

TODAY = date(2026, 6, 1)
TRANSLATOR, SECOND = 7, 8
STATEMENT = Statement("三头水牛进了稻田。", Language.ZH, "Ba con trâu vào ruộng lúa.")
BY_SECOND = Confirmation(TranslationStatus.SECOND_PERSON, SECOND, TODAY)
READ_BACK = Confirmation(
    TranslationStatus.READ_BACK, TRANSLATOR, TODAY, party="Nông Văn Demo", party_agreed=True
)
BY_OTHER_SIDE = Confirmation(
    TranslationStatus.OTHER_SIDE_MEDIATOR, SECOND, TODAY, mediator_country=Country.VN
)


def codes(
    confirmation: Confirmation, statement: Statement = STATEMENT, *, interpreter: bool = False
) -> list[object]:
    found = confirmation_refusals(
        statement,
        confirmation,
        translator=TRANSLATOR,
        translator_is_interpreter=interpreter,
        country=Country.CN,
        today=TODAY,
    )
    return [refusal.code for refusal in found]


@pytest.mark.parametrize("confirmation", [BY_SECOND, READ_BACK, BY_OTHER_SIDE])
def test_each_of_the_three_ways_counts(confirmation: Confirmation) -> None:
    assert codes(confirmation) == []
    assert replace(STATEMENT, status=confirmation.way).is_confirmed


@pytest.mark.parametrize("confirmation", [BY_SECOND, BY_OTHER_SIDE])
def test_nobody_confirms_an_own_translation(confirmation: Confirmation) -> None:
    own = replace(confirmation, confirmer=TRANSLATOR)
    assert codes(own) == [StatementRefusal.OWN_TRANSLATION]
    assert codes(own, interpreter=True) == [StatementRefusal.INTERPRETERS_OWN]


def test_translator_may_read_it_back_because_the_party_confirms() -> None:
    assert codes(READ_BACK, interpreter=True) == []


@pytest.mark.parametrize("country", [Country.CN, None])
def test_other_sides_mediator_is_of_the_other_side(country: Country | None) -> None:
    ours = replace(BY_OTHER_SIDE, mediator_country=country)
    assert codes(ours) == [StatementRefusal.NOT_THE_OTHER_SIDES]


@pytest.mark.parametrize("way", [TranslationStatus.NONE, TranslationStatus.UNCONFIRMED])
def test_unconfirmed_is_not_a_way_to_confirm(way: TranslationStatus) -> None:
    assert codes(replace(BY_SECOND, way=way)) == [StatementRefusal.NOT_A_WAY]


def test_there_must_be_a_translation_to_confirm() -> None:
    bare = replace(STATEMENT, translation=" ")
    assert codes(BY_SECOND, bare) == [StatementRefusal.NOTHING_TO_CONFIRM]


def test_confirmation_has_a_day_that_has_come() -> None:
    assert codes(replace(BY_SECOND, on=None)) == [StatementRefusal.DATE_MISSING]
    assert codes(replace(BY_SECOND, on=date(2026, 6, 2))) == [StatementRefusal.IN_FUTURE]


def test_empty_read_back_is_refused_with_every_reason() -> None:
    empty = Confirmation(TranslationStatus.READ_BACK, None, None)
    assert codes(empty) == [
        StatementRefusal.CONFIRMER_MISSING,
        StatementRefusal.DATE_MISSING,
        StatementRefusal.PARTY_MISSING,
        StatementRefusal.PARTY_DID_NOT_AGREE,
    ]
