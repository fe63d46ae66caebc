"""What are the words of the library's headings?"""

from flask_babel import lazy_gettext as _l

from app.mediation.rules.clause_choice import ClauseGroup
from app.mediation.rules.table_steps import StepState, TableStep
from app.web.labels import register_labels

G = ClauseGroup
HEADINGS = {
    G.PAYMENT: _l("Payment and performance"),
    G.GOODS: _l("Goods and freight"),
    G.HARM: _l("Injury, animals, land"),
    G.FAMILY: _l("Family"),
    G.OTHER: _l("Other clauses"),
    G.CLOSING: _l("Closing clauses"),
    TableStep.CLAUSES: _l("Clauses"),
    TableStep.READING: _l("Read aloud"),
    TableStep.SHEET: _l("Print the sheet"),
    TableStep.SIGNATURES: _l("Signatures and photo"),
    StepState.DONE: _l("Done"),
    StepState.NOW: _l("Next"),
    StepState.LATER: _l("Later"),
}


def register() -> None:
    register_labels(HEADINGS)
