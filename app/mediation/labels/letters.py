"""What is said of a letter's way, and why can it not take the next step?"""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.kernel.bilingual import TranslationStatus
from app.mediation.models import StatementText
from app.mediation.rules.letters import LetterRefusal as R
from app.mediation.rules.letters import LetterStage as S
from app.web.labels import label, register_labels

STAGES = {
    S.DRAFT: _l("Draft letter"),
    S.WAITING: _l("Waits for approval"),
    S.APPROVED: _l("Approved, not sent yet"),
    S.SENT: _l("Sent"),
    S.ARRIVED: _l("Arrived"),
    S.ANSWERED: _l("Answered"),
    S.WITHDRAWN: _l("Withdrawn"),
}
TONES = {
    S.DRAFT: "grey",
    S.WAITING: "yellow",
    S.APPROVED: "green",
    S.SENT: "blue",
    S.ARRIVED: "blue",
    S.ANSWERED: "green",
    S.WITHDRAWN: "red",
}
REFUSALS = {
    R.NOT_A_DRAFT: _l("This letter has gone out: its text can no longer be changed."),
    R.NOT_SENT: _l("This letter has not been sent yet."),
    R.IS_WITHDRAWN: _l("This letter was withdrawn."),
    R.ADDRESSEE_MISSING: _l("Choose the authority the letter goes to, or enter its name."),
    R.ADDRESSEE_NOT_THERE: _l("This authority no longer exists. Choose the one in its place."),
    R.ADDRESSEE_SIDE: _l("This authority is not on the side you chose."),
    R.SUBJECT_MISSING: _l("Say what the letter is about."),
    R.TEXT_MISSING: _l("The letter needs its subject and its text in both languages."),
    R.NAMES_SOMEBODY: _l(
        "The text names %(names)s. Take the name out, or tick that the letter names a person."
    ),
    R.NOT_APPROVED: _l(
        "This letter takes a person's name across the border. A reviewer must approve it first."
    ),
}


def register() -> None:
    for labels in (STAGES, REFUSALS):
        register_labels(labels)


def letter_status(text: StatementText) -> str:
    """How far the translation of a letter can be trusted; the usual text needs no trust."""
    usual = text.status is TranslationStatus.LIBRARY
    return _("Usual text, the same in both languages") if usual else label(text.status)


def stage_tone(stage: S) -> str:
    return TONES[stage]
