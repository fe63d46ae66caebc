"""Where are my cases found, and what waits for me when I come in?"""

from flask import current_app, render_template, request

from app.kernel.clock import today, utc_now
from app.kernel.permissions import Actor, Permission
from app.mediation.forms.case_list import CaseListForm
from app.mediation.queries import cases as queries
from app.mediation.states import CaseState
from app.mediation.views import blueprint
from app.mediation.views.case import code_names
from app.web.access import current_actor, requires
from app.web.addresses import address_with, row_number
from app.web.locale import current_language

READ = Permission.CASE_READ


@blueprint.get("/")
@requires(Permission.DASHBOARD)
def start() -> str:
    """What waits for me; for people without cases a greeting and the way to their pages."""
    actor = current_actor()
    if not actor.may(READ):
        return render_template("mediation/start.html", actor=actor, sees_cases=False)
    counts = queries.counts_by_state(actor)
    return render_template(
        "mediation/start.html",
        actor=actor,
        sees_cases=True,
        today=today(actor.country.zone),
        drafts=counts.get(CaseState.DRAFT, 0),
        received=counts.get(CaseState.RECEIVED, 0),
        mediating=counts.get(CaseState.MEDIATING, 0),
        to_confirm=queries.translations_to_confirm(actor),
        recent=queries.recently_touched(actor),
        names=code_names(),
    )


@blueprint.get("/cases")
@requires(READ)
def cases() -> str:
    """The cases in reach; filters and page stand in the address."""
    actor = current_actor()
    day = today(actor.country.zone)
    form = _form(actor)
    filters = form.filters(actor.country)
    found = queries.list_cases(
        actor,
        filters,
        today=day,
        now=utc_now(),
        untouched_days=current_app.config["UNTOUCHED_DAYS"],
        page=request.args.get("page", 1, row_number),
    )
    return render_template(
        "mediation/cases.html",
        actor=actor,
        form=form,
        filters=filters,
        found=found,
        today=day,
        names=code_names(),
        url_of_page=_url_of_page,
    )


def _form(actor: Actor) -> CaseListForm:
    language = current_language()
    offices = queries.offices_of_cases(actor)
    form = CaseListForm(request.args)
    form.offer(
        actor.country,
        [(str(each.id), each.name.in_(language)) for each in offices],
        today(actor.country.zone),
    )
    return form


def _url_of_page(number: int) -> str:
    """The same list on another page."""
    kept = {name: values for name, values in request.args.lists() if name != "page"}
    return address_with("mediation.cases", kept | {"page": number})
