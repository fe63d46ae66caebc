"""Where is the register of mediators kept? A list, and a page to add, correct or end an entry."""

from datetime import date

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.kernel import clock
from app.kernel.clock import utc_now
from app.kernel.country import Country
from app.kernel.permissions import Actor, Permission
from app.mediation.forms.people import EndForm, PersonForm, as_typed
from app.mediation.kinds import PersonTitle
from app.mediation.models import Mediator
from app.mediation.queries.mediators import accounts_of_office, get_mediator, register_of
from app.mediation.services import mediators as register
from app.mediation.views import blueprint
from app.mediation.views.form_page import form_page
from app.reference import queries as reference
from app.reference.models import CodeList
from app.web.access import current_actor, requires
from app.web.labels import label
from app.web.locale import current_language


@blueprint.get("/mediators")
@requires(Permission.MEDIATOR_MANAGE)
def mediators() -> str:
    actor = current_actor()
    return render_template(
        "mediation/mediators/list.html",
        people=register_of(actor),
        languages=reference.code_names(CodeList.SPOKEN_LANGUAGE),
        today=clock.today(actor.country.zone),
        other_side=actor.country.other,
        title_of=_title,
    )


@blueprint.route("/mediators/new", methods=["GET", "POST"])
@requires(Permission.MEDIATOR_MANAGE)
def add_mediator() -> ResponseReturnValue:
    actor = current_actor()
    owner_id = _owner(actor)
    form = _offered(
        PersonForm(data={"country": _side(actor).value, "capacities": ["mediates"]}), owner_id
    )
    return form_page(
        form,
        title=_("Add a person to the register"),
        submit=_("Save"),
        act=lambda: register.add_mediator(
            actor, owner_id=owner_id, entry=form.entry(), today=_today(actor), now=utc_now()
        ),
        said=_("The person is in the register."),
        done=url_for("mediation.mediators"),
        case=None,
        person=None,
    )


@blueprint.route("/mediators/<int:mediator_id>", methods=["GET", "POST"])
@requires(Permission.MEDIATOR_MANAGE)
def edit_mediator(mediator_id: int) -> ResponseReturnValue:
    actor = current_actor()
    person = get_mediator(actor, mediator_id)
    form = _offered(PersonForm(data=as_typed(person)), person.owner_id)
    return form_page(
        form,
        title=_("Change the entry of %(name)s", name=person.name),
        submit=_("Save"),
        act=lambda: register.edit_mediator(
            actor, mediator_id=mediator_id, entry=form.entry(), today=_today(actor), now=utc_now()
        ),
        said=_("The entry is changed."),
        done=url_for("mediation.mediators"),
        case=None,
        person=person,
    )


@blueprint.route("/mediators/<int:mediator_id>/end", methods=["GET", "POST"])
@requires(Permission.MEDIATOR_MANAGE)
def end_mediator(mediator_id: int) -> ResponseReturnValue:
    actor = current_actor()
    person = get_mediator(actor, mediator_id)
    form = EndForm(data={"on": _today(actor)})
    del form.reason
    return form_page(
        form,
        title=_("End the entry of %(name)s", name=person.name),
        submit=_("End the entry"),
        act=lambda: register.end_mediator(
            actor, mediator_id=mediator_id, on=form.on.data, now=utc_now()
        ),
        said=_("The entry has ended."),
        done=url_for("mediation.mediators"),
        case=None,
        person=person,
        lead=_("The person can then be given no new duties; cases they had stay as they are."),
    )


def _title(person: Mediator) -> str:
    return label(PersonTitle(person.title)) if person.title else ""


def _owner(actor: Actor) -> int:
    """The office a new entry belongs to: where the clerk acts."""
    offices = actor.reach(Permission.MEDIATOR_MANAGE).organisations
    if actor.organisation_id not in offices:
        abort(403)
    return actor.organisation_id


def _side(actor: Actor) -> Country:
    return actor.country.other if request.args.get("side") == "other" else actor.country


def _today(actor: Actor) -> date:
    return clock.today(actor.country.zone)


def _offered(form: PersonForm, owner_id: int) -> PersonForm:
    today = clock.today(current_actor().country.zone)
    language = current_language()
    form.offer(
        languages=reference.code_choices(CodeList.SPOKEN_LANGUAGE, on=today, locale=language),
        accounts=[
            (str(user.id), f"{user.display_name} ({user.username})")
            for user in accounts_of_office(owner_id, today)
        ],
        no_title=_("No title"),
        none=_("No account"),
    )
    return form
