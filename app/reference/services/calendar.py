"""What can be done with a calendar? Enter a notice's days; correct or withdraw one."""

from datetime import date

from sqlalchemy import select

from app.db import transaction
from app.kernel.country import Country
from app.kernel.errors import Refusal
from app.kernel.permissions import Actor
from app.reference.models import CalendarDay, Confidence, DayKind, Source
from app.reference.rules import EditRefused, workday_refusals
from app.reference.services.editing import add_row, edit_row

_WORKED = (DayKind.MAKEUP_WORK, DayKind.POSSIBLE_WORK)
BY_HAND = "administrator"


def add_calendar_day(
    actor: Actor,
    *,
    country: Country,
    day: date,
    kind: DayKind,
    name_zh: str,
    name_vi: str,
    provisional: bool,
) -> CalendarDay:
    """Raises NotPermitted, RuleBroken (also when the day is already there)."""
    with transaction() as session:
        taken = session.scalar(
            select(CalendarDay.id).where(CalendarDay.country == country, CalendarDay.day == day)
        )
        refusals = workday_refusals(day, is_work=kind in _WORKED)
        if taken is not None:
            refusals.append(Refusal(EditRefused.DAY_TAKEN, field="day"))
        row = CalendarDay(
            country=country,
            day=day,
            kind=kind,
            name_zh=name_zh,
            name_vi=name_vi,
            provisional=provisional,
            confidence=Confidence.HIGH,
            source_id=session.scalars(select(Source.id).where(Source.code == BY_HAND)).one(),
        )
        return add_row(actor, row, refusals=refusals, country=country)


def edit_calendar_day(
    actor: Actor,
    *,
    day_id: int,
    kind: DayKind,
    name_zh: str,
    name_vi: str,
    provisional: bool,
) -> CalendarDay:
    """Change what is said of a day. Raises NotPermitted, NotFound, RuleBroken."""
    return edit_row(
        actor,
        CalendarDay,
        day_id,
        country_of="country",
        refusals=lambda row: workday_refusals(row.day, is_work=kind in _WORKED),
        values={
            "kind": kind,
            "name_zh": name_zh,
            "name_vi": name_vi,
            "provisional": provisional,
        },
    )
