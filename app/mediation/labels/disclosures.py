"""What is said of a request to let something cross the border, and why can it not be allowed?"""

from flask_babel import lazy_gettext as _l

from app.mediation.kinds import DisclosureEnd as E
from app.mediation.kinds import DisclosureKind as K
from app.mediation.rules.disclosures import DisclosureRefusal as R
from app.mediation.rules.disclosures import DisclosureState as S
from app.mediation.services.joint import JointPart
from app.web.labels import register_labels

KINDS = {
    K.LETTER: _l("A letter that names a person"),
    K.JOINT_VIEW: _l("Joint view for a mediator of the other side"),
}
STATES = {
    S.WAITING: _l("Waits for a reviewer"),
    S.APPROVED: _l("Approved"),
    S.REFUSED: _l("Refused"),
    S.ON_HOLD: _l("On hold: a consent is missing"),
    S.USED: _l("The letter has gone out"),
    S.EXPIRED: _l("Its last day is over"),
    S.ENDED: _l("Ended"),
}
TONES = {S.WAITING: "yellow", S.APPROVED: "green", S.REFUSED: "red", S.ON_HOLD: "yellow"}
ENDS = {
    E.TAKEN_BACK: _l("taken back before it was decided or used"),
    E.REVOKED: _l("revoked"),
    E.CONSENT_WITHDRAWN: _l("a party took back the consent to sharing"),
    E.TEXT_CHANGED: _l("the text of the letter was changed"),
    E.DUTY_ENDED: _l("the mediator's duty in the case has ended"),
}
PARTS = {
    JointPart.PAPERS: _l("Invitation, minutes and agreement"),
    JointPart.AGREEMENT_COPY: _l("Copy of the agreement"),
}
REFUSALS = {
    R.FILE_SHUT: _l("The file is not open: nothing can be asked for it now."),
    R.NO_PARTIES: _l("Enter the parties first."),
    R.CONSENT_MISSING: _l(
        "Nothing of the case may cross the border before every party has consented to sharing. "
        "Missing: %(names)s."
    ),
    R.PURPOSE_MISSING: _l("Say what it is needed for."),
    R.ALREADY_RUNNING: _l("The same was asked for already and has not ended."),
    R.LETTER_NOT_READY: _l("First finish the draft: subject and text in both languages."),
    R.LETTER_NAMES_NOBODY: _l("This letter needs no approval: it takes no name over the border."),
    R.TEXT_CHANGED: _l("The letter is no longer what was asked for. It must be asked for again."),
    R.NOT_OTHER_SIDES_MEDIATOR: _l("Choose an invited mediator of the other side in this case."),
    R.ACCOUNT_MISSING: _l("Enter the user name the other side gave you."),
    R.UNTIL_PAST: _l("The last day is over. Choose a day that is still to come."),
    R.UNTIL_TOO_FAR: _l("That is too long. The last day can be %(latest)s at most."),
    R.ALREADY_DECIDED: _l("This was decided already, or has ended."),
    R.NOT_RUNNING: _l("There is nothing to revoke: it was refused, is over, or has been used."),
    R.OWN_REQUEST: _l("You asked for this yourself. Somebody else decides."),
    R.OWN_TEXT: _l("You wrote this letter or its translation. Somebody else decides."),
    R.SUCCESSOR_OPEN: _l(
        "A party to this memorandum has ended and nobody is confirmed in its place. Until then "
        "nothing can be shared under it."
    ),
    R.INSTRUMENT_MISSING: _l(
        "No memorandum is known to be in force for this place. Name the instrument or "
        "instruction that allows it in this case."
    ),
    R.REASON_MISSING: _l("Say why."),
}


def register() -> None:
    for labels in (KINDS, STATES, ENDS, PARTS, REFUSALS):
        register_labels(labels)


def disclosure_tone(state: S) -> str:
    """The colour of a state; grey for what is over."""
    return TONES.get(state, "grey")
