"""Which pages record that the parties went to a court, and what it answered?"""

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from app.kernel import clock
from app.kernel.country import Country
from app.kernel.errors import NotFound
from app.kernel.permissions import Permission
from app.mediation.forms.court_steps import FilingForm, ResultForm, result_values
from app.mediation.kinds import AgreementForm, CourtResult
from app.mediation.models import Agreement, Case
from app.mediation.queries.case_facts import agreements_in_force
from app.mediation.queries.court_steps import basis_of, is_excluded, last_day, offered, steps_of
from app.mediation.rules.court_step import CONFIRMATION, RECOGNITION
from app.mediation.services import court_steps
from app.mediation.services.opening import child
from app.mediation.views import blueprint
from app.mediation.views.agreements import ONE, load
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import Answer
from app.web.access import current_actor, requires

STEP_OF = {"CN": CONFIRMATION, "VN": RECOGNITION}


@blueprint.app_template_global()
def court_steps_of(case: Case) -> list[dict[str, Any]]:
    """What the parties may ask of a court, by when, and what was asked, of each agreement in
    force; nothing before signing."""
    return [_court_step(case, each) for each in agreements_in_force(case)]


def _court_step(case: Case, agreement: Agreement) -> dict[str, Any]:
    return {
        "agreement": agreement,
        "excluded": is_excluded(case),
        "written": agreement.form is AgreementForm.WRITTEN,
        "requests": steps_of(agreement),
        "offers": [
            {"step": step, "last_day": last_day(agreement, step), "basis": basis_of(step)}
            for step in offered(case)
        ],
    }


@blueprint.route(f"{ONE}/court/<country>", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def file_at_court(case_id: int, agreement_id: int, country: str) -> Answer:
    case, one = load(case_id, agreement_id)
    step = STEP_OF.get(country)
    if step is None or not one.is_frozen:
        raise NotFound(step=country)
    form = FilingForm(data={"filed_on": clock.today(case.country.zone)})
    return form_page(
        form,
        title=_("Request to a Chinese court")
        if step.country is Country.CN
        else _("Request to a Vietnamese court"),
        submit=_("Save"),
        act=lambda: court_steps.file_request(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            filing=form.filing(step),
            now=clock.utc_now(),
        ),
        said=_("The request to the court is recorded."),
        done=_home(case_id),
        case=case,
        lead=_("In China both parties must ask together.")
        if step.is_joint
        else _("In Vietnam one party may ask alone."),
    )


@blueprint.route(f"{ONE}/court/<int:step_id>/result", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def court_result(case_id: int, agreement_id: int, step_id: int) -> Answer:
    case, one = load(case_id, agreement_id)
    row = child(steps_of(one), step_id)
    form = ResultForm(data=result_values(row))
    return form_page(
        form,
        title=_("The court's result"),
        submit=_("Save"),
        act=lambda: court_steps.record_result(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            step_id=step_id,
            result=CourtResult(form.result.data),
            decided_on=form.decided_on.data,
            number=form.number.data or "",
            note_text=form.note.data or "",
            now=clock.utc_now(),
        ),
        said=_("The result is recorded."),
        done=_home(case_id),
        case=case,
        lead=row.court,
    )


def _home(case_id: int) -> str:
    return url_for("mediation.case", case_id=case_id, _anchor="court-step")
