"""What are memorandum words called?"""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.bilateral.models import MemorandumChange, MemorandumStatus, TitleBasis
from app.bilateral.rules import ChangeRefused, MemorandumField
from app.bilateral.services.changes import values_of
from app.web.filters import day
from app.web.labels import label, register_labels

LABELS = {
    MemorandumStatus.UNKNOWN: _l("Not known whether in force"),
    MemorandumStatus.IN_FORCE: _l("In force"),
    MemorandumStatus.ENDED: _l("No longer in force"),
    TitleBasis.PRINTED_ZH: _l(
        "The Chinese title is as reported; the Vietnamese one is our translation."
    ),
    TitleBasis.PRINTED_BOTH: _l("Both titles are as printed."),
    TitleBasis.DESCRIBED: _l("The title is our description; the printed one is not known."),
    ChangeRefused.NOTHING_CHANGED: _l("Nothing on this page differs from what is known already."),
    ChangeRefused.NO_INSTRUMENT: _l("Name the document that says so."),
    ChangeRefused.ONE_WAITS: _l("A change of this paper already waits for a second person."),
    ChangeRefused.OWN_CHANGE: _l("Somebody else must decide on a change that you proposed."),
    ChangeRefused.ALREADY_DECIDED: _l("This change has been decided on already."),
}

FIELDS = {
    MemorandumField.TITLE_ZH: _l("Title in Chinese"),
    MemorandumField.TITLE_VI: _l("Title in Vietnamese"),
    MemorandumField.TITLE_BASIS: _l("About the titles"),
    MemorandumField.STATUS: _l("State"),
    MemorandumField.SIGNED_ON: _l("Signed on"),
    MemorandumField.PLACE_ZH: _l("Signed at, in Chinese"),
    MemorandumField.PLACE_VI: _l("Signed at, in Vietnamese"),
    MemorandumField.DISPUTE_TYPES_ZH: _l("Kinds of dispute, in Chinese"),
    MemorandumField.DISPUTE_TYPES_VI: _l("Kinds of dispute, in Vietnamese"),
    MemorandumField.LANGUAGES_ZH: _l("Working languages, in Chinese"),
    MemorandumField.LANGUAGES_VI: _l("Working languages, in Vietnamese"),
    MemorandumField.SHAREABLE_ZH: _l("What may be shared, in Chinese"),
    MemorandumField.SHAREABLE_VI: _l("What may be shared, in Vietnamese"),
    MemorandumField.CONTACT_ZH: _l("Contact, in Chinese"),
    MemorandumField.CONTACT_VI: _l("Contact, in Vietnamese"),
    MemorandumField.NOTE_ZH: _l("Note, in Chinese"),
    MemorandumField.NOTE_VI: _l("Note, in Vietnamese"),
}


def lines_of(change: MemorandumChange) -> list[tuple[str, str, str]]:
    """What a change changes: the field, what is known now, what it is to be."""
    row = change.memorandum
    return [
        (label(MemorandumField(name)), _said(getattr(row, name)), _said(value))
        for name, value in values_of(change).items()
    ]


def _said(value: Any) -> str:
    if isinstance(value, (MemorandumStatus, TitleBasis)):
        return label(value)
    return (day(value) if isinstance(value, date) else value) or _("Unknown")


def register() -> None:
    register_labels(LABELS | FIELDS)
