"""What are the papers called that the register prints?"""

from flask_babel import lazy_gettext as _l

from app.mediation.kinds import PaperKind as K
from app.web.labels import register_labels

KINDS = {
    K.COVER: _l("File cover"),
    K.CONTENTS: _l("List of contents"),
    K.APPLICATION: _l("Application for mediation"),
    K.ACCEPTANCE_FORM: _l("Acceptance form"),
    K.RIGHTS_NOTICE: _l("Notice of rights and duties"),
    K.INVESTIGATION_RECORD: _l("Investigation record"),
    K.EVIDENCE_LIST: _l("List of evidence"),
    K.MEDIATION_RECORD: _l("Mediation record"),
    K.AGREEMENT: _l("Mediation agreement"),
    K.VN_SETTLEMENT: _l("Record of successful mediation (Vietnam)"),
    K.ORAL_AGREEMENT: _l("Form for an oral agreement"),
    K.INTERPRETER_STATEMENT: _l("Interpreter's statement"),
    K.NOT_SETTLED_NOTICE: _l("Notice that mediation failed"),
    K.LETTER: _l("Letter"),
    K.PERFORMANCE_RECEIPT: _l("Receipt of performance"),
    K.FOLLOW_UP_RECORD: _l("Follow-up record"),
    K.COURT_APPLICATION: _l("Application to the court"),
    K.FILE_NOTE: _l("File note"),
    K.CLOSING_REPORT: _l("Closing report"),
    K.REGISTER_ENTRY: _l("Entry in the register of grassroots mediation"),
    K.BACK_COVER: _l("Back cover"),
}


def register() -> None:
    register_labels(KINDS)
