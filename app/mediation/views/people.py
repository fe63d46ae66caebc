"""Where do people get their duty in a case, declare themselves, and leave it?"""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.kernel.clock import utc_now
from app.kernel.permissions import Permission
from app.mediation.forms.people import AssignForm, ConflictForm, EndForm, StatementForm
from app.mediation.kinds import Conflict, Duty
from app.mediation.models import Case, Mediator
from app.mediation.queries.mediators import duty_of, mediators_for
from app.mediation.rules.people import TAKES_PEOPLE
from app.mediation.services import case_people
from app.mediation.views import blueprint
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import load, page_of, refuse_step, today_of
from app.web.access import current_actor, requires
from app.web.labels import label


@blueprint.route("/cases/<int:case_id>/people/new", methods=["GET", "POST"])
@requires(Permission.CASE_ASSIGN)
def assign_person(case_id: int) -> ResponseReturnValue:
    case = load(case_id, Permission.CASE_ASSIGN)
    if case.state not in TAKES_PEOPLE:
        return refuse_step(case)
    today = today_of(case)
    people = mediators_for(case.office_id, today)
    form = AssignForm(data={"on": today, "conflict": Conflict.NOT_ASKED.value})
    offered = [(str(each.id), _called(case, each)) for each in people]
    form.offer(offered, blank=_("Choose a person"))
    return form_page(
        form,
        title=_("Give a person a duty in this case"),
        submit=_("Record the duty"),
        act=lambda: case_people.assign(
            current_actor(),
            case_id=case_id,
            mediator_id=form.mediator_id.data,
            duty=Duty(form.duty.data),
            on=form.on.data,
            conflict=Conflict(form.conflict.data),
            conflict_note=form.conflict_note.data or "",
            now=utc_now(),
        ),
        said=_("The duty is recorded."),
        done=page_of(case, "people"),
        template="mediation/people/assign.html",
        case=case,
        people=people,
    )


@blueprint.route("/cases/<int:case_id>/people/<int:duty_id>/conflict", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def declare_conflict(case_id: int, duty_id: int) -> ResponseReturnValue:
    case = load(case_id, Permission.MEDIATE)
    row = duty_of(case, duty_id)
    form = ConflictForm(data={"conflict": row.conflict.value, "conflict_note": row.conflict_note})
    form.offer()
    return form_page(
        form,
        title=_("Conflict of interest: %(name)s", name=row.mediator.name),
        submit=_("Record the declaration"),
        act=lambda: case_people.declare(
            current_actor(),
            case_id=case_id,
            duty_id=duty_id,
            conflict=Conflict(form.conflict.data),
            conflict_note=form.conflict_note.data or "",
            now=utc_now(),
        ),
        said=_("The declaration is recorded."),
        done=page_of(case, "people"),
        case=case,
        row=row,
        lead=label(row.duty),
    )


@blueprint.route("/cases/<int:case_id>/people/<int:duty_id>/statement", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def sign_statement(case_id: int, duty_id: int) -> ResponseReturnValue:
    case = load(case_id, Permission.MEDIATE)
    row = duty_of(case, duty_id)
    form = StatementForm(data={"on": row.statement_on or today_of(case)})
    return form_page(
        form,
        title=_("Interpreter's statement: %(name)s", name=row.mediator.name),
        submit=_("Record the statement"),
        act=lambda: case_people.sign_statement(
            current_actor(), case_id=case_id, duty_id=duty_id, on=form.on.data, now=utc_now()
        ),
        said=_("The interpreter's statement is recorded."),
        done=page_of(case, "people"),
        case=case,
        row=row,
        lead=_("The interpreter declares in writing to interpret faithfully and completely."),
    )


@blueprint.route("/cases/<int:case_id>/people/<int:duty_id>/end", methods=["GET", "POST"])
@requires(Permission.CASE_ASSIGN)
def end_duty(case_id: int, duty_id: int) -> ResponseReturnValue:
    case = load(case_id, Permission.CASE_ASSIGN)
    row = duty_of(case, duty_id)
    form = EndForm(data={"on": today_of(case)})
    return form_page(
        form,
        title=_("End the duty of %(name)s", name=row.mediator.name),
        submit=_("End the duty"),
        act=lambda: case_people.end_duty(
            current_actor(),
            case_id=case_id,
            duty_id=duty_id,
            on=form.on.data,
            reason=form.reason.data or "",
            now=utc_now(),
        ),
        said=_("The duty has ended."),
        done=page_of(case, "people"),
        case=case,
        row=row,
        lead=_("The person keeps their place in the file's history, but no longer opens the case."),
    )


def _called(case: Case, person: Mediator) -> str:
    """The name; one of the other side is said to be so."""
    is_own = person.country is case.country
    return (
        person.name
        if is_own
        else _("%(read)s (%(written)s)", read=person.name, written=label(person.country))
    )


@blueprint.app_template_global()
def takes_people(case: Case) -> bool:
    """Whether somebody can still be given a duty."""
    return case.state in TAKES_PEOPLE
