"""On which page is something entered that a case still lacks?"""

from flask import url_for

from app.mediation.models import Case, Party
from app.mediation.rules.missing import MissingCode as M
from app.mediation.rules.missing import MissingItem
from app.mediation.states import CaseState

ESSENTIAL = frozenset(
    {
        M.APPLICANT_NAME, M.RESPONDENT_NAME, M.NATIONALITY, M.OFFICE, M.TYPE, M.FACTS,
        M.RECEIVED_ON,
    }
)  # fmt: skip
OF_CASE = {
    M.APPLICANT_NAME: "mediation.add_party",
    M.RESPONDENT_NAME: "mediation.add_party",
    M.TYPE: "mediation.dispute",
    M.FACTS: "mediation.dispute",
    M.RECEIVED_ON: "mediation.source",
    M.COMMITTEE: "mediation.basis",
    M.SCREENING: "mediation.answer_screening",
}
OF_PARTY = {
    M.NATIONALITY: "mediation.edit_party",
    M.RIGHTS_NOTICE: "mediation.tell_rights",
    M.CONSENT: "mediation.give_consent",
    M.REPRESENTATIVE: "mediation.edit_party",
    M.LATIN_NAME: "mediation.edit_party",
}
ON_CASE_PAGE = {
    M.POWER_OF_ATTORNEY: "attachments",
    M.INTERPRETER: "people",
    M.PRESIDING_MEDIATOR: "people",
    M.CONFLICT_ANSWER: "people",
    M.SESSION: "sessions",
    M.SESSION_RECORD: "sessions",
    M.SIGNED_SHEET: "agreement",
    M.PREVAILING_TEXT: "agreement",
    M.RATE: "agreement",
    M.REFERRAL_LETTER: "letters",
    M.CLOSING_REPORT: "closing",
    M.FILE_ITEM: "file",
}


def link_of(case: Case, item: MissingItem) -> str | None:
    """The page, or the part of the case page; None where nothing can be entered by hand."""
    if case.state is CaseState.DRAFT and item.code in ESSENTIAL:
        return url_for("mediation.essentials", case_id=case.id)
    if item.code in OF_PARTY and (party := _party(case, item)) is not None:
        return url_for(OF_PARTY[item.code], case_id=case.id, party_id=party.id)
    if item.code in OF_CASE:
        return url_for(OF_CASE[item.code], case_id=case.id)
    part = ON_CASE_PAGE.get(item.code)
    return f"#{part}" if part else None


def _party(case: Case, item: MissingItem) -> Party | None:
    name = item.facts.get("party")
    return next((party for party in case.parties if party.name == name), None)
