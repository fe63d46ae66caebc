"""What are states and moves called, and how does a move explain itself before it is made?"""

from flask_babel import lazy_gettext as _l

from app.mediation.kinds import Route, TerminationKind
from app.mediation.rules.move_dates import MoveDateRefusal
from app.mediation.rules.moves import MoveRefusal
from app.mediation.states import CaseAction, CaseState, Outcome
from app.web.labels import register_labels

S, A, R = CaseState, CaseAction, MoveRefusal

STATES = {
    S.DRAFT: _l("Draft"),
    S.RECEIVED: _l("Application received"),
    S.ACCEPTED: _l("Accepted"),
    S.NOT_ACCEPTED: _l("Not accepted"),
    S.REFERRED: _l("Referred to another authority"),
    S.TERMINATED: _l("Mediation terminated"),
    S.MEDIATING: _l("In mediation"),
    S.AGREED: _l("Settled"),
    S.NOT_AGREED: _l("Not settled"),
    S.PERFORMING: _l("Agreement being performed"),
    S.PERFORMED: _l("Agreement performed"),
    S.DEFAULTED: _l("Agreement not performed"),
    S.CLOSED: _l("Case closed"),
    S.ARCHIVED: _l("In the archive"),
}
TONES = {
    S.DRAFT: "grey",
    S.RECEIVED: "yellow",
    S.ACCEPTED: "blue",
    S.MEDIATING: "blue",
    S.AGREED: "green",
    S.PERFORMING: "purple",
    S.PERFORMED: "green",
    S.DEFAULTED: "red",
}
"""The colour of a state's tag; grey where nothing more is to be done on the merits."""

ACTIONS = {
    A.RECEIVE: _l("Register the application"),
    A.ACCEPT: _l("Accept the case"),
    A.DECLINE: _l("Do not accept the case"),
    A.REFER: _l("Refer to another authority"),
    A.TERMINATE: _l("Terminate the mediation"),
    A.START_MEDIATION: _l("Start the mediation"),
    A.SETTLE: _l("Record the agreement"),
    A.FAIL: _l("Record that no agreement was reached"),
    A.BEGIN_PERFORMANCE: _l("Begin performance"),
    A.COMPLETE_PERFORMANCE: _l("Record that everything was performed"),
    A.DEFAULT: _l("Record that the agreement is not performed"),
    A.RESUME: _l("Performance goes on"),
    A.CLOSE: _l("Close the case"),
    A.ARCHIVE: _l("Put the file into the archive"),
    A.REOPEN: _l("Mediate again"),
}
EXPLANATIONS = {
    A.ACCEPT: _l(
        "The committee takes the dispute on. The case gets its number, which the agreement will "
        "also bear, and the period for mediation starts."
    ),
    A.DECLINE: _l(
        "The committee does not take the dispute on. The parties are told why, and which other "
        "lawful way is open to them. This cannot be undone."
    ),
    A.REFER: _l(
        "The dispute goes to the authority that is competent for it. Mediation here ends. "
        "This cannot be undone."
    ),
    A.TERMINATE: _l(
        "Mediation ends without a result, for instance because the applicant withdraws or a party "
        "no longer wants it. This cannot be undone."
    ),
    A.START_MEDIATION: _l(
        "The presiding mediator begins the talks. From now on sittings can be recorded and an "
        "agreement can be written."
    ),
    A.FAIL: _l(
        "The parties did not agree. They are told which other lawful way is open to them. "
        "The case can be mediated again later, once it has been closed."
    ),
    A.ARCHIVE: _l(
        "The file is complete and goes to the archive. After this nothing in it can be changed."
    ),
    A.REOPEN: _l(
        "The parties want to talk again, for instance because the agreement is disputed. The case "
        "keeps its number and returns to mediation; the former end stays in its history."
    ),
}
ROUTES = {
    Route.COURT: _l("Sue in court"),
    Route.ARBITRATION: _l("Arbitration"),
    Route.ADMINISTRATIVE: _l("Ask the competent administrative authority"),
    Route.POLICE: _l("Report to the police"),
    Route.BORDER_REPRESENTATIVES: _l("Border representatives"),
    Route.OTHER_SIDE: _l("The other side's authority"),
}
TERMINATIONS = {
    TerminationKind.WITHDRAWN: _l("The applicant withdrew the application"),
    TerminationKind.PARTY_REFUSED: _l("A party no longer wants to mediate"),
    TerminationKind.OTHER: _l("Another reason"),
}
OUTCOMES = {
    Outcome.SETTLED: _l("Settled"),
    Outcome.NOT_SETTLED: _l("Not settled"),
    Outcome.NOT_ACCEPTED: _l("Not accepted"),
    Outcome.REFERRED: _l("Referred to another authority"),
    Outcome.TERMINATED: _l("Mediation terminated"),
}
REFUSALS = {
    R.REASON: _l("Say why: this step ends or undoes something, so the file must show the reason."),
    R.ROUTE: _l("Choose which other lawful way the parties were told."),
    R.SCREENED_OUT: _l(
        "Screening says that this belongs elsewhere (%(refers_to)s). Refer the case, or correct "
        "the answer if it was wrong."
    ),
    R.REFERRED_TO: _l("Enter the authority the dispute is referred to."),
    R.TERMINATION_KIND: _l("Choose why the mediation ends."),
    R.AGREEMENT: _l("There is no agreement yet. Write it first."),
    R.EFFECTIVE_DATE: _l("The agreement has no day on which it takes effect."),
    R.EFFECTIVE_BEFORE_RECEIPT: _l(
        "The agreement cannot take effect before the application was received."
    ),
    R.AGREEMENT_UNSIGNED: _l("The written agreement is not signed yet."),
    R.NOTHING_OWED: _l("The agreement contains nothing that is still to be done."),
    R.OBLIGATIONS_OPEN: _l("Not everything that was agreed has been done yet."),
    R.NOTHING_OPEN: _l("Everything that was agreed has been done."),
    R.NEVER_ACCEPTED: _l(
        "This case was never accepted, so there is nothing to mediate again. Register a new case."
    ),
    MoveDateRefusal.IN_FUTURE: _l("This day has not come yet. Enter today or an earlier day."),
    MoveDateRefusal.BEFORE_RECEIPT: _l("This cannot have been before the application came in."),
    MoveDateRefusal.BEFORE_LAST_MOVE: _l("This cannot have been before the case's last step."),
}


def register() -> None:
    for labels in (STATES, ACTIONS, ROUTES, TERMINATIONS, OUTCOMES, REFUSALS):
        register_labels(labels)
