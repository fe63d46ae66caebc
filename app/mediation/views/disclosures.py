"""Where does an officer ask that something crosses the border, and take it back?"""

from datetime import timedelta

from flask import current_app, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.kernel.clock import utc_now
from app.kernel.permissions import Permission
from app.mediation.forms.disclosures import JointViewForm, PurposeForm, RevokeForm
from app.mediation.kinds import Duty
from app.mediation.labels.disclosures import disclosure_tone
from app.mediation.models import Case, CaseMediator, Disclosure
from app.mediation.queries.case_facts import active_people
from app.mediation.queries.disclosures import (
    disclosure_state,
    disclosures_of,
    is_running,
    without_consent,
)
from app.mediation.queries.letters import get_letter
from app.mediation.services import disclosure_requests, disclosures
from app.mediation.services.opening import child
from app.mediation.states import FILE_OPEN
from app.mediation.views import blueprint
from app.mediation.views.form_page import form_page
from app.mediation.views.letters import ONE as LETTER
from app.mediation.views.steps import load, page_of, refuse_step, today_of
from app.web.access import current_actor, requires

EDIT = Permission.CASE_EDIT

blueprint.add_app_template_global(disclosures_of)
blueprint.add_app_template_global(disclosure_state)
blueprint.add_app_template_global(is_running, "disclosure_is_running")
blueprint.add_app_template_global(without_consent)
blueprint.add_app_template_filter(disclosure_tone)


@blueprint.app_template_global()
def foreign_mediators(case: Case) -> list[CaseMediator]:
    """Who of the other side sits in this case now."""
    invited = (each for each in active_people(case) if each.duty is Duty.FOREIGN_INVITED)
    return [each for each in invited if each.mediator.country is case.country.other]


@blueprint.route(f"{LETTER}/ask", methods=["GET", "POST"])
@requires(EDIT)
def ask_for_letter(case_id: int, letter_id: int) -> ResponseReturnValue:
    case = load(case_id, EDIT)
    row = get_letter(case, letter_id)
    if case.state not in FILE_OPEN or not row.is_draft:
        return refuse_step(case)
    form = PurposeForm()
    return form_page(
        form,
        title=_("Ask a reviewer to approve the letter"),
        lead=_("It names a person. After this, a change of its text needs a new request."),
        submit=_("Ask for approval"),
        act=lambda: disclosure_requests.ask_for_letter(
            current_actor(),
            case_id=case_id,
            letter_id=letter_id,
            purpose=form.purpose.data or "",
            now=utc_now(),
        ),
        said=_("A reviewer is asked. You are told when it is decided."),
        done=url_for("mediation.letter", case_id=case_id, letter_id=letter_id),
        case=case,
    )


@blueprint.route("/cases/<int:case_id>/joint-view/new", methods=["GET", "POST"])
@requires(EDIT)
def ask_for_view(case_id: int) -> ResponseReturnValue:
    case = load(case_id, EDIT)
    if case.state not in FILE_OPEN:
        return refuse_step(case)
    most_days = current_app.config["JOINT_VIEW_DAYS"]
    form = JointViewForm(data={"until": today_of(case) + timedelta(days=most_days // 2)})
    form.offer([(str(each.id), each.mediator.name) for each in foreign_mediators(case)])
    return form_page(
        form,
        title=_("Ask for a joint view"),
        submit=_("Ask for approval"),
        act=lambda: disclosure_requests.ask_for_view(
            current_actor(),
            case_id=case_id,
            case_mediator_id=form.case_mediator_id.data,
            account=form.account.data or "",
            until=form.until.data,
            purpose=form.purpose.data or "",
            most_days=most_days,
            now=utc_now(),
        ),
        said=_("A reviewer is asked. You are told when it is decided."),
        done=page_of(case, "disclosures"),
        template="mediation/disclosures/ask_view.html",
        case=case,
        most_days=most_days,
    )


@blueprint.route(
    "/cases/<int:case_id>/disclosures/<int:disclosure_id>/revoke", methods=["GET", "POST"]
)
@requires(EDIT)
def revoke_disclosure(case_id: int, disclosure_id: int) -> ResponseReturnValue:
    case = load(case_id, EDIT)
    row: Disclosure = child(disclosures_of(case.id), disclosure_id)
    form = RevokeForm()
    return form_page(
        form,
        title=_("Take the request back") if row.approved is None else _("Revoke the approval"),
        submit=_("Take the request back") if row.approved is None else _("Revoke the approval"),
        act=lambda: disclosures.revoke(
            current_actor(),
            case_id=case_id,
            disclosure_id=disclosure_id,
            reason=form.reason.data or "",
            now=utc_now(),
        ),
        said=_("It has ended. Nothing crosses the border under it any more."),
        done=page_of(case, "disclosures"),
        case=case,
        warning=True,
    )
