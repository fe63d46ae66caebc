"""Where are parties added, corrected, told their rights, and shown unmasked for a reason?"""

from flask import render_template, request
from flask_babel import gettext as _

from app.kernel.clock import utc_now
from app.kernel.country import Country
from app.kernel.errors import NotFound
from app.kernel.identity import mask
from app.kernel.permissions import Permission
from app.kernel.text import suggest_vietnamese_name
from app.mediation.forms.parties import PartyForm, RevealForm
from app.mediation.kinds import PartyKind, PartyRole
from app.mediation.models import Case, Party
from app.mediation.queries.scope import get_case
from app.mediation.rules.particulars import Particular
from app.mediation.services import parties
from app.mediation.services.opening import child
from app.mediation.services.particulars import Doubtful, reveal_particulars
from app.mediation.views import blueprint
from app.mediation.views.steps import Answer, back_to, saved, show, today_of
from app.web.access import current_actor, requires
from app.web.forms import Form
from app.web.labels import say_all

EDIT = Permission.CASE_EDIT
PLAIN = (
    "name", "name_han", "name_latin", "nationality", "birth_on", "ethnic_group", "occupation",
    "language", "needs_interpreter", "document_issued_on", "document_expires_on",
    "representative_name", "representative_note",
)  # fmt: skip
CHOSEN = ("role", "kind", "sex", "document_kind", "representative_kind")


@blueprint.route("/cases/<int:case_id>/parties/new", methods=["GET", "POST"])
@requires(EDIT)
def add_party(case_id: int) -> Answer:
    case = get_case(current_actor(), case_id, EDIT)
    return _party_page(case, None)


@blueprint.route("/cases/<int:case_id>/parties/<int:party_id>", methods=["GET", "POST"])
@requires(EDIT)
def edit_party(case_id: int, party_id: int) -> Answer:
    case = get_case(current_actor(), case_id, EDIT)
    return _party_page(case, child(case.parties, party_id))


@blueprint.route("/cases/<int:case_id>/parties/<int:party_id>/remove", methods=["GET", "POST"])
@requires(EDIT)
def remove_party(case_id: int, party_id: int) -> Answer:
    actor = current_actor()
    case = get_case(actor, case_id, EDIT)
    party: Party = child(case.parties, party_id)
    form = Form()
    if saved(
        form,
        lambda: parties.remove_party(actor, case_id=case_id, party_id=party_id, now=utc_now()),
    ):
        return back_to(case_id, _("The party was removed."), "parties")
    return show("mediation/parties/remove.html", form, case=case, party=party)


@blueprint.route(
    "/cases/<int:case_id>/parties/<int:party_id>/reveal/<particular>", methods=["GET", "POST"]
)
@requires(Permission.CASE_REVEAL)
def reveal(case_id: int, party_id: int, particular: str) -> Answer:
    """Ask for the reason; the answer to the POST shows the value once."""
    actor = current_actor()
    case = get_case(actor, case_id, Permission.CASE_REVEAL)
    party: Party = child(case.parties, party_id)
    if particular not in tuple(Particular):
        raise NotFound(particular=particular)
    which, form = Particular(particular), RevealForm()
    shown: list[str] = []
    if saved(form, lambda: shown.append(_revealed(case_id, party_id, which, form))):
        return render_template(
            "mediation/parties/revealed.html", case=case, party=party, which=which, value=shown[0]
        )
    return show("mediation/parties/reveal.html", form, case=case, party=party, which=which)


def _revealed(case_id: int, party_id: int, which: Particular, form: RevealForm) -> str:
    return reveal_particulars(
        current_actor(),
        case_id=case_id,
        party_id=party_id,
        particular=which,
        reason=form.reason.data or "",
        now=utc_now(),
    )


def _party_page(case: Case, party: Party | None) -> Answer:
    """One form for a new and a known party; suggesting a spelling and doubting save nothing."""
    form = PartyForm(data=_kept(case, party))
    form.offer(party, case.country, today_of(case))
    context = {"case": case, "party": party, "kept": _masked(party), "doubts": []}
    if request.form.get("suggest"):
        form.name_latin.data = suggest_vietnamese_name(form.name_han.data or form.name.data or "")
        return render_template("mediation/parties/edit.html", form=form, **context)
    case_id, party_id = case.id, party and party.id

    def save() -> None:
        try:
            _save(case_id, party_id, form)
        except Doubtful as doubtful:
            context["doubts"] = say_all(doubtful)
            raise

    if saved(form, save):
        return back_to(case_id, _("Saved."), "parties")
    return show("mediation/parties/edit.html", form, **context)


def _save(case_id: int, party_id: int | None, form: PartyForm) -> None:
    given = {
        "case_id": case_id,
        "details": form.details(),
        "sealing": form.sealing(),
        "accept_doubts": bool(form.accept_doubts.data),
        "now": utc_now(),
    }
    if party_id is None:
        parties.add_party(current_actor(), **given)
    else:
        parties.edit_party(current_actor(), party_id=party_id, **given)


def _masked(party: Party | None) -> dict[str, str]:
    if party is None:
        return {}
    return {each.value: mask(getattr(party, each.value) or "") for each in Particular}


def _kept(case: Case, party: Party | None) -> dict[str, object]:
    if party is None:
        return {
            "role": PartyRole.RELATED.value,
            "kind": PartyKind.NATURAL.value,
            "phone_country": case.country.value,
        }
    kept: dict[str, object] = {name: getattr(party, name) for name in PLAIN}
    kept |= {name: member.value for name in CHOSEN if (member := getattr(party, name))}
    return kept | {"phone_country": _phone_country(case, party).value}


def _phone_country(case: Case, party: Party) -> Country:
    known = tuple(Country)
    return Country(party.nationality) if party.nationality in known else case.country
