"""Which pages set down what is owed, one by one or as instalments?"""

from flask import render_template, request
from flask_babel import gettext as _

from app.kernel import clock
from app.kernel.errors import RuleBroken
from app.kernel.permissions import Permission
from app.mediation.forms.amounts import OWN_CURRENCY
from app.mediation.forms.obligations import (
    ObligationForm,
    PlanForm,
    obligation_values,
    plan_rows,
    without_parts,
)
from app.mediation.kinds import ObligationKind, PartyRole
from app.mediation.models import Case
from app.mediation.rules.performance import instalments
from app.mediation.services import obligations
from app.mediation.services.opening import child
from app.mediation.views import blueprint
from app.mediation.views.agreements import ONE, home, load
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import Answer
from app.web.access import current_actor, requires
from app.web.forms import Form

OWED = f"{ONE}/obligations/<int:obligation_id>"
PLAN_PAGE = "mediation/agreement/plan.html"


@blueprint.route(f"{ONE}/obligations/new", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def add_obligation(case_id: int, agreement_id: int) -> Answer:
    case, _one = load(case_id, agreement_id)
    form = ObligationForm(case, data=_usual(case) | {"kind": ObligationKind.MONEY.value})
    return form_page(
        form,
        title=_("What is owed"),
        submit=_("Save"),
        act=lambda: obligations.add(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            promise=form.promise(),
            now=clock.utc_now(),
        ),
        said=_("It is set down what is owed."),
        done=home(case_id, agreement_id, "obligations"),
        case=case,
        hints=_hints(),
    )


@blueprint.route(f"{ONE}/obligations/plan", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def plan_instalments(case_id: int, agreement_id: int) -> Answer:
    """First the register proposes equal parts; what is on the page then is what is saved."""
    case, _one = load(case_id, agreement_id)
    form = PlanForm(case, data=_usual(case) | {"every_months": 1, "count": 2})
    if request.form.get("step") == "propose" and form.validate_on_submit():
        return _plan_page(*_proposed(case, form), case, agreement_id)
    return form_page(
        form,
        title=_("Instalments"),
        submit=_("Save the plan"),
        act=lambda: obligations.add_plan(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            promise=form.promise(),
            plan=form.plan,
            now=clock.utc_now(),
        ),
        said=_("The instalments are set down."),
        done=home(case_id, agreement_id, "obligations"),
        case=case,
        template=PLAN_PAGE,
    )


def _proposed(case: Case, form: PlanForm) -> tuple[PlanForm, int]:
    """The form with the register's own rows, or with why there can be none."""
    assert form.money is not None  # validated
    try:
        plan = instalments(
            form.money,
            form.count.data,
            form.first_due.data,
            form.every_months.data,
            form.down_payment(),
        )
    except RuleBroken as broken:
        form.refuse(broken)
        return form, 422
    proposed = PlanForm(case, formdata=without_parts(request.form))
    for row in plan_rows(plan):
        proposed.parts.append_entry(row)
    return proposed, 200


def _plan_page(form: PlanForm, status: int, case: Case, agreement_id: int) -> Answer:
    page = render_template(
        PLAN_PAGE,
        form=form,
        title=_("Instalments"),
        submit=_("Save the plan"),
        cancel=home(case.id, agreement_id, "obligations"),
        case=case,
    )
    return page, status


@blueprint.route(f"{OWED}/edit", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def edit_obligation(case_id: int, agreement_id: int, obligation_id: int) -> Answer:
    case, one = load(case_id, agreement_id)
    owed = child(one.obligations, obligation_id)
    form = ObligationForm(case, data=obligation_values(owed))
    return form_page(
        form,
        title=_("What is owed"),
        submit=_("Save"),
        act=lambda: obligations.edit(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            obligation_id=obligation_id,
            promise=form.promise(),
            now=clock.utc_now(),
        ),
        said=_("The change is saved."),
        done=home(case_id, agreement_id, "obligations"),
        case=case,
        hints=_hints(),
    )


@blueprint.route(f"{OWED}/remove", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def remove_obligation(case_id: int, agreement_id: int, obligation_id: int) -> Answer:
    case, one = load(case_id, agreement_id)
    owed = child(one.obligations, obligation_id)
    return form_page(
        Form(),
        title=_("Remove what is owed?"),
        submit=_("Remove"),
        act=lambda: obligations.remove(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            obligation_id=obligation_id,
            now=clock.utc_now(),
        ),
        said=_("It is removed."),
        done=home(case_id, agreement_id, "obligations"),
        case=case,
        warning=True,
        lead=_("All instalments of this plan are removed together.") if owed.plan else None,
    )


def _usual(case: Case) -> dict[str, str]:
    """As a rule the respondent owes the applicant, in the money of the office's country."""
    found = {party.role: str(party.id) for party in reversed(case.parties)}
    return {
        "debtor": found.get(PartyRole.RESPONDENT, ""),
        "creditor": found.get(PartyRole.APPLICANT, ""),
        "currency": OWN_CURRENCY[case.country],
    }


def _hints() -> dict[str, str]:
    return {
        "amount": _("For money. Digits only, for example 12000 or 12000,50."),
        "what_zh": _("For goods or an act: what is given or done."),
        "due_on": _("Leave empty where no day was agreed."),
        "manner": _("For example: in cash, by transfer, at the marker."),
    }
