"""What was done? Entries of a case, of an object, of a country's log."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import Select, func, select

from app.audit.models import AuditEntry
from app.db import db
from app.kernel.country import Country
from app.kernel.permissions import Actor


@dataclass(frozen=True, slots=True)
class Filter:
    """What a reader of the log looks for; empty parts leave everything in.

    `action` is the beginning of a tag (`mediation:case`). Days are the country's own,
    both ends included.
    """

    person: str = ""
    action: str = ""
    object_type: str = ""
    object_id: int | None = None
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of the log, newest first, and the ids that lead on."""

    entries: list[AuditEntry]
    newer: int | None
    older: int | None


def entries_of_case(case_id: int) -> list[AuditEntry]:
    """Every entry of one case, oldest first. The caller has checked the case's scope."""
    query = select(AuditEntry).where(AuditEntry.case_id == case_id).order_by(AuditEntry.id)
    return list(db.session.scalars(query))


def entries_of_object(object_type: str, object_id: int) -> list[AuditEntry]:
    query = (
        select(AuditEntry)
        .where(AuditEntry.object_type == object_type, AuditEntry.object_id == object_id)
        .order_by(AuditEntry.id)
    )
    return list(db.session.scalars(query))


def log(
    actor: Actor,
    wanted: Filter,
    *,
    before: int | None = None,
    after: int | None = None,
    limit: int = 50,
) -> Page:
    """Entries of the actor's own country around a place in the log, newest first."""
    query = _narrowed(actor.country, wanted)
    if after is not None:
        rows = query.where(AuditEntry.id > after).order_by(AuditEntry.id).limit(limit)
        entries = list(db.session.scalars(rows))[::-1]
    else:
        rows = query if before is None else query.where(AuditEntry.id < before)
        entries = list(db.session.scalars(rows.order_by(AuditEntry.id.desc()).limit(limit)))
    if not entries:
        return Page([], None, None)
    newest, oldest = entries[0].id, entries[-1].id
    is_more_above = db.session.scalar(query.where(AuditEntry.id > newest).limit(1)) is not None
    is_more_below = db.session.scalar(query.where(AuditEntry.id < oldest).limit(1)) is not None
    return Page(entries, newest if is_more_above else None, oldest if is_more_below else None)


def object_types(actor: Actor) -> list[str]:
    """The kinds of things the country's log speaks of."""
    query = select(AuditEntry.object_type).where(AuditEntry.country == actor.country.value)
    return sorted(db.session.scalars(query.distinct()))


def _narrowed(country: Country, wanted: Filter) -> Select[tuple[AuditEntry]]:
    query = select(AuditEntry).where(AuditEntry.country == country.value)
    if wanted.person:
        name = func.lower(AuditEntry.actor_name)
        query = query.where(name.contains(wanted.person.lower(), autoescape=True))
    if wanted.action:
        query = query.where(AuditEntry.action.startswith(wanted.action, autoescape=True))
    if wanted.object_type:
        query = query.where(AuditEntry.object_type == wanted.object_type)
    if wanted.object_id is not None:
        query = query.where(AuditEntry.object_id == wanted.object_id)
    if wanted.first_on is not None:
        query = query.where(AuditEntry.at >= _midnight(wanted.first_on, country))
    if wanted.last_on is not None:
        day_after = wanted.last_on + timedelta(days=1)
        query = query.where(AuditEntry.at < _midnight(day_after, country))
    return query


def _midnight(day: date, country: Country) -> datetime:
    return datetime.combine(day, time(), country.zone)
