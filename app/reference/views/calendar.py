"""Which addresses show and edit the calendars?"""

from itertools import groupby

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.kernel.clock import today
from app.kernel.country import Country
from app.kernel.errors import NotFound
from app.kernel.permissions import Permission
from app.reference import queries, services
from app.reference.forms import CalendarDayForm, NewCalendarDayForm, values
from app.reference.models import DayKind
from app.reference.views.answers import Answer, demand_edit, edit_page
from app.reference.views.blueprint import blueprint
from app.web.access import current_actor, requires


@blueprint.get("/calendar")
@requires(Permission.REFERENCE_READ)
def this_calendar() -> Response:
    country = current_actor().country
    return redirect(url_for(".calendar", country=country, year=today(country.zone).year))


@blueprint.get("/calendar/<country>/<int:year>")
@requires(Permission.REFERENCE_READ)
def calendar(country: str, year: int) -> str:
    chosen = _country(country)
    entries = queries.calendar_days(chosen, [year])
    return render_template(
        "reference/calendar.html",
        country=chosen,
        year=year,
        years={each: queries.calendar_years(each) for each in Country},
        months=[(month, list(days)) for month, days in groupby(entries, lambda e: e.day.month)],
        sources=dict.fromkeys(entry.source for entry in entries),
        provisional=any(entry.provisional for entry in entries),
        may_edit=services.may_edit(current_actor(), chosen),
    )


@blueprint.route("/calendar/<country>/<int:year>/add", methods=["GET", "POST"])
@requires(Permission.REFERENCE_EDIT)
def add_calendar_day(country: str, year: int) -> Answer:
    chosen = _country(country)
    demand_edit(chosen)
    form = NewCalendarDayForm()
    return edit_page(
        form,
        lambda: services.add_calendar_day(current_actor(), country=chosen, **_typed(form)),
        "reference/edit_calendar_day.html",
        url_for(".calendar", country=chosen, year=year),
        country=chosen,
        entry=None,
    )


@blueprint.route("/calendar/days/<int:day_id>/edit", methods=["GET", "POST"])
@requires(Permission.REFERENCE_EDIT)
def edit_calendar_day(day_id: int) -> Answer:
    entry = queries.calendar_day(day_id)
    demand_edit(entry.country)
    form = CalendarDayForm(obj=entry)
    return edit_page(
        form,
        lambda: services.edit_calendar_day(current_actor(), day_id=day_id, **_typed(form)),
        "reference/edit_calendar_day.html",
        url_for(".calendar", country=entry.country, year=entry.day.year),
        country=entry.country,
        entry=entry,
    )


def _typed(form: CalendarDayForm) -> dict[str, object]:
    typed = values(form)
    return typed | {"kind": DayKind(typed["kind"])}


def _country(text: str) -> Country:
    """Raises NotFound."""
    if text not in list(Country):
        raise NotFound(country=text)
    return Country(text)
