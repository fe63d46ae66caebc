"""Does the case page list what is missing, no more than the state makes due?"""

from dataclasses import replace
from datetime import date

import pytest

from app.kernel.money import Currency
from app.mediation.kinds import AgreementForm, PartyKind, PartyRole, RepresentativeKind
from app.mediation.rules.facts import AgreementFacts, CaseFacts
from app.mediation.rules.file_checklist import FileItem, Weight
from app.mediation.rules.missing import BY_STATE, MissingCode, missing, must_fields
from app.mediation.rules.parties import PartyFacts
from app.mediation.rules.screening import ScreeningKey
from app.mediation.states import CaseState

TODAY = date(2026, 6, 1)
TOLD = {"rights_told_on": date(2026, 5, 5), "consented_on": date(2026, 5, 5)}
PARTIES = (
    PartyFacts(PartyRole.APPLICANT, "Nông Văn Demo", "VN", **TOLD),  # type: ignore[arg-type]
    PartyFacts(PartyRole.RESPONDENT, "黄示例", "CN", **TOLD),  # type: ignore[arg-type]
)
COMPLETE = CaseFacts(
    state=CaseState.MEDIATING,
    parties=PARTIES,
    has_office=True,
    has_type=True,
    has_facts=True,
    received_on=date(2026, 5, 5),
    has_committee=True,
    is_family=True,
    answers=dict.fromkeys(ScreeningKey, False),
    has_presiding_mediator=True,
    sessions=1,
    agreement=AgreementFacts(AgreementForm.WRITTEN, has_sheet=True, has_prevailing_text=True),
    has_referral_letter=True,
    has_closing_report=True,
)


def codes(facts: CaseFacts) -> list[MissingCode]:
    return [item.code for item in missing(facts, TODAY)]


def in_state(state: CaseState, **changes: object) -> CaseFacts:
    return replace(COMPLETE, state=state, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("state", CaseState)
def test_complete_case_misses_nothing_in_any_state(state: CaseState) -> None:
    assert missing(in_state(state), TODAY) == ()


def test_a_name_in_han_alone_is_asked_for_in_latin_letters_once_people_talk() -> None:
    unread = replace(PARTIES[1], needs_latin_name=True)
    talking = in_state(CaseState.MEDIATING, parties=(PARTIES[0], unread))
    assert codes(talking) == [MissingCode.LATIN_NAME]
    assert missing(talking, TODAY)[0].facts == {"party": unread.name}
    assert codes(replace(talking, state=CaseState.RECEIVED)) == []


def test_every_state_has_its_list() -> None:
    assert set(BY_STATE) == set(CaseState)


def test_must_fields_of_an_empty_case_are_the_few() -> None:
    found = must_fields(CaseFacts(state=CaseState.DRAFT))
    assert [item.code for item in found] == [
        MissingCode.APPLICANT_NAME,
        MissingCode.RESPONDENT_NAME,
        MissingCode.OFFICE,
        MissingCode.TYPE,
        MissingCode.FACTS,
        MissingCode.RECEIVED_ON,
    ]
    assert {item.weight for item in found} == {Weight.MUST}


def test_nationality_is_asked_of_the_two_sides_not_of_related_people() -> None:
    nameless = (
        replace(PARTIES[0], nationality=""),
        PARTIES[1],
        PartyFacts(PartyRole.RELATED, "邻居"),
    )
    found = must_fields(in_state(CaseState.RECEIVED, parties=nameless))
    assert [(item.code, item.facts["party"]) for item in found] == [
        (MissingCode.NATIONALITY, "Nông Văn Demo")
    ]


def test_second_applicant_without_a_name_is_a_missing_name() -> None:
    found = must_fields(
        in_state(CaseState.RECEIVED, parties=(*PARTIES, PartyFacts(PartyRole.APPLICANT)))
    )
    assert [item.code for item in found] == [MissingCode.APPLICANT_NAME]


@pytest.mark.parametrize(
    ("state", "changes", "code"),
    [
        (CaseState.RECEIVED, {"has_committee": False}, MissingCode.COMMITTEE),
        (CaseState.RECEIVED, {"answers": {}}, MissingCode.SCREENING),
        (CaseState.ACCEPTED, {"has_presiding_mediator": False}, MissingCode.PRESIDING_MEDIATOR),
        (CaseState.ACCEPTED, {"conflicts_unanswered": 2}, MissingCode.CONFLICT_ANSWER),
        (CaseState.MEDIATING, {"sessions": 0}, MissingCode.SESSION),
        (CaseState.MEDIATING, {"sessions_without_record": 1}, MissingCode.SESSION_RECORD),
        (CaseState.REFERRED, {"has_referral_letter": False}, MissingCode.REFERRAL_LETTER),
        (CaseState.PERFORMED, {"has_closing_report": False}, MissingCode.CLOSING_REPORT),
        (CaseState.CLOSED, {"file_missing": (FileItem.COVER,)}, MissingCode.FILE_ITEM),
    ],
)
def test_state_asks_for_what_it_makes_due(
    state: CaseState, changes: dict[str, object], code: MissingCode
) -> None:
    assert codes(in_state(state, **changes)) == [code]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"rights_told_on": None}, MissingCode.RIGHTS_NOTICE),
        ({"consented_on": None}, MissingCode.CONSENT),
        ({"needs_interpreter": True}, MissingCode.INTERPRETER),
        ({"kind": PartyKind.LEGAL}, MissingCode.REPRESENTATIVE),
        ({"born_on": date(2010, 1, 1)}, MissingCode.REPRESENTATIVE),
        ({"representation": RepresentativeKind.AGENT}, MissingCode.POWER_OF_ATTORNEY),
    ],
)
def test_party_makes_its_own_papers_due(change: dict[str, object], code: MissingCode) -> None:
    party = replace(PARTIES[0], **change)  # type: ignore[arg-type]
    found = missing(in_state(CaseState.RECEIVED, parties=(party, PARTIES[1])), TODAY)
    assert [(item.code, item.facts["party"]) for item in found] == [(code, party.name)]
    assert found[0].weight is Weight.IF_NEEDED


def test_assigned_interpreter_serves_the_party_that_needs_one() -> None:
    party = replace(PARTIES[0], needs_interpreter=True)
    served = in_state(CaseState.RECEIVED, parties=(party, PARTIES[1]), has_interpreter=True)
    assert codes(served) == []


def test_screening_lists_the_open_questions_and_the_family_one_only_for_families() -> None:
    answered = {key: False for key in ScreeningKey if key is not ScreeningKey.HARM_TOLD_ALONE}
    assert codes(in_state(CaseState.RECEIVED, answers=answered)) == [MissingCode.SCREENING]
    assert codes(in_state(CaseState.RECEIVED, answers=answered, is_family=False)) == []


def test_written_agreement_wants_its_sheet_and_says_which_text_prevails() -> None:
    bare = AgreementFacts(AgreementForm.WRITTEN)
    assert codes(in_state(CaseState.AGREED, agreement=bare)) == [
        MissingCode.SIGNED_SHEET,
        MissingCode.PREVAILING_TEXT,
    ]
    oral = AgreementFacts(AgreementForm.ORAL)
    assert codes(in_state(CaseState.AGREED, agreement=oral)) == []


def test_two_currencies_want_a_rate_and_one_does_not() -> None:
    both = AgreementFacts(AgreementForm.ORAL, currencies=frozenset(Currency))
    assert codes(in_state(CaseState.AGREED, agreement=both)) == [MissingCode.RATE]
    assert codes(in_state(CaseState.AGREED, agreement=replace(both, has_rate=True))) == []
    yuan = replace(both, currencies=frozenset({Currency.CNY}))
    assert codes(in_state(CaseState.AGREED, agreement=yuan)) == []


def test_declined_case_is_not_asked_for_a_mediator_or_a_session() -> None:
    declined = CaseFacts(state=CaseState.NOT_ACCEPTED)
    assert codes(declined) == [MissingCode.CLOSING_REPORT]


def test_must_items_come_first_and_everything_is_listed_at_once() -> None:
    party = replace(PARTIES[0], consented_on=None)
    facts = in_state(
        CaseState.ACCEPTED, parties=(party, PARTIES[1]), has_presiding_mediator=False, answers={}
    )
    assert codes(facts) == [
        MissingCode.PRESIDING_MEDIATOR,
        MissingCode.SCREENING,
        MissingCode.CONSENT,
    ]
