"""Which addresses show memoranda, who stands in for ended parties, and what is to change?"""

from collections.abc import Callable

from flask import Blueprint, Flask, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from app.bilateral import queries, services
from app.bilateral.forms import DecisionForm, MemorandumForm, PartySuccessorForm
from app.bilateral.labels import lines_of
from app.bilateral.models import MemorandumParty
from app.kernel.bilingual import Bilingual
from app.kernel.clock import today, utc_now
from app.kernel.country import Country
from app.kernel.errors import RuleBroken
from app.kernel.permissions import Permission
from app.reference import queries as reference
from app.web import add_navigation
from app.web.access import current_actor, requires
from app.web.forms import Form

blueprint = Blueprint("bilateral", __name__, url_prefix="/memoranda", template_folder="templates")
Answer = Response | str | tuple[str, int]


@blueprint.get("")
@requires(Permission.REFERENCE_READ)
def memoranda() -> str:
    return render_template("bilateral/memoranda.html", memoranda=queries.memoranda())


@blueprint.get("/<int:memorandum_id>")
@requires(Permission.REFERENCE_READ)
def memorandum(memorandum_id: int) -> str:
    found = queries.memorandum(memorandum_id)
    return render_template(
        "bilateral/memorandum.html",
        memorandum=found,
        open_parties=found.open_parties(today(Country.VN.zone)),
        may_confirm=current_actor().may(Permission.SUCCESSOR_CONFIRM),
        may_edit=current_actor().may(Permission.MEMORANDUM_EDIT),
    )


@blueprint.route("/<int:memorandum_id>/change", methods=["GET", "POST"])
@requires(Permission.MEMORANDUM_EDIT)
def change_memorandum(memorandum_id: int) -> Answer:
    """What has become known, with its paper; a second person decides."""
    found = queries.memorandum(memorandum_id)
    form = MemorandumForm(obj=found)
    return _answer(
        form,
        lambda: services.propose_change(
            current_actor(),
            memorandum_id=memorandum_id,
            values=form.values(),
            instrument=form.instrument.data,
            now=utc_now(),
        ),
        _("The change waits for a second person."),
        "bilateral/change.html",
        memorandum_id,
        memorandum=found,
    )


@blueprint.route("/changes/<int:change_id>", methods=["GET", "POST"])
@requires(Permission.MEMORANDUM_EDIT)
def decide_change(change_id: int) -> Answer:
    change = queries.change(change_id)
    form = DecisionForm()
    return _answer(
        form,
        lambda: services.decide_change(
            current_actor(),
            change_id=change_id,
            approve=form.decision.data == "approve",
            now=utc_now(),
        ),
        _("Your decision is recorded."),
        "bilateral/decide.html",
        change.memorandum_id,
        change=change,
        lines=lines_of(change),
        is_own=change.proposed_by_id == current_actor().user_id,
    )


def _answer(
    form: Form, act: Callable[[], object], said: str, page: str, memorandum_id: int, **facts: object
) -> Answer:
    """Acted on and back to the paper, or shown again with what stands in the way."""
    back = url_for(".memorandum", memorandum_id=memorandum_id)
    if form.validate_on_submit():
        try:
            act()
        except RuleBroken as broken:
            form.refuse(broken)
        else:
            flash(said, "success")
            return redirect(back, 303)
    text = render_template(page, form=form, back=back, **facts)
    return (text, 422) if form.errors else text


@blueprint.route("/parties/<int:party_id>/successor", methods=["GET", "POST"])
@requires(Permission.SUCCESSOR_CONFIRM)
def confirm_successor(party_id: int) -> Answer:
    party = queries.party(party_id)
    form = PartySuccessorForm(choices=_candidates(party))
    return _answer(
        form,
        lambda: services.confirm_party_successor(
            current_actor(),
            party_id=party_id,
            successor_id=form.successor.data,
            instrument=form.instrument.data,
            confirmed_on=form.confirmed_on.data,
            today=today(current_actor().country.zone),
        ),
        _("Saved."),
        "bilateral/confirm_successor.html",
        party.memorandum_id,
        party=party,
    )


def _candidates(party: MemorandumParty) -> dict[int, Bilingual]:
    """The likely ones first, then every other body of that country that exists today."""
    country = party.organisation.country
    likely = [link.successor for link in party.organisation.successor_links]
    others = reference.organisations(country, on=today(country.zone))
    return {found.id: found.name for found in [*likely, *others]}


def register(app: Flask) -> None:
    app.register_blueprint(blueprint)
    add_navigation(app, "bilateral.memoranda", _l("Memoranda"), Permission.REFERENCE_READ, order=80)
