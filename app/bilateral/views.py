"""Which addresses show memoranda and who stands in for their ended parties?"""

from flask import Blueprint, Flask, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from app.bilateral import queries, services
from app.bilateral.forms import PartySuccessorForm
from app.bilateral.models import MemorandumParty
from app.kernel.bilingual import Bilingual
from app.kernel.clock import today
from app.kernel.country import Country
from app.kernel.errors import RuleBroken
from app.kernel.permissions import Permission
from app.reference import queries as reference
from app.web import add_navigation
from app.web.access import current_actor, requires

blueprint = Blueprint("bilateral", __name__, url_prefix="/memoranda", template_folder="templates")


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
    )


@blueprint.route("/parties/<int:party_id>/successor", methods=["GET", "POST"])
@requires(Permission.SUCCESSOR_CONFIRM)
def confirm_successor(party_id: int) -> Response | str | tuple[str, int]:
    party = queries.party(party_id)
    back = url_for(".memorandum", memorandum_id=party.memorandum_id)
    form = PartySuccessorForm(choices=_candidates(party))
    if form.validate_on_submit():
        try:
            services.confirm_party_successor(
                current_actor(),
                party_id=party_id,
                successor_id=form.successor.data,
                instrument=form.instrument.data,
                confirmed_on=form.confirmed_on.data,
                today=today(current_actor().country.zone),
            )
        except RuleBroken as broken:
            form.refuse(broken)
        else:
            flash(_("Saved."), "success")
            return redirect(back, 303)
    page = render_template("bilateral/confirm_successor.html", form=form, party=party, back=back)
    return (page, 422) if form.errors else page


def _candidates(party: MemorandumParty) -> dict[int, Bilingual]:
    """The likely ones first, then every other body of that country that exists today."""
    country = party.organisation.country
    likely = [link.successor for link in party.organisation.successor_links]
    others = reference.organisations(country, on=today(country.zone))
    return {found.id: found.name for found in [*likely, *others]}


def register(app: Flask) -> None:
    app.register_blueprint(blueprint)
    add_navigation(app, "bilateral.memoranda", _l("Memoranda"), Permission.REFERENCE_READ, order=80)
