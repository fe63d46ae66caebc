"""What is said of the people in dispute, their papers, and what is wrong with a number?"""

from flask_babel import lazy_gettext as _l

from app.kernel.identity import DocumentFinding as F
from app.kernel.identity import DocumentKind, Sex
from app.mediation.kinds import ConsentPurpose, PartyKind, PartyRole, RepresentativeKind
from app.mediation.rules.particulars import Particular
from app.mediation.rules.particulars import PartyRefusal as R
from app.web.labels import register_labels

ROLES = {
    PartyRole.APPLICANT: _l("Applicant"),
    PartyRole.RESPONDENT: _l("Respondent"),
    PartyRole.RELATED: _l("Person with related rights or duties"),
}
KINDS = {PartyKind.NATURAL: _l("A person"), PartyKind.LEGAL: _l("A company or organisation")}
SEXES = {Sex.MALE: _l("Male"), Sex.FEMALE: _l("Female")}
DOCUMENTS = {
    DocumentKind.CN_ID: _l("Chinese resident identity card"),
    DocumentKind.VN_CCCD: _l("Vietnamese citizen identity card (12 digits)"),
    DocumentKind.VN_CMND: _l("Former Vietnamese identity card (9 digits)"),
    DocumentKind.CN_BORDER_PERMIT: _l("Chinese border exit and entry permit"),
    DocumentKind.VN_BORDER_PASS: _l("Vietnamese border pass"),
    DocumentKind.PASSPORT: _l("Passport"),
    DocumentKind.OTHER: _l("Another document"),
    DocumentKind.NONE_SEEN: _l("No document seen"),
}
REPRESENTATIVES = {
    RepresentativeKind.AGENT: _l("Authorised agent (power of attorney)"),
    RepresentativeKind.LEGAL_REPRESENTATIVE: _l("Legal representative of the organisation"),
    RepresentativeKind.GUARDIAN: _l("Guardian"),
}
PURPOSES = {
    ConsentPurpose.MEDIATION_FILE: _l("Keeping these particulars in the mediation file"),
    ConsentPurpose.SHARING: _l("Telling the other side of the border about the case"),
}
PARTICULARS = {
    Particular.DOCUMENT_NUMBER: _l("Document number"),
    Particular.PHONE: _l("Telephone"),
    Particular.ADDRESS: _l("Address"),
}
FINDINGS = {
    F.NUMBER_MISSING: _l("Enter the number, or choose that no document was seen."),
    F.NUMBER_NOT_EXPECTED: _l("No document was seen, so there is no number. Empty one of the two."),
    F.CN_ID_LENGTH: _l("A Chinese identity number has 18 signs: 17 digits, then a digit or X."),
    F.CN_ID_FIFTEEN_DIGITS: _l(
        "This is the old 15-digit number. Ask for the present card with 18 signs."
    ),
    F.CN_ID_DATE: _l("Digits 7 to 14 are the date of birth, and here they are no such day."),
    F.CN_ID_CHECK_DIGIT: _l("The last sign does not fit the others. Look for a mistyped digit."),
    F.CN_ID_SEX_DIFFERS: _l("By the number this would be a person of the other sex."),
    F.CN_ID_BIRTH_DIFFERS: _l("The date of birth in the number is another one."),
    F.CCCD_LENGTH: _l("A Vietnamese citizen number has 12 digits."),
    F.CCCD_BIRTH_YEAR_FUTURE: _l("By digits 4 to 6 the year of birth would be in the future."),
    F.CCCD_SEX_DIFFERS: _l("Digit 4 stands for a person of the other sex."),
    F.CCCD_BIRTH_YEAR_DIFFERS: _l("Digits 4 to 6 stand for another year of birth."),
    F.CCCD_UNKNOWN_CODE: _l("The first three digits are no known place of registration."),
    F.CMND_LENGTH: _l("The former identity card has 9 digits."),
    F.CMND_LEGACY: _l("This card is no longer issued. Ask whether there is a newer one."),
    F.PERMIT_SHAPE: _l("A border pass number has 5 to 20 letters and digits."),
    F.PASSPORT_SHAPE: _l("A passport number has 5 to 15 letters and digits."),
    F.PASSPORT_UNUSUAL: _l("Passport numbers of the two countries usually look different."),
    F.OTHER_SHAPE: _l("A document number has at most 40 signs."),
}
REFUSALS = {
    R.NAME_MISSING: _l("Enter the name."),
    R.BORN_IN_FUTURE: _l("The date of birth is in the future."),
    R.DOCUMENT_KIND_MISSING: _l("Choose what kind of document the number is from."),
    R.EXPIRES_BEFORE_ISSUED: _l("The document would expire before it was issued."),
    R.ISSUED_IN_FUTURE: _l("The day of issue is in the future."),
    R.PHONE_NOT_VALID: _l("This is no telephone number of %(country)s."),
    R.UNKNOWN_CODE: _l("This choice is no longer in use. Choose another."),
    R.REPRESENTATIVE_NAME_MISSING: _l("Enter the representative's name."),
    R.REPRESENTATIVE_KIND_MISSING: _l("Choose what kind of representative this is."),
    R.NOT_REMOVABLE: _l("After acceptance the file names this party: nobody is removed."),
    R.NAME_SIGNED: _l(
        "This name stands in an agreement that was signed. It stays as it was signed; add a person "
        "who is somebody else as a party of their own."
    ),
    R.REASON_MISSING: _l("Say why you need to see it."),
    R.NOTHING_TO_REVEAL: _l("Nothing is kept here."),
    R.DATE_IN_FUTURE: _l("This day is in the future."),
    R.LANGUAGE_MISSING: _l("Choose the language it was said in."),
    R.ALREADY_CONSENTED: _l("This consent is already given."),
    R.ALREADY_WITHDRAWN: _l("This consent was already withdrawn."),
    R.WITHDRAWN_BEFORE_GIVEN: _l("A consent cannot be withdrawn before it was given."),
}


def register() -> None:
    for labels in (ROLES, KINDS, SEXES, DOCUMENTS, REPRESENTATIVES, PURPOSES):
        register_labels(labels)
    for labels in (PARTICULARS, FINDINGS, REFUSALS):
        register_labels(labels)
