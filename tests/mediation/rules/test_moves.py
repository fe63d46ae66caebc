"""Does the register say everything that stands in the way of a move, and nothing else?"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.mediation.kinds import AgreementForm, PartyRole, Route, TerminationKind
from app.mediation.rules.facts import AgreementFacts, CaseFacts, Given
from app.mediation.rules.file_checklist import FileItem
from app.mediation.rules.missing import MissingCode
from app.mediation.rules.moves import CHECKS, MoveRefusal, refusals
from app.mediation.rules.parties import PartyFacts
from app.mediation.rules.performance import ObligationState
from app.mediation.rules.screening import RefersTo, ScreeningKey
from app.mediation.states import NEEDS_REASON, TRANSITIONS, CaseAction, CaseState

RECEIVED_ON = date(2026, 5, 5)
SIGNED = AgreementFacts(AgreementForm.WRITTEN, effective_on=date(2026, 5, 21), is_signed=True)
COMPLETE = CaseFacts(
    state=CaseState.RECEIVED,
    parties=(
        PartyFacts(PartyRole.APPLICANT, "Nông Văn Demo", "VN"),
        PartyFacts(PartyRole.RESPONDENT, "黄示例", "CN"),
    ),
    has_office=True,
    has_type=True,
    has_facts=True,
    received_on=RECEIVED_ON,
    has_committee=True,
    has_case_number=True,
    has_presiding_mediator=True,
    agreement=SIGNED,
    owed=(ObligationState.DONE,),
    has_closing_report=True,
)
GIVEN = Given("理由", Route.COURT, "派出所", TerminationKind.WITHDRAWN)
A_DEFAULT, A_RESUME = CaseAction.DEFAULT, CaseAction.RESUME
"""These two need something that is still owed."""
EMPTY = CaseFacts(state=CaseState.DRAFT)

ONE_THING_WRONG: list[tuple[CaseAction, Mapping[str, Any], MoveRefusal | MissingCode]] = [
    (CaseAction.RECEIVE, {"has_office": False}, MissingCode.OFFICE),
    (CaseAction.RECEIVE, {"received_on": None}, MissingCode.RECEIVED_ON),
    (CaseAction.ACCEPT, {"has_office": False}, MissingCode.OFFICE),
    (CaseAction.ACCEPT, {"has_type": False}, MissingCode.TYPE),
    (CaseAction.ACCEPT, {"has_facts": False}, MissingCode.FACTS),
    (CaseAction.ACCEPT, {"received_on": None}, MissingCode.RECEIVED_ON),
    (CaseAction.ACCEPT, {"has_committee": False}, MissingCode.COMMITTEE),
    (CaseAction.ACCEPT, {"parties": COMPLETE.parties[1:]}, MissingCode.APPLICANT_NAME),
    (CaseAction.ACCEPT, {"parties": COMPLETE.parties[:1]}, MissingCode.RESPONDENT_NAME),
    (
        CaseAction.ACCEPT,
        {"parties": (COMPLETE.parties[0], replace(COMPLETE.parties[1], nationality=""))},
        MissingCode.NATIONALITY,
    ),
    (
        CaseAction.ACCEPT,
        {"answers": {ScreeningKey.SUSPECTED_CRIME: True}},
        MoveRefusal.SCREENED_OUT,
    ),
    (
        CaseAction.START_MEDIATION,
        {"has_presiding_mediator": False},
        MissingCode.PRESIDING_MEDIATOR,
    ),
    (CaseAction.SETTLE, {"agreement": None}, MoveRefusal.AGREEMENT),
    (
        CaseAction.SETTLE,
        {"agreement": replace(SIGNED, effective_on=None)},
        MoveRefusal.EFFECTIVE_DATE,
    ),
    (
        CaseAction.SETTLE,
        {"agreement": replace(SIGNED, effective_on=date(2026, 5, 4))},
        MoveRefusal.EFFECTIVE_BEFORE_RECEIPT,
    ),
    (
        CaseAction.SETTLE,
        {"agreement": replace(SIGNED, is_signed=False)},
        MoveRefusal.AGREEMENT_UNSIGNED,
    ),
    (CaseAction.BEGIN_PERFORMANCE, {"owed": ()}, MoveRefusal.NOTHING_OWED),
    (
        CaseAction.COMPLETE_PERFORMANCE,
        {"owed": (ObligationState.DONE, ObligationState.PART)},
        MoveRefusal.OBLIGATIONS_OPEN,
    ),
    (CaseAction.CLOSE, {"has_closing_report": False}, MissingCode.CLOSING_REPORT),
    (
        CaseAction.CLOSE,
        {"state": CaseState.AGREED, "owed": (ObligationState.NOT_DUE,)},
        MoveRefusal.OBLIGATIONS_OPEN,
    ),
    (CaseAction.ARCHIVE, {"file_missing": (FileItem.COVER,)}, MissingCode.FILE_ITEM),
    (CaseAction.REOPEN, {"has_case_number": False}, MoveRefusal.NEVER_ACCEPTED),
]


@pytest.mark.parametrize("action", sorted(set(CaseAction) - {A_DEFAULT, A_RESUME}))
def test_complete_case_with_all_that_is_given_may_move(action: CaseAction) -> None:
    assert refusals(COMPLETE, action, GIVEN) == ()


@pytest.mark.parametrize(("action", "wrong", "code"), ONE_THING_WRONG)
def test_one_missing_thing_is_the_one_refusal(
    action: CaseAction, wrong: Mapping[str, Any], code: MoveRefusal | MissingCode
) -> None:
    found = refusals(replace(COMPLETE, **wrong), action, GIVEN)
    assert [refusal.code for refusal in found] == [code]


def test_accepting_an_empty_case_names_every_must_field_at_once() -> None:
    found = refusals(EMPTY, CaseAction.ACCEPT)
    assert {refusal.code for refusal in found} == {
        MissingCode.APPLICANT_NAME,
        MissingCode.RESPONDENT_NAME,
        MissingCode.OFFICE,
        MissingCode.TYPE,
        MissingCode.FACTS,
        MissingCode.RECEIVED_ON,
        MissingCode.COMMITTEE,
    }


def test_archive_names_each_missing_paper() -> None:
    absent = (FileItem.COVER, FileItem.AGREEMENT)
    found = refusals(replace(COMPLETE, file_missing=absent), CaseAction.ARCHIVE)
    assert [refusal.facts["item"] for refusal in found] == list(absent)


@pytest.mark.parametrize("action", CaseAction)
def test_reason_of_blanks_is_no_reason(action: CaseAction) -> None:
    codes = [r.code for r in refusals(COMPLETE, action, replace(GIVEN, reason="  "))]
    assert (MoveRefusal.REASON in codes) is (action in NEEDS_REASON)


@pytest.mark.parametrize("action", [CaseAction.DECLINE, CaseAction.FAIL])
def test_declining_and_failing_need_reason_and_route_together(action: CaseAction) -> None:
    codes = [refusal.code for refusal in refusals(COMPLETE, action)]
    assert codes == [MoveRefusal.REASON, MoveRefusal.ROUTE]


def test_referring_says_to_whom_and_terminating_how() -> None:
    referred = refusals(COMPLETE, CaseAction.REFER, Given(reason="r"))
    terminated = refusals(COMPLETE, CaseAction.TERMINATE, Given(reason="r"))
    assert [r.code for r in referred] == [MoveRefusal.REFERRED_TO]
    assert [r.code for r in terminated] == [MoveRefusal.TERMINATION_KIND]


def test_screened_out_case_says_whose_it_is() -> None:
    answers = {ScreeningKey.PARTY_REFUSES: True, ScreeningKey.STATUS: True}
    found = refusals(replace(COMPLETE, answers=answers), CaseAction.ACCEPT)
    assert [refusal.facts["refers_to"] for refusal in found] == [
        RefersTo.COMPETENT_AUTHORITY,
        RefersTo.PARTY_REFUSES,
    ]


def test_oral_agreement_needs_no_signature() -> None:
    oral = replace(SIGNED, form=AgreementForm.ORAL, is_signed=False)
    assert refusals(replace(COMPLETE, agreement=oral), CaseAction.SETTLE) == ()


def test_default_is_found_while_something_is_open_even_before_its_day() -> None:
    open_case = replace(COMPLETE, owed=(ObligationState.DONE, ObligationState.NOT_DUE))
    assert refusals(open_case, CaseAction.DEFAULT, GIVEN) == ()
    done = refusals(COMPLETE, CaseAction.DEFAULT, GIVEN)
    assert [refusal.code for refusal in done] == [MoveRefusal.NOTHING_OPEN]


def test_agreement_that_owes_nothing_closes_and_a_defaulted_one_too() -> None:
    apology = replace(COMPLETE, state=CaseState.AGREED, owed=())
    defaulted = replace(COMPLETE, state=CaseState.DEFAULTED, owed=(ObligationState.OVERDUE,))
    assert refusals(apology, CaseAction.CLOSE) == ()
    assert refusals(defaulted, CaseAction.CLOSE) == ()


def test_every_action_of_the_table_is_checked_and_every_refusal_is_reached() -> None:
    assert set(CHECKS) == {action for _, action in TRANSITIONS} == set(CaseAction)
    reached = {code for _, _, code in ONE_THING_WRONG} | {
        MoveRefusal.REASON,
        MoveRefusal.ROUTE,
        MoveRefusal.REFERRED_TO,
        MoveRefusal.TERMINATION_KIND,
        MoveRefusal.NOTHING_OPEN,
    }
    assert set(MoveRefusal) <= reached
