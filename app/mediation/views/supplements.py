"""Which pages change what was signed by another agreement?"""

from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from app.kernel import clock
from app.kernel.permissions import Permission
from app.mediation.forms.supplements import ReplacesForm, SupplementForm
from app.mediation.models import Agreement, Case
from app.mediation.queries.agreements import Standing, standings_of
from app.mediation.queries.case_facts import agreements_in_force, obligations_in_force
from app.mediation.rules.performance import SETTLED
from app.mediation.services import supplements
from app.mediation.states import SUPPLEMENTS_ALLOWED
from app.mediation.views import blueprint
from app.mediation.views.agreements import ONE, home, load
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import Answer, page_of, refuse_step, saved, show
from app.mediation.views.steps import load as load_case
from app.web.access import current_actor, requires
from app.web.forms import Form
from app.web.locale import current_language

PAGE = "mediation/supplement/form.html"


@blueprint.route("/cases/<int:case_id>/supplements/new", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def begin_supplement(case_id: int) -> Answer:
    case = load_case(case_id, Permission.MEDIATE)
    if case.state not in SUPPLEMENTS_ALLOWED:
        return refuse_step(case)
    form = SupplementForm(data={"facts_language": current_language()})
    form.offer(_open(case))
    made: list[int] = []

    def act() -> None:
        row = supplements.begin(
            current_actor(),
            case_id=case_id,
            replaces=form.replaces.data or [],
            facts=form.facts(),
            now=clock.utc_now(),
        )
        made.append(row.id)

    if saved(form, act):
        flash(_("The draft is begun. Now choose what the parties agreed."), "success")
        return redirect(home(case_id, made[0]), 303)
    return show(
        PAGE,
        form,
        title=_("Supplementary agreement"),
        submit=_("Begin the supplementary agreement"),
        cancel=page_of(case, "agreement"),
        case=case,
        lead=_(
            "What was signed stays as it is. The parties agree anew beside it, sign again, and "
            "from then on the new agreement counts for what it replaces."
        ),
    )


@blueprint.route(f"{ONE}/replaces", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def choose_replaced(case_id: int, agreement_id: int) -> Answer:
    case, one = load(case_id, agreement_id)
    form = ReplacesForm(data={"replaces": [each.id for each in one.replaces]})
    form.offer(_open(case))
    return form_page(
        form,
        title=_("What is replaced"),
        submit=_("Save"),
        act=lambda: supplements.choose(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            replaces=form.replaces.data or [],
            now=clock.utc_now(),
        ),
        said=_("The draft is saved."),
        done=home(case_id, agreement_id),
        case=case,
        template=PAGE,
    )


@blueprint.route(f"{ONE}/discard", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def discard_supplement(case_id: int, agreement_id: int) -> Answer:
    case, one = load(case_id, agreement_id)
    return form_page(
        Form(),
        title=_("Discard the supplementary agreement?"),
        submit=_("Discard the draft"),
        act=lambda: supplements.discard(
            current_actor(), case_id=case_id, agreement_id=agreement_id, now=clock.utc_now()
        ),
        said=_("The draft is discarded. What was signed before goes on."),
        done=page_of(case, "agreement"),
        cancel=home(case_id, agreement_id),
        case=case,
        warning=True,
        lead=_("Its clauses are deleted. What the parties signed before is not touched."),
    )


@blueprint.app_template_global()
def supplements_of(case: Case, agreement: Agreement) -> dict[str, Any]:
    """What supplements an agreement, and the page that begins one where that is possible."""
    rows = agreement.supplementary
    is_current = agreement in agreements_in_force(case)[:1]
    is_free = all(each.is_frozen for each in rows) and case.state in SUPPLEMENTS_ALLOWED
    page = url_for("mediation.begin_supplement", case_id=case.id)
    return {"rows": rows, "begin": page if is_current and is_free else None}


def _open(case: Case) -> list[Standing]:
    rows = standings_of(obligations_in_force(case), clock.today(case.country.zone))
    return [row for row in rows if row.state not in SETTLED]
