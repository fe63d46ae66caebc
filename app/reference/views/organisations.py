"""Which addresses show and edit organisations and places?"""

from flask import render_template, request, url_for

from app.kernel.clock import today
from app.kernel.country import Country
from app.kernel.errors import NotPermitted
from app.kernel.permissions import Permission
from app.kernel.text import query_words, search_words
from app.reference import queries, services
from app.reference.forms import DivisionForm, OrganisationForm, SuccessorForm, values
from app.reference.models import Division, Organisation
from app.reference.views.answers import Answer, demand_edit, edit_page
from app.reference.views.blueprint import blueprint
from app.web.access import current_actor, requires


def chosen_country() -> Country:
    """The country asked for in the address, else the reader's own."""
    asked = request.args.get("country", "")
    return Country(asked) if asked in list(Country) else current_actor().country


def _matches(row: Organisation | Division, asked: tuple[str, ...]) -> bool:
    """Whether each word asked for begins one of the row's: 友谊, youyi, Huu Nghi, VN-06172."""
    own = search_words(row.name_zh) | search_words(row.name_vi) | {*query_words(row.code)}
    return all(any(word.startswith(each) for word in own) for each in asked)


@blueprint.get("/organisations")
@requires(Permission.REFERENCE_READ)
def organisations() -> str:
    country = chosen_country()
    asked = query_words(request.args.get("q", ""))
    everyone = queries.organisations(country)
    below: dict[int | None, list[Organisation]] = {}
    for found in everyone:
        below.setdefault(found.parent_id, []).append(found)
    return render_template(
        "reference/organisations.html",
        country=country,
        typed=request.args.get("q", ""),
        found=[row for row in everyone if _matches(row, asked)] if asked else None,
        below=below,
    )


@blueprint.get("/organisations/<int:organisation_id>")
@requires(Permission.REFERENCE_READ)
def organisation(organisation_id: int) -> str:
    found = queries.organisation(organisation_id)
    actor = current_actor()
    return render_template(
        "reference/organisation.html",
        organisation=found,
        above=queries.path_to(found),
        below=queries.children_of(found.id),
        may_edit=services.may_edit(actor, found.country),
        may_confirm=actor.may(Permission.SUCCESSOR_CONFIRM) and actor.country == found.country,
    )


@blueprint.route("/organisations/<int:organisation_id>/edit", methods=["GET", "POST"])
@requires(Permission.REFERENCE_EDIT)
def edit_organisation(organisation_id: int) -> Answer:
    found = queries.organisation(organisation_id)
    demand_edit(found.country)
    form = OrganisationForm(obj=found)
    return edit_page(
        form,
        lambda: services.edit_organisation(
            current_actor(), organisation_id=organisation_id, **values(form)
        ),
        "reference/edit_organisation.html",
        url_for(".organisation", organisation_id=organisation_id),
        organisation=found,
    )


@blueprint.route("/successors/<int:link_id>/confirm", methods=["GET", "POST"])
@requires(Permission.SUCCESSOR_CONFIRM)
def confirm_successor(link_id: int) -> Answer:
    link = queries.successor_link(link_id)
    if link.predecessor.country != current_actor().country:
        raise NotPermitted(permission=Permission.SUCCESSOR_CONFIRM)
    form = SuccessorForm(obj=link)
    return edit_page(
        form,
        lambda: services.confirm_successor(
            current_actor(),
            link_id=link_id,
            today=today(current_actor().country.zone),
            **values(form),
        ),
        "reference/confirm_successor.html",
        url_for(".organisation", organisation_id=link.predecessor_id),
        link=link,
    )


@blueprint.get("/divisions")
@requires(Permission.REFERENCE_READ)
def divisions() -> str:
    country = chosen_country()
    asked = query_words(request.args.get("q", ""))
    return render_template(
        "reference/divisions.html",
        country=country,
        typed=request.args.get("q", ""),
        found=[row for row in queries.divisions(country) if _matches(row, asked)],
        may_edit=services.may_edit(current_actor(), country),
    )


@blueprint.route("/divisions/<int:division_id>/edit", methods=["GET", "POST"])
@requires(Permission.REFERENCE_EDIT)
def edit_division(division_id: int) -> Answer:
    found = queries.division(division_id)
    demand_edit(found.country)
    form = DivisionForm(obj=found)
    return edit_page(
        form,
        lambda: services.edit_division(current_actor(), division_id=division_id, **values(form)),
        "reference/edit_division.html",
        url_for(".divisions", country=found.country),
        division=found,
    )
