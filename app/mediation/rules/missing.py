"""What is still missing, of the case and of its file?

The must fields are few and block a move; everything else is only said, on the case page,
once a fact makes it due. Sources: the register's own design; rights notice, record and signed
agreement are papers of the Chinese file set.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.mediation.kinds import AgreementForm, PartyRole
from app.mediation.rules import parties, screening
from app.mediation.rules.facts import CaseFacts
from app.mediation.rules.file_checklist import Weight
from app.mediation.states import CaseState


class MissingCode(StrEnum):
    APPLICANT_NAME = "applicant_name_missing"
    RESPONDENT_NAME = "respondent_name_missing"
    NATIONALITY = "nationality_missing"
    OFFICE = "office_missing"
    TYPE = "type_missing"
    FACTS = "facts_missing"
    RECEIVED_ON = "received_on_missing"
    COMMITTEE = "committee_missing"
    SCREENING = "screening_missing"
    RIGHTS_NOTICE = "rights_notice_missing"
    CONSENT = "consent_missing"
    REPRESENTATIVE = "representative_missing"
    POWER_OF_ATTORNEY = "power_of_attorney_missing"
    INTERPRETER = "interpreter_missing"
    LATIN_NAME = "latin_name_missing"
    PRESIDING_MEDIATOR = "presiding_mediator_missing"
    CONFLICT_ANSWER = "conflict_answer_missing"
    SESSION = "session_missing"
    SESSION_RECORD = "session_record_missing"
    SIGNED_SHEET = "signed_sheet_missing"
    PREVAILING_TEXT = "prevailing_text_missing"
    RATE = "rate_missing"
    REFERRAL_LETTER = "referral_letter_missing"
    CLOSING_REPORT = "closing_report_missing"
    FILE_ITEM = "file_item_missing"


@dataclass(frozen=True, slots=True)
class MissingItem:
    """`facts` say whose or which: a party's name, a count, the item of the file."""

    code: MissingCode
    weight: Weight
    facts: Mapping[str, object] = field(default_factory=dict)


M = MissingCode
Check = Callable[[CaseFacts, date], Iterator[MissingItem]]


def must_fields(facts: CaseFacts) -> tuple[MissingItem, ...]:
    """Both names, nationalities, office, type, facts and the date received: nothing else."""
    checks = (
        (M.APPLICANT_NAME, _has_named(facts, PartyRole.APPLICANT)),
        (M.RESPONDENT_NAME, _has_named(facts, PartyRole.RESPONDENT)),
        (M.OFFICE, facts.has_office),
        (M.TYPE, facts.has_type),
        (M.FACTS, facts.has_facts),
        (M.RECEIVED_ON, facts.received_on is not None),
    )
    absent = tuple(MissingItem(code, Weight.MUST) for code, known in checks if not known)
    # A related person may stay a name; the two sides have a nationality.
    stateless = tuple(
        MissingItem(M.NATIONALITY, Weight.MUST, {"party": party.name})
        for party in facts.parties
        if party.role is not PartyRole.RELATED and party.name.strip() and not party.nationality
    )
    return absent + stateless


def missing(facts: CaseFacts, today: date) -> tuple[MissingItem, ...]:
    """Everything the case page lists in the present state, must items first."""
    found = [item for check in BY_STATE[facts.state] for item in check(facts, today)]
    return tuple(sorted(found, key=lambda item: item.weight is not Weight.MUST))


def _has_named(facts: CaseFacts, role: PartyRole) -> bool:
    sides = parties.with_role(facts.parties, role)
    return bool(sides) and all(party.name.strip() for party in sides)


def _wanted(code: MissingCode, **details: object) -> MissingItem:
    return MissingItem(code, Weight.IF_NEEDED, details)


def _basics(facts: CaseFacts, today: date) -> Iterator[MissingItem]:
    yield from must_fields(facts)


def _committee(facts: CaseFacts, today: date) -> Iterator[MissingItem]:
    if not facts.has_committee:
        yield MissingItem(M.COMMITTEE, Weight.MUST)


def _intake(facts: CaseFacts, today: date) -> Iterator[MissingItem]:
    left = screening.unanswered(facts.answers, is_family=facts.is_family)
    if left:
        yield _wanted(M.SCREENING, questions=tuple(question.key for question in left))
    for party in facts.parties:
        if party.role is not PartyRole.RELATED:
            if party.rights_told_on is None:
                yield _wanted(M.RIGHTS_NOTICE, party=party.name)
            if party.consented_on is None:
                yield _wanted(M.CONSENT, party=party.name)
        if due := parties.representation_due(party, today):
            yield _wanted(M.REPRESENTATIVE, party=party.name, representation=due)
        if parties.power_of_attorney_due(party):
            yield _wanted(M.POWER_OF_ATTORNEY, party=party.name)
        if party.needs_interpreter and not facts.has_interpreter:
            yield _wanted(M.INTERPRETER, party=party.name)


def _people(facts: CaseFacts, today: date) -> Iterator[MissingItem]:
    if not facts.has_presiding_mediator:
        yield MissingItem(M.PRESIDING_MEDIATOR, Weight.MUST)
    if facts.conflicts_unanswered:
        yield _wanted(M.CONFLICT_ANSWER, count=facts.conflicts_unanswered)


def _names(facts: CaseFacts, today: date) -> Iterator[MissingItem]:
    for party in facts.parties:
        if party.needs_latin_name:
            yield _wanted(M.LATIN_NAME, party=party.name)


def _sessions(facts: CaseFacts, today: date) -> Iterator[MissingItem]:
    if not facts.sessions:
        yield _wanted(M.SESSION)
    elif facts.sessions_without_record:
        yield _wanted(M.SESSION_RECORD, count=facts.sessions_without_record)


def _agreement(facts: CaseFacts, today: date) -> Iterator[MissingItem]:
    agreement = facts.agreement
    if agreement is None:
        return
    if agreement.form is AgreementForm.WRITTEN and not agreement.has_sheet:
        yield _wanted(M.SIGNED_SHEET)
    if agreement.form is AgreementForm.WRITTEN and not agreement.has_prevailing_text:
        yield _wanted(M.PREVAILING_TEXT)
    if len(agreement.currencies) > 1 and not agreement.has_rate:
        yield _wanted(M.RATE)


def _letter(facts: CaseFacts, today: date) -> Iterator[MissingItem]:
    if not facts.has_referral_letter:
        yield _wanted(M.REFERRAL_LETTER)


def _closing(facts: CaseFacts, today: date) -> Iterator[MissingItem]:
    if not facts.has_closing_report:
        yield MissingItem(M.CLOSING_REPORT, Weight.MUST)


def _file(facts: CaseFacts, today: date) -> Iterator[MissingItem]:
    for item in facts.file_missing:
        yield MissingItem(M.FILE_ITEM, Weight.MUST, {"item": item})


_INTAKE: tuple[Check, ...] = (_basics, _committee, _intake)
_TALKS: tuple[Check, ...] = (*_INTAKE, _people, _names, _sessions)
_SETTLED: tuple[Check, ...] = (*_TALKS, _agreement)
S = CaseState

BY_STATE: Mapping[CaseState, tuple[Check, ...]] = {
    S.DRAFT: _INTAKE,
    S.RECEIVED: _INTAKE,
    S.ACCEPTED: (*_INTAKE, _people),
    S.MEDIATING: (*_TALKS, _agreement),
    S.AGREED: _SETTLED,
    S.PERFORMING: _SETTLED,
    S.PERFORMED: (*_SETTLED, _closing),
    S.DEFAULTED: (*_SETTLED, _closing),
    S.NOT_AGREED: (*_TALKS, _closing),
    S.NOT_ACCEPTED: (_closing,),
    S.REFERRED: (_letter, _closing),
    S.TERMINATED: (_closing,),
    S.CLOSED: (_file,),
    S.ARCHIVED: (),
}
