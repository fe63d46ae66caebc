"""What are the papers of a file called, and what is wrong with one that cannot be kept?"""

from flask_babel import lazy_gettext as _l

from app.documents.images import FileFault
from app.mediation.kinds import AttachmentKind, LetterDirection, LetterKind
from app.mediation.rules.attachments import FileRefusal as R
from app.web.labels import register_labels

K, F = AttachmentKind, FileFault

KINDS = {
    K.SIGNED_AGREEMENT: _l("Signed agreement"),
    K.EVIDENCE: _l("Evidence"),
    K.RECEIPT: _l("Receipt"),
    K.POWER_OF_ATTORNEY: _l("Power of attorney"),
    K.SESSION_RECORD: _l("Signed record of a sitting"),
    K.COURT_PAPER: _l("Court paper"),
    K.LETTER: _l("Letter"),
    K.OTHER: _l("Other paper"),
}
EVIDENCE_KINDS = {
    "document": _l("Document"),
    "photo": _l("Photo"),
    "object": _l("Object"),
    "recording": _l("Sound or video recording"),
    "testimony": _l("What a witness said"),
    "on_site": _l("Record made on the spot"),
}
"""What a piece of evidence is; an empty kind is one that nobody has sorted yet."""

LETTER_KINDS = {
    LetterKind.INVITATION: _l("Invitation to mediate together"),
    LetterKind.INFORMATION: _l("Information letter"),
    LetterKind.TRANSFER: _l("Transfer letter"),
}
DIRECTIONS = {LetterDirection.SENT: _l("Sent"), LetterDirection.RECEIVED: _l("Received")}
FAULTS = {
    F.EMPTY: _l("This file is empty. Choose it again."),
    F.TOO_LARGE: _l("This file is larger than 15 MB. Take the photo again in a smaller size."),
    F.TOO_MANY_PIXELS: _l("This picture is too large. Take the photo again in a smaller size."),
    F.TOO_MANY_PAGES: _l("This PDF has more than 200 pages. Split it and upload the parts."),
    F.HEIC: _l(
        "This is an iPhone picture (HEIC), which cannot be kept. Set the camera to “Most "
        "compatible”, or send the picture as JPG."
    ),
    F.ENCRYPTED: _l("This PDF is locked with a password. Upload it without one."),
    F.DAMAGED: _l("This file is damaged or incomplete. Scan or copy it again."),
    F.UNKNOWN_KIND: _l("Only pictures (JPG, PNG) and PDF can be kept; this file is neither."),
}
REFUSALS = {
    R.FILE_SHUT: _l("The file is not open: nothing can be put into it or changed in it now."),
    R.TITLE_MISSING: _l("Say what this is."),
    R.REASON_MISSING: _l("Say why it is taken back."),
    R.ALREADY_WITHDRAWN: _l("This was already taken back."),
    R.IN_USE: _l("This sheet is the record of the agreement and cannot be taken back."),
    R.PAGES_NOT_POSITIVE: _l("Enter the number of pages, at least 1."),
    R.LETTER_IN_FUTURE: _l("This day has not come yet. Enter today or an earlier day."),
    R.ANSWERED_BEFORE_LETTER: _l("A letter cannot be answered before it was written."),
    R.RECEIVED_BEFORE_LETTER: _l("A letter cannot arrive before it was written."),
}


def register() -> None:
    for labels in (KINDS, LETTER_KINDS, DIRECTIONS, FAULTS, REFUSALS):
        register_labels(labels)
