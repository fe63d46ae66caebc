"""What is said of a proposed change of the clause library, and why does it not go through?"""

from flask_babel import lazy_gettext as _l

from app.mediation.rules.clause_proposals import ProposalEnd as E
from app.mediation.rules.clause_proposals import ProposalKind as K
from app.mediation.rules.clause_proposals import ProposalRefusal as R
from app.web.labels import register_labels

KINDS = {
    K.NEW_CLAUSE: _l("New clause"),
    K.NEW_VERSION: _l("New wording"),
    K.WITHDRAWAL: _l("No longer offered"),
    K.RESTORATION: _l("Offered again"),
}
ENDS = {
    E.APPROVED: _l("Approved, in force"),
    E.REFUSED: _l("Refused"),
    E.TAKEN_BACK: _l("Taken back"),
}
TONES = {E.APPROVED: "green", E.REFUSED: "red", E.TAKEN_BACK: "grey"}
REFUSALS = {
    R.NOTHING_NEW: _l("Nothing would change: this is how it is now."),
    R.ONE_WAITS: _l("A change of this clause waits already. It is decided or taken back first."),
    R.REASON_MISSING: _l("Say why."),
    R.ALREADY_DECIDED: _l("This was decided already, or was taken back."),
    R.OWN_PROPOSAL: _l("You proposed this yourself. Somebody else decides."),
    R.SAME_COUNTRY: _l(
        "Both countries write their agreements from this library. What one side proposed is "
        "approved by a reviewer of the other side."
    ),
    R.OUTDATED: _l(
        "The clause has changed since this was proposed. Refuse it, and have it proposed anew."
    ),
    R.NOT_YOURS: _l("Only who proposed it can take it back."),
}


def register() -> None:
    for labels in (KINDS, ENDS, REFUSALS):
        register_labels(labels)


def proposal_tone(end: E | None) -> str:
    """The colour of where a proposal stands; yellow while it waits."""
    return TONES[end] if end is not None else "yellow"
