"""Where does a paper go out? Whose copy, masked or whole, and not twice without a word."""

from flask import redirect, url_for
from werkzeug.wrappers import Response

from app.kernel.clock import utc_now
from app.kernel.permissions import Permission
from app.mediation.forms.papers import IssueForm
from app.mediation.models import Agreement, Case, IssuedPaper
from app.mediation.papers.catalogue import AGREEMENTS, PaperRef
from app.mediation.papers.titles import title_of
from app.mediation.queries.scope import may
from app.mediation.services import issuing
from app.mediation.states import CaseState
from app.mediation.views import blueprint
from app.mediation.views.papers import ONE_PAPER, find_ref, public_address
from app.mediation.views.steps import Answer, load, refuse_step, saved, show
from app.web.access import current_actor, requires


@blueprint.route(ONE_PAPER, methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def issue_paper(case_id: int, key: str) -> Answer:
    """The copy is chosen here; whole numbers need a right and a reason, a reprint a tick."""
    case = load(case_id, Permission.MEDIATE)
    ref = find_ref(case, key)
    if case.state is CaseState.ARCHIVED:
        return refuse_step(case)
    form = IssueForm(data={"side": case.country.value})
    issued: list[IssuedPaper] = []
    if saved(form, lambda: issued.append(_issue(case, ref, form))):
        return _to_the_papers(issued[0])
    return show(
        "mediation/papers/issue.html",
        form,
        case=case,
        ref=ref,
        key=key,
        name=title_of(ref, case),
        agreement=_agreement(case, ref),
        unchanged=issuing.unchanged(case, ref, utc_now()),
        can_reveal=may(current_actor(), case, Permission.CASE_REVEAL),
    )


def _issue(case: Case, ref: PaperRef, form: IssueForm) -> IssuedPaper:
    row, _pdf = issuing.issue(
        current_actor(),
        case_id=case.id,
        ref=ref,
        copy=form.copy(),
        base_url=public_address(),
        now=utc_now(),
    )
    return row


def _to_the_papers(row: IssuedPaper) -> Response:
    """The list names what went out; it is opened from there, whole numbers with an entry."""
    return redirect(url_for("mediation.papers", case_id=row.case_id, issued=row.id), 303)


def _agreement(case: Case, ref: PaperRef) -> Agreement | None:
    """Of a sheet the parties sign: the agreement, so that what it lacks can be told."""
    if ref.kind not in AGREEMENTS:
        return None
    return next(each for each in case.agreements if each.id == ref.subject)
