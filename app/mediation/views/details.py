"""Where are basis, place, dispute and source of a case corrected?"""

from collections.abc import Callable
from typing import Any

from flask_babel import gettext as _

from app.bilateral import queries as bilateral
from app.kernel.clock import utc_now
from app.kernel.country import Country
from app.kernel.permissions import Permission
from app.mediation.forms.choices import Choice, chosen, numbered
from app.mediation.forms.details import BasisForm, DisputeForm, PlaceForm, SourceForm
from app.mediation.kinds import Basis, Channel
from app.mediation.models import Case
from app.mediation.queries.committees import committees_of
from app.mediation.queries.scope import get_case
from app.mediation.services import details
from app.mediation.views import blueprint
from app.mediation.views.steps import Answer, back_to, saved, show, today_of
from app.reference import queries as reference
from app.web.access import current_actor, requires
from app.web.forms import Form
from app.web.locale import current_language

EDIT = Permission.CASE_EDIT


@blueprint.route("/cases/<int:case_id>/basis", methods=["GET", "POST"])
@requires(EDIT)
def basis(case_id: int) -> Answer:
    case = get_case(current_actor(), case_id, EDIT)
    form = BasisForm(data=_kept(case, "memorandum_id", "instrument", "committee_id", "former_no")
                     | {"basis": case.basis and case.basis.value})  # fmt: skip
    form.offer(_memoranda(), _committees(case))
    return _answer(
        case,
        form,
        "basis",
        lambda: details.edit_basis(
            current_actor(),
            case_id=case_id,
            basis=chosen(Basis, form.basis.data),
            memorandum_id=numbered(form.memorandum_id.data),
            instrument=form.instrument.data or "",
            committee_id=numbered(form.committee_id.data),
            former_no=form.former_no.data or "",
            now=utc_now(),
        ),
        stretch=_stretch(case),
    )


@blueprint.route("/cases/<int:case_id>/place", methods=["GET", "POST"])
@requires(EDIT)
def place(case_id: int) -> Answer:
    case = get_case(current_actor(), case_id, EDIT)
    names = ("cn_division_id", "vn_division_id", "place", "boundary_marker")
    form = PlaceForm(data=_kept(case, *names))
    form.offer(_divisions(case, Country.CN), _divisions(case, Country.VN))
    return _answer(
        case,
        form,
        "place",
        lambda: details.edit_place(
            current_actor(),
            case_id=case_id,
            cn_division_id=numbered(form.cn_division_id.data),
            vn_division_id=numbered(form.vn_division_id.data),
            place=form.place.data or "",
            boundary_marker=form.boundary_marker.data or "",
            now=utc_now(),
        ),
    )


@blueprint.route("/cases/<int:case_id>/dispute", methods=["GET", "POST"])
@requires(EDIT)
def dispute(case_id: int) -> Answer:
    case = get_case(current_actor(), case_id, EDIT)
    form = DisputeForm(data=_dispute(case))
    form.offer(case, case.received_on or today_of(case))
    return _answer(
        case,
        form,
        "dispute",
        lambda: details.edit_dispute(
            current_actor(),
            case_id=case_id,
            cn_type=form.cn_type.data or "",
            border_subtype=form.border_subtype.data or "",
            vn_scope=form.vn_scope.data or "",
            facts=form.facts.data or "",
            facts_language=form.facts_language.data,
            requests=form.requests.data or "",
            requests_language=form.requests_language.data,
            claimed=form.claimed(),
            now=utc_now(),
        ),
    )


@blueprint.route("/cases/<int:case_id>/source", methods=["GET", "POST"])
@requires(EDIT)
def source(case_id: int) -> Answer:
    case = get_case(current_actor(), case_id, EDIT)
    kept = {name: getattr(case, name) for name in
            ("source", "received_on", "referred_by", "referral_letter_no")}  # fmt: skip
    form = SourceForm(data=kept | {"channel": case.channel and case.channel.value})
    form.offer(case, case.received_on or today_of(case))
    return _answer(
        case,
        form,
        "source",
        lambda: details.edit_source(
            current_actor(),
            case_id=case_id,
            source=form.source.data or "",
            channel=chosen(Channel, form.channel.data),
            received_on=form.received_on.data,
            referred_by=form.referred_by.data or "",
            referral_letter_no=form.referral_letter_no.data or "",
            now=utc_now(),
        ),
    )


def _answer(case: Case, form: Form, group: str, save: Callable[[], Any], **facts: object) -> Answer:
    case_id = case.id
    if saved(form, save):
        return back_to(case_id, _("Saved."), group)
    return show(f"mediation/details/{group}.html", form, case=case, **facts)


def _kept(case: Case, *names: str) -> dict[str, str]:
    return {name: str(getattr(case, name) or "") for name in names}


def _dispute(case: Case) -> dict[str, Any]:
    facts, requests, reader = case.facts, case.requests, current_language()
    claimed = case.claimed
    return _kept(case, "cn_type", "border_subtype", "vn_scope") | {
        "facts": facts.original if facts else "",
        "facts_language": facts.language if facts else reader,
        "requests": requests.original if requests else "",
        "requests_language": requests.language if requests else reader,
        "amount": format(claimed.amount, "f") if claimed else "",
        "currency": claimed.currency.value if claimed else None,
    }


def _memoranda() -> list[Choice]:
    language = current_language()
    return [(str(each.id), each.title.in_(language)) for each in bilateral.memoranda()]


def _stretch(case: Case) -> str:
    """What is known to cover this stretch: the place on each side, the own one by its office."""
    own = case.office.division_id
    cn = case.cn_division_id or (own if case.country is Country.CN else None)
    vn = case.vn_division_id or (own if case.country is Country.VN else None)
    if cn is None or vn is None:
        return _("Enter the place on the other side first: then this page says what covers it.")
    titles = [each.title.in_(current_language()) for each in bilateral.memoranda_covering(cn, vn)]
    if not titles:
        return _("As far as areas are known, no memorandum covers this stretch of the border.")
    return _(
        "As far as areas are known, this covers the stretch: %(titles)s", titles="; ".join(titles)
    )


def _committees(case: Case) -> list[Choice]:
    language, found = current_language(), committees_of(case.office, today_of(case))
    if case.committee is not None and case.committee not in found:
        found = [case.committee, *found]
    return [(str(each.id), each.name.in_(language)) for each in found]


def _divisions(case: Case, country: Country) -> list[Choice]:
    """The places of a side that exist, and the one chosen already, as `county · township`."""
    language, day = current_language(), case.received_on or today_of(case)
    chosen_now = case.cn_division if country is Country.CN else case.vn_division
    found = reference.divisions(country, on=day)
    if chosen_now is not None and chosen_now not in found:
        found = [chosen_now, *found]
    names = {
        str(each.id): " · ".join(
            part.name.in_(language) for part in (each.parent, each) if part is not None
        )
        for each in found
    }
    return list(names.items())
