"""How is said what a case still lacks?"""

from flask_babel import lazy_gettext as _l

from app.mediation.rules.file_checklist import Weight
from app.mediation.rules.missing import MissingCode as M
from app.web.labels import register_labels

MISSING = {
    M.APPLICANT_NAME: _l("Name of the applicant"),
    M.RESPONDENT_NAME: _l("Name of the respondent"),
    M.NATIONALITY: _l("Nationality of %(party)s"),
    M.OFFICE: _l("Handling office"),
    M.TYPE: _l("Type of dispute"),
    M.FACTS: _l("What happened"),
    M.RECEIVED_ON: _l("Day received"),
    M.COMMITTEE: _l("Committee that seals the agreement"),
    M.SCREENING: _l("Screening questions not yet asked"),
    M.RIGHTS_NOTICE: _l("Notice of rights and duties given to %(party)s"),
    M.CONSENT: _l("Consent of %(party)s to keeping the file"),
    M.REPRESENTATIVE: _l("Representative of %(party)s: %(representation)s"),
    M.POWER_OF_ATTORNEY: _l("Power of attorney of the agent of %(party)s"),
    M.INTERPRETER: _l("Interpreter for %(party)s"),
    M.LATIN_NAME: _l("Name of %(party)s in Latin letters, for the Vietnamese text"),
    M.PRESIDING_MEDIATOR: _l("Presiding mediator"),
    M.CONFLICT_ANSWER: _l("Conflict of interest: %(count)s people not asked yet"),
    M.SESSION: _l("A mediation session"),
    M.SESSION_RECORD: _l("Record of a session: %(count)s still without one"),
    M.SIGNED_SHEET: _l("Photo or scan of the signed agreement"),
    M.PREVAILING_TEXT: _l("The agreement in the language that counts"),
    M.RATE: _l("Exchange rate between the two currencies"),
    M.REFERRAL_LETTER: _l("Letter of referral"),
    M.CLOSING_REPORT: _l("Closing report"),
    M.FILE_ITEM: _l("In the file: %(item)s"),
}
WEIGHTS = {Weight.MUST: _l("Needed"), Weight.IF_NEEDED: _l("Still open")}


def register() -> None:
    for labels in (MISSING, WEIGHTS):
        register_labels(labels)
