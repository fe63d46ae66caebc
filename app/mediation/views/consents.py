"""Where is noted that a party was told their rights, and what they consented to?"""

from flask_babel import gettext as _

from app.kernel.clock import utc_now
from app.kernel.permissions import Permission
from app.mediation.forms.parties import ConsentForm, RightsForm, WithdrawalForm
from app.mediation.kinds import ConsentPurpose
from app.mediation.models import Consent, Party
from app.mediation.queries.scope import get_case
from app.mediation.services import consents
from app.mediation.services.opening import child
from app.mediation.views import blueprint
from app.mediation.views.steps import Answer, back_to, saved, show, today_of
from app.web.access import current_actor, requires

EDIT = Permission.CASE_EDIT


@blueprint.route("/cases/<int:case_id>/parties/<int:party_id>/rights", methods=["GET", "POST"])
@requires(EDIT)
def tell_rights(case_id: int, party_id: int) -> Answer:
    actor = current_actor()
    case = get_case(actor, case_id, EDIT)
    party: Party = child(case.parties, party_id)
    form = RightsForm(
        data={"on": party.rights_told_on or today_of(case),
              "language": party.rights_language or party.language}
    )  # fmt: skip
    form.offer(today_of(case))
    if saved(
        form,
        lambda: consents.tell_rights(
            actor,
            case_id=case_id,
            party_id=party_id,
            on=form.on.data,
            language=form.language.data,
            now=utc_now(),
        ),
    ):
        return back_to(case_id, _("Saved."), "parties")
    return show("mediation/parties/rights.html", form, case=case, party=party)


@blueprint.route(
    "/cases/<int:case_id>/parties/<int:party_id>/consents/new", methods=["GET", "POST"]
)
@requires(EDIT)
def give_consent(case_id: int, party_id: int) -> Answer:
    actor = current_actor()
    case = get_case(actor, case_id, EDIT)
    party: Party = child(case.parties, party_id)
    form = ConsentForm(data={"on": today_of(case), "language": party.language})
    form.offer(today_of(case))
    if saved(
        form,
        lambda: consents.give_consent(
            actor,
            case_id=case_id,
            party_id=party_id,
            purpose=ConsentPurpose(form.purpose.data),
            language=form.language.data,
            on=form.on.data,
            now=utc_now(),
        ),
    ):
        return back_to(case_id, _("Saved."), "parties")
    return show("mediation/parties/consent.html", form, case=case, party=party)


@blueprint.route(
    "/cases/<int:case_id>/parties/<int:party_id>/consents/<int:consent_id>/withdraw",
    methods=["GET", "POST"],
)
@requires(EDIT)
def withdraw_consent(case_id: int, party_id: int, consent_id: int) -> Answer:
    actor = current_actor()
    case = get_case(actor, case_id, EDIT)
    party: Party = child(case.parties, party_id)
    consent: Consent = child(party.consents, consent_id)
    form = WithdrawalForm(data={"on": today_of(case)})
    if saved(
        form,
        lambda: consents.withdraw_consent(
            actor,
            case_id=case_id,
            party_id=party_id,
            consent_id=consent_id,
            on=form.on.data,
            now=utc_now(),
        ),
    ):
        return back_to(case_id, _("The withdrawal is noted."), "parties")
    return show("mediation/parties/withdraw.html", form, case=case, party=party, consent=consent)
