"""What is said of an issued paper, of a check, and of a file on its way to one PDF?"""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.mediation.models import BuildFailure, BuildState
from app.mediation.rules.papers import PaperRefusal as R
from app.mediation.rules.papers import Sameness, Standing
from app.mediation.services.paper_check import Verdict
from app.web.labels import register_labels

REFUSALS = {
    R.REVEAL_REASON: _l("Say why full numbers are needed; the reason is kept."),
    R.WITHDRAW_REASON: _l("Say why the paper is withdrawn."),
    R.SAME_ISSUED: _l(
        "This very copy went out already under %(serial)s. Open that one, or tick that it is "
        "printed again."
    ),
    R.ALREADY_WITHDRAWN: _l("This paper was withdrawn already."),
    R.TOO_MANY_CHECKS: _l("Too many questions from here. Try again in %(minutes)s minutes."),
}
STANDINGS = {
    Standing.ISSUED: _l("Issued"),
    Standing.WITHDRAWN: _l("Taken back (paper)"),
    Standing.UNKNOWN: _l("Not known here"),
}
SAMENESS = {
    Sameness.IDENTICAL: _l("Identical"),
    Sameness.CHANGED: _l("Changed"),
    Sameness.UNKNOWN: _l("Not known here"),
}
STATES = {
    BuildState.WAITING: _l("Waiting to be put together"),
    BuildState.RUNNING: _l("Being put together"),
    BuildState.DONE: _l("Ready"),
    BuildState.FAILED: _l("Not put together"),
    BuildState.DROPPED: _l("No longer kept"),
}
FAILURES = {
    BuildFailure.NOT_PERMITTED: _l("Whoever asked may no longer read this case like that."),
    BuildFailure.TOO_LARGE: _l(
        "The attachments are larger than 100 MB together. Put the file together masked, and print "
        "the attachments one by one."
    ),
    BuildFailure.CRASHED: _l("A fault stopped it. Ask once more, or tell your administrator."),
    BuildFailure.GIVEN_UP: _l("It was begun three times and never ended. Tell your administrator."),
}


def explained(verdict: Verdict) -> str:
    """What the answer means for whoever holds the paper, in one sentence."""
    if verdict.standing is Standing.WITHDRAWN:
        return _("This paper was issued by a mediation office and later taken back. It no longer "
                 "counts.")  # fmt: skip
    if verdict.sameness is Sameness.IDENTICAL:
        return _("This is the very file that was issued. Nothing in it was changed.")
    if verdict.sameness is Sameness.CHANGED:
        return _("This file bears the number of a paper that was issued, but it is not the file "
                 "that was issued: something in it is different.")  # fmt: skip
    if verdict.standing is Standing.ISSUED:
        return _("A mediation office issued this paper, and it counts. Compare number and date "
                 "with what you hold.")  # fmt: skip
    if verdict.sameness is Sameness.UNKNOWN:
        return _("No paper issued here is this file or is named in it. A photo or a scan of a "
                 "paper cannot be compared: check its number instead.")  # fmt: skip
    return _("No paper with this number and check code was issued here. Look again whether both "
             "are typed as they are printed.")  # fmt: skip


def register() -> None:
    for labels in (REFUSALS, STANDINGS, SAMENESS, STATES, FAILURES):
        register_labels(labels)
