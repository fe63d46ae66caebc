"""What are the words of signing: as what one signs, how far a line is, and what is wrong?"""

from flask_babel import lazy_gettext as _l

from app.mediation.kinds import SigningCapacity
from app.mediation.rules.signing import LineState
from app.mediation.rules.signing import SigningRefusal as R
from app.mediation.rules.supplements import SupplementRefusal as S
from app.web.labels import register_labels

CAPACITIES = {
    SigningCapacity.IN_PERSON: _l("Party, in person"),
    SigningCapacity.AGENT: _l("Agent with power of attorney"),
    SigningCapacity.LEGAL_REPRESENTATIVE: _l("Legal representative"),
    SigningCapacity.GUARDIAN: _l("Guardian"),
    SigningCapacity.PRESIDING: _l("Presiding mediator"),
    SigningCapacity.INVITED: _l("Invited mediator"),
    SigningCapacity.FOREIGN_INVITED: _l("Invited mediator of the other side"),
    SigningCapacity.INTERPRETER: _l("Interpreter"),
    SigningCapacity.RECORDER: _l("Recorder"),
}
STATES = {
    LineState.MISSING: _l("Not signed yet"),
    LineState.SIGNED: _l("Signed"),
    LineState.REFUSED: _l("Refused to sign"),
}
REFUSALS = {
    R.NOTHING_ENTERED: _l("Choose for at least one person whether they signed."),
    R.NOBODY_ACTS: _l(
        "Nobody can sign for %(party)s yet: enter the guardian with the party's particulars."
    ),
    R.ALREADY: _l("%(person)s has signed already; somebody else may have entered it just now."),
    R.WITNESS_MISSING: _l("%(person)s: enter who read the text aloud before the fingerprint."),
    R.IN_FUTURE: _l("%(person)s cannot have signed after now. Check day and time."),
    R.TOO_EARLY: _l("%(person)s cannot have signed before there was anything to sign."),
    R.TEXT_CHANGED: _l(
        "The text is no longer what was signed first. Withdraw the signatures, and let everybody "
        "sign the new text."
    ),
    R.SHEET_DIFFERS: _l(
        "The text was changed after the sheet was printed. Print it anew and let everybody sign "
        "the new sheet."
    ),
    R.SIGNATURES_STAND: _l(
        "Somebody has signed this text. Withdraw the signatures first, then change it."
    ),
    R.WITHDRAWN: _l("There is no signature to withdraw."),
    R.WITHDRAWAL_REASON: _l("Say why the signatures are withdrawn."),
    S.NOT_NOW: _l("What was agreed cannot be changed while the case is: %(state)s."),
    S.NOTHING_IN_FORCE: _l("There is no signed agreement to be changed."),
    S.DRAFT_EXISTS: _l("A supplementary agreement is being written already. Go on with that one."),
    S.NOT_OPEN: _l("Only what is still to be done can be replaced."),
    S.NOT_A_SUPPLEMENT: _l("This is the main agreement; only a supplementary one replaces."),
    S.WENT_OUT: _l("The draft was printed or signed: it stays in the file."),
}


def register() -> None:
    for labels in (CAPACITIES, STATES, REFUSALS):
        register_labels(labels)
