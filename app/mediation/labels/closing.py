"""What are the papers of a complete file called, and how long is it kept?"""

from flask_babel import lazy_gettext as _l

from app.mediation.rules.file_checklist import FileItem, Weight
from app.mediation.rules.retention import RetentionKind
from app.web.labels import register_labels

F = FileItem

ITEMS = {
    F.COVER: _l("File cover"),
    F.CONTENTS: _l("List of contents"),
    F.APPLICATION: _l("Application for mediation"),
    F.ACCEPTANCE_FORM: _l("Acceptance form"),
    F.RIGHTS_NOTICE: _l("Notice of rights and duties"),
    F.IDENTITY_PAPERS: _l("Identity papers of the parties"),
    F.POWER_OF_ATTORNEY: _l("Power of attorney"),
    F.INVESTIGATION_RECORD: _l("Investigation record"),
    F.EVIDENCE: _l("Evidence"),
    F.MEDIATION_RECORD: _l("Mediation record"),
    F.AGREEMENT: _l("Mediation agreement"),
    F.ORAL_AGREEMENT_FORM: _l("Form for an oral agreement"),
    F.INTERPRETER_STATEMENT: _l("Interpreter's statement"),
    F.NOT_SETTLED_NOTICE: _l("Notice that mediation failed"),
    F.REFERRAL_LETTER: _l("Transfer letter"),
    F.PERFORMANCE_PROOF: _l("Proof of performance"),
    F.FOLLOW_UP_RECORD: _l("Follow-up record"),
    F.COURT_STEP_PAPERS: _l("Papers of the court step"),
    F.CLOSING_REPORT: _l("Closing report"),
    F.FILE_NOTE: _l("File note"),
    F.REGISTER_ENTRY: _l("Entry in the register of grassroots mediation"),
    F.BACK_COVER: _l("Back cover"),
}
WEIGHTS = {Weight.MUST: _l("Must"), Weight.IF_NEEDED: _l("If needed")}
"""Of a paper in the file; what a page still misses has words of its own."""

RETENTIONS = {
    RetentionKind.PERMANENT: _l("For ever"),
    RetentionKind.LONG: _l("Long (30 years)"),
    RetentionKind.SHORT: _l("Short (10 years)"),
}


def register() -> None:
    for labels in (ITEMS, RETENTIONS):
        register_labels(labels)
