"""Which page enters a dispute that was settled on the spot?"""

from flask import current_app
from flask_babel import gettext as _

from app.kernel import clock
from app.kernel.permissions import Actor, Permission
from app.mediation.forms.amounts import OWN_CURRENCY
from app.mediation.forms.spot import PAID, SpotForm
from app.mediation.kinds import AgreementForm, PartyRole
from app.mediation.models import Case
from app.mediation.queries.spot import mediators_for
from app.mediation.services import spot
from app.mediation.views import blueprint
from app.mediation.views.steps import Answer, back_to, saved, show
from app.reference import queries as reference
from app.web.access import current_actor, requires
from app.web.locale import current_language


@blueprint.route("/cases/spot", methods=["GET", "POST"])
@requires(Permission.CASE_CREATE)
def spot_case() -> Answer:
    actor = current_actor()
    form = _form(actor)
    days_back = current_app.config["SPOT_BACKDATE_DAYS"]
    entered: list[Case] = []

    def act() -> None:
        case = spot.enter(
            actor,
            spot=form.spot(),
            days_back=days_back,
            now=clock.utc_now(),
            today=clock.today(actor.country.zone),
        )
        entered.append(case)

    if saved(form, act):
        case = entered[0]
        said = _("Registered as settled on the spot: %(number)s.", number=case.number)
        return back_to(case.id, said)
    return show("mediation/spot.html", form, days_back=days_back)


def _form(actor: Actor) -> SpotForm:
    today = clock.today(actor.country.zone)
    offices = [
        reference.organisation(each)
        for each in sorted(actor.reach(Permission.CASE_CREATE).organisations)
    ]
    known = {each.id: each for office in offices for each in mediators_for(office.id, today)}
    language = current_language()
    usual = {
        "happened_on": today,
        "facts_language": language,
        "term_language": language,
        "money": PAID,
        "currency": OWN_CURRENCY[actor.country],
        "payer": PartyRole.RESPONDENT.value,
        "form": AgreementForm.ORAL.value,
    }
    current = [each for each in offices if not each.is_ended(today)]
    return SpotForm(actor.country, current, list(known.values()), language, today, data=usual)
