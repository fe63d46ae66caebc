"""What are memorandum words called?"""

from flask_babel import lazy_gettext as _l

from app.bilateral.models import MemorandumStatus, TitleBasis
from app.web.labels import register_labels

LABELS = {
    MemorandumStatus.UNKNOWN: _l("Not known whether in force"),
    MemorandumStatus.IN_FORCE: _l("In force"),
    MemorandumStatus.ENDED: _l("No longer in force"),
    TitleBasis.PRINTED_ZH: _l(
        "The Chinese title is as reported; the Vietnamese one is our translation."
    ),
    TitleBasis.PRINTED_BOTH: _l("Both titles are as printed."),
    TitleBasis.DESCRIBED: _l("The title is our description; the printed one is not known."),
}


def register() -> None:
    register_labels(LABELS)
