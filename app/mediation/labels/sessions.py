"""What are the kinds, results and signatures of a sitting called, and what is wrong with it?"""

from flask_babel import lazy_gettext as _l

from app.mediation.kinds import SessionMode, SessionResult, SignatureKind
from app.mediation.rules.sessions import SessionRefusal as R
from app.web.labels import register_labels

MODES = {
    SessionMode.ROOM: _l("In the mediation room"),
    SessionMode.AT_MARKER: _l("At the boundary marker"),
    SessionMode.VIDEO: _l("By video"),
}
RESULTS = {
    SessionResult.SETTLED: _l("The parties agreed"),
    SessionResult.NOT_SETTLED: _l("The parties did not agree"),
    SessionResult.TO_CONTINUE: _l("To be continued"),
}
SIGNATURES = {
    SignatureKind.SIGNED: _l("Signed"),
    SignatureKind.FINGERPRINT: _l("Fingerprint, after it was read aloud"),
    SignatureKind.REFUSED: _l("Refused to sign"),
}
REFUSALS = {
    R.NOT_MEDIATING: _l(
        "Sittings can be recorded and corrected only while the case is in mediation."
    ),
    R.STARTS_IN_FUTURE: _l("This sitting has not begun yet. Record it afterwards."),
    R.ENDS_BEFORE_START: _l("The sitting must end after it began."),
    R.ENDS_IN_FUTURE: _l("This sitting has not ended yet. Leave the end empty for now."),
    R.NOBODY_CAME: _l("Tick at least one person who was there."),
    R.WITNESS_MISSING: _l("%(person)s: enter who read the record aloud before the fingerprint."),
    R.NAME_MISSING: _l("Enter the name of every other person who was there."),
    R.NEXT_WITHOUT_CONTINUING: _l("A next day is only for a sitting that is to be continued."),
    R.NEXT_BEFORE_SESSION: _l("The next sitting cannot be before this one."),
    R.LANGUAGE_MISSING: _l("Choose the language of the record."),
}


def register() -> None:
    for labels in (MODES, RESULTS, SIGNATURES, REFUSALS):
        register_labels(labels)
