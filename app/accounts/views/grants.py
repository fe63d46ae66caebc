"""Where does a security administrator give and take roles, and say yes to a colleague's?"""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts import queries
from app.accounts.forms import GrantForm
from app.accounts.models import User
from app.accounts.policy import COUNTRY_OF_ROLE, NEEDS_SECOND_PERSON
from app.accounts.services import grants as services
from app.accounts.views import blueprint
from app.accounts.views.answers import status_of
from app.kernel.clock import today, utc_now
from app.kernel.country import Country
from app.kernel.errors import NotFound, RuleBroken
from app.kernel.permissions import Permission, Role
from app.reference import queries as reference
from app.reference.models import Organisation
from app.web.access import current_actor, requires
from app.web.addresses import row_number
from app.web.labels import label

SHOWN = 30
Answer = str | Response | tuple[str, int]


@blueprint.get("/grants")
@requires(Permission.GRANT_MANAGE)
def grants() -> str:
    actor = current_actor()
    return render_template(
        "accounts/grants.html",
        waiting=queries.grants_to_approve(actor.country),
        held=queries.grants_held(actor, today(actor.country.zone)),
    )


@blueprint.route("/grants/new", methods=["GET", "POST"])
@requires(Permission.GRANT_MANAGE)
def new_grant() -> Answer:
    """Three steps in one address: whom, where, as what and from when."""
    actor = current_actor()
    person_id = request.args.get("person", type=row_number)
    if person_id is None:
        return _choose_person()
    person = queries.person(actor, person_id)
    organisation_id = request.args.get("organisation", type=row_number)
    if organisation_id is None:
        return _choose_organisation(person)
    organisation = reference.organisation(organisation_id)
    if organisation.country != actor.country:
        raise NotFound(organisation=organisation_id)
    return _give_role(person, organisation)


def _choose_person() -> str:
    text = request.args.get("q", "").strip()
    found = queries.people_found(current_actor(), text) if text else []
    return render_template(
        "accounts/grant_person.html", text=text, people=found[:SHOWN], total=len(found)
    )


def _choose_organisation(person: User) -> str:
    actor, text = current_actor(), request.args.get("q", "").strip()
    found = queries.organisations_found(actor, text, today(actor.country.zone)) if text else []
    return render_template(
        "accounts/grant_organisation.html",
        person=person,
        text=text,
        organisations=found[:SHOWN],
        total=len(found),
    )


def _give_role(person: User, organisation: Organisation) -> Answer:
    actor, form = current_actor(), GrantForm()
    form.role.choices = [(role.value, label(role)) for role in roles_of(actor.country)]
    if not form.is_submitted():
        form.valid_from.data = today(actor.country.zone)
    if form.validate_on_submit() and form.valid_from.data:
        try:
            services.grant_role(
                actor,
                user_id=person.id,
                role=Role(form.role.data),
                organisation_id=organisation.id,
                valid_from=form.valid_from.data,
                valid_to=form.valid_to.data,
                now=utc_now(),
            )
        except RuleBroken as broken:
            form.refuse(broken)
        else:
            if Role(form.role.data) in NEEDS_SECOND_PERSON:
                flash(_("Asked for. Another security administrator must approve it."), "info")
            else:
                flash(_("The role is given."), "success")
            return redirect(url_for("accounts.grants"), code=303)
    page = render_template(
        "accounts/grant_role.html", form=form, person=person, organisation=organisation
    )
    return page, status_of(form)


def roles_of(country: Country) -> list[Role]:
    """Roles that exist in a country, in their order."""
    return [role for role in Role if COUNTRY_OF_ROLE.get(role, country) is country]


@blueprint.post("/grants/<int:grant_id>/approve")
@requires(Permission.GRANT_APPROVE)
def approve_grant(grant_id: int) -> Response:
    services.approve_grant(current_actor(), grant_id=grant_id, now=utc_now())
    flash(_("Approved: the role is in force."), "success")
    return redirect(url_for("accounts.grants"), code=303)


@blueprint.post("/grants/<int:grant_id>/end")
@requires(Permission.GRANT_MANAGE)
def end_grant(grant_id: int) -> Response:
    actor = current_actor()
    services.end_grant(actor, grant_id=grant_id, today=today(actor.country.zone), now=utc_now())
    flash(_("The role is taken back from today on."), "success")
    return redirect(url_for("accounts.grants"), code=303)
