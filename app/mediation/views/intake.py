"""Where is a new dispute written down? Screening first, then the essentials of a draft."""

from collections.abc import Callable

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.clock import today, utc_now
from app.kernel.permissions import Actor, Permission
from app.mediation.forms.intake import EssentialsForm, ScreeningForm
from app.mediation.kinds import PartyRole
from app.mediation.labels.screening import ADVICE, HINTS
from app.mediation.models import Case
from app.mediation.queries.case_facts import is_family, screening_answers
from app.mediation.queries.scope import get_case
from app.mediation.rules.intake import HOTLINES
from app.mediation.rules.screening import ScreeningKey, hits
from app.mediation.services import intake, screening
from app.mediation.states import CaseState
from app.mediation.views import blueprint
from app.mediation.views.steps import Answer, back_to, saved, show, today_of
from app.reference import queries as reference
from app.reference.models import Organisation
from app.web.access import current_actor, requires
from app.web.forms import Form
from app.web.locale import current_language

CREATE, EDIT = Permission.CASE_CREATE, Permission.CASE_EDIT


@blueprint.route("/cases/new", methods=["GET", "POST"])
@requires(CREATE)
def new_case() -> Answer:
    actor = current_actor()
    form = ScreeningForm()
    form.ask(is_family=False)
    if form.validate_on_submit():
        answers, office = form.answers(), _offices(actor)[0]
        case = intake.open_draft(actor, office_id=office.id, answers=answers, now=utc_now())
        where = "mediation.advice" if hits(answers) else "mediation.essentials"
        return redirect(url_for(where, case_id=case.id), code=303)
    return show("mediation/intake/screening.html", form, case=None, hotlines=None, hints=HINTS)


@blueprint.route("/cases/<int:case_id>/screening", methods=["GET", "POST"])
@requires(EDIT)
def answer_screening(case_id: int) -> Answer:
    """Ask what was left open, or ask again; in a family case each party alone."""
    actor = current_actor()
    case = get_case(actor, case_id, EDIT)
    known, family = screening_answers(case.id), is_family(case)
    form = ScreeningForm()
    form.ask(is_family=family, already_asked_alone=ScreeningKey.HARM_TOLD_ALONE in known)
    if not form.is_submitted():
        form.show(known)
    elif form.validate_on_submit():
        given = form.answers()
        screening.answer_screening(actor, case_id=case_id, answers=given, now=utc_now())
        if hits(given):
            return redirect(url_for("mediation.advice", case_id=case_id), code=303)
        return back_to(case_id, _("The answers are kept."))
    hotlines = HOTLINES if family else None
    return show("mediation/intake/screening.html", form, case=case, hotlines=hotlines, hints=HINTS)


@blueprint.get("/cases/<int:case_id>/advice")
@requires(EDIT)
def advice(case_id: int) -> str:
    """What the answers mean, and where the matter may belong."""
    case = get_case(current_actor(), case_id, EDIT)
    found = hits(screening_answers(case.id))
    return render_template(
        "mediation/intake/advice.html", case=case, hits=found, advice=ADVICE, hotlines=HOTLINES
    )


@blueprint.route("/cases/<int:case_id>/essentials", methods=["GET", "POST"])
@requires(CREATE)
def essentials(case_id: int) -> Answer:
    """The few must fields. `save` keeps the draft as it is; otherwise it is registered."""
    actor = current_actor()
    case = get_case(actor, case_id, CREATE)
    if case.state is not CaseState.DRAFT:
        return redirect(url_for("mediation.case", case_id=case_id))
    form = EssentialsForm(data=_kept(case))
    form.offer(_offices(actor, case), case.country, today_of(case))
    if form.save.data:
        if saved(form, lambda: _write(intake.save_draft, actor, case_id, form)):
            return back_to(case_id, _("The draft is kept. Register it when you know the rest."))
    elif saved(form, lambda: _write(intake.register_draft, actor, case_id, form)):
        return _registered(actor, case_id)
    return show("mediation/intake/essentials.html", form, case=case)


@blueprint.route("/cases/<int:case_id>/discard", methods=["GET", "POST"])
@requires(CREATE)
def discard_draft(case_id: int) -> Answer:
    case = get_case(current_actor(), case_id, CREATE)
    form = Form()
    if saved(form, lambda: intake.discard_draft(current_actor(), case_id=case_id, now=utc_now())):
        flash(_("The draft was thrown away."), "success")
        return redirect(url_for("mediation.cases"), code=303)
    return show("mediation/intake/discard.html", form, case=case)


def _write(use_case: Callable[..., Case], actor: Actor, case_id: int, form: EssentialsForm) -> Case:
    return use_case(actor, case_id=case_id, essentials=form.essentials(), now=utc_now())


def _registered(actor: Actor, case_id: int) -> Response:
    """On to the family questions or the advice where there is any, else to the case page."""
    case = get_case(actor, case_id)
    text = _("The dispute is registered as %(number)s.", number=case.number)
    answers = screening_answers(case_id)
    if is_family(case) and ScreeningKey.HARM_TOLD_ALONE not in answers:
        where = "mediation.answer_screening"
    elif hits(answers):
        where = "mediation.advice"
    else:
        return back_to(case_id, text)
    flash(text, "success")
    return redirect(url_for(where, case_id=case_id), code=303)


def _offices(actor: Actor, case: Case | None = None) -> list[Organisation]:
    """Where the actor may register today, the own office first; and where the draft lies."""
    day = today(actor.country.zone)
    found = [reference.organisation(each) for each in actor.reach(CREATE).organisations]
    valid = [each for each in found if each.is_valid(day) or (case and each.id == case.office_id)]
    return sorted(valid, key=lambda each: (each.id != actor.organisation_id, each.code))


def _kept(case: Case) -> dict[str, object]:
    """What the draft already knows, as the form wants it."""
    sides = {party.role: party for party in reversed(case.parties)}
    applicant, respondent = sides.get(PartyRole.APPLICANT), sides.get(PartyRole.RESPONDENT)
    return {
        "office_id": str(case.office_id),
        "applicant_name": applicant.name if applicant else "",
        "applicant_nationality": applicant.nationality if applicant else "",
        "respondent_name": respondent.name if respondent else "",
        "respondent_nationality": respondent.nationality if respondent else "",
        "cn_type": case.cn_type,
        "vn_scope": case.vn_scope,
        "border_subtype": case.border_subtype,
        "facts": case.facts.original if case.facts else "",
        "language": case.facts.language if case.facts else current_language(),
        "received_on": case.received_on or today_of(case),
        "channel": case.channel.value if case.channel else "",
    }
