"""How far can a translation be trusted, and why does a confirmation not count?"""

from flask_babel import lazy_gettext as _l

from app.kernel.bilingual import Language, TranslationStatus
from app.mediation.rules.statements import StatementRefusal as R
from app.web.labels import register_labels

T = TranslationStatus

STATUSES = {
    T.NONE: _l("No translation yet"),
    T.UNCONFIRMED: _l("Translation not confirmed"),
    T.LIBRARY: _l("Both texts from the clause library"),
    T.SECOND_PERSON: _l("Confirmed by a second person"),
    T.READ_BACK: _l("Read back to the party, who agreed"),
    T.OTHER_SIDE_MEDIATOR: _l("Confirmed by the other side's mediator"),
}
TONES = {T.NONE: "grey", T.UNCONFIRMED: "yellow"}
LANGUAGES = {Language.ZH: _l("Chinese"), Language.VI: _l("Vietnamese")}
REFUSALS = {
    R.NOTHING_TO_CONFIRM: _l("There is no translation to confirm yet."),
    R.NOT_A_WAY: _l("Choose how the translation is confirmed."),
    R.CONFIRMER_MISSING: _l("Say who read it or who confirms it."),
    R.OWN_TRANSLATION: _l("You wrote this translation. Somebody else must confirm it."),
    R.INTERPRETERS_OWN: _l("An interpreter never confirms an own translation."),
    R.DATE_MISSING: _l("Enter the day on which it was confirmed."),
    R.IN_FUTURE: _l("The day of confirmation is in the future."),
    R.PARTY_MISSING: _l("Choose the party it was read to."),
    R.PARTY_DID_NOT_AGREE: _l("It counts only if the party agreed with what was read."),
    R.NOT_THE_OTHER_SIDES: _l("Choose a mediator of the other side who takes part in this case."),
}


def register() -> None:
    for labels in (STATUSES, LANGUAGES, REFUSALS):
        register_labels(labels)


def tone(status: TranslationStatus) -> str:
    """The colour of a status: what is confirmed is green."""
    return TONES.get(status, "green")
