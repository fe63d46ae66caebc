"""How is the register of mediators kept? Added, corrected, ended; never deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.audit import services as audit
from app.db import transaction
from app.kernel.country import Country
from app.kernel.errors import NotFound, Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import PersonTitle
from app.mediation.models import Mediator
from app.mediation.queries.mediators import accounts_of_office, entry_with_account, get_mediator
from app.mediation.rules.people import PeopleRefusal, PersonFacts, entry_refusals
from app.reference import queries as reference
from app.reference.models import Organisation


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """What an officer writes of a person of either side."""

    name: str
    country: Country
    name_han: str = ""
    name_latin: str = ""
    title: PersonTitle | None = None
    languages: Sequence[str] = ()
    can_mediate: bool = True
    can_interpret: bool = False
    organisation_id: int | None = None
    user_id: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    is_demo: bool = False


def add_mediator(
    actor: Actor, *, owner_id: int, entry: PersonEntry, today: date, now: datetime
) -> Mediator:
    """Put a person into the own office's register. Raises NotPermitted, RuleBroken."""
    actor.demand(Permission.MEDIATOR_MANAGE, owner_id)
    with transaction() as session:
        owner = reference.organisation(owner_id)
        _judge(owner, entry, today, mediator_id=None)
        row = Mediator(owner_id=owner.id, **_values(entry))
        session.add(row)
        session.flush()
        changes = {name: (None, value) for name, value in _values(entry).items() if value}
        _record(actor, row, "added", now, changes)
        return row


def edit_mediator(
    actor: Actor, *, mediator_id: int, entry: PersonEntry, today: date, now: datetime
) -> Mediator:
    """Correct an entry. Raises NotFound, RuleBroken."""
    with transaction():
        row = get_mediator(actor, mediator_id)
        _judge(row.owner, entry, today, mediator_id=row.id)
        _record(actor, row, "edited", now, audit.apply_changes(row, _values(entry)))
        return row


def end_mediator(actor: Actor, *, mediator_id: int, on: date, now: datetime) -> Mediator:
    """After `on` nobody can give this person a new duty. Raises NotFound, RuleBroken."""
    with transaction():
        row = get_mediator(actor, mediator_id)
        if row.valid_from is not None and on < row.valid_from:
            raise RuleBroken([Refusal(PeopleRefusal.ENDS_BEFORE_START, field="on")])
        _record(actor, row, "ended", now, audit.apply_changes(row, {"valid_to": on}))
        return row


def person_facts(person: Mediator | PersonEntry) -> PersonFacts:
    languages = person.languages
    return PersonFacts(
        name=person.name,
        country=person.country,
        can_mediate=person.can_mediate,
        can_interpret=person.can_interpret,
        languages=frozenset(languages.split() if isinstance(languages, str) else languages),
        valid_from=person.valid_from,
        valid_to=person.valid_to,
    )


def _judge(
    owner: Organisation, entry: PersonEntry, today: date, *, mediator_id: int | None
) -> None:
    found = [
        *entry_refusals(
            person_facts(entry), owner=owner.country, has_account=entry.user_id is not None
        )
    ]
    if entry.user_id is not None and entry.country is owner.country:
        known = {user.id for user in accounts_of_office(owner.id, today)}
        if entry.user_id not in known:
            found.append(Refusal(PeopleRefusal.ACCOUNT_NOT_OF_OFFICE, field="user_id"))
        named = entry_with_account(owner.id, entry.user_id, today)
        if named is not None and named.id != mediator_id:
            found.append(
                Refusal(PeopleRefusal.ACCOUNT_TAKEN, {"person": named.name}, field="user_id")
            )
    if entry.organisation_id is not None:
        body = reference.organisation(entry.organisation_id)
        if body.country is not entry.country:
            raise NotFound(organisation=entry.organisation_id)
    if found:
        raise RuleBroken(found)


def _values(entry: PersonEntry) -> dict[str, object]:
    return {
        "name": entry.name,
        "country": entry.country,
        "name_han": entry.name_han,
        "name_latin": entry.name_latin,
        "title": entry.title.value if entry.title else "",
        "languages": " ".join(entry.languages),
        "can_mediate": entry.can_mediate,
        "can_interpret": entry.can_interpret,
        "organisation_id": entry.organisation_id,
        "user_id": entry.user_id,
        "valid_from": entry.valid_from,
        "valid_to": entry.valid_to,
        "is_demo": entry.is_demo,
    }


def _record(
    actor: Actor, row: Mediator, past: str, now: datetime, changes: dict[str, tuple[object, object]]
) -> None:
    action = f"mediation:mediator:{past}"
    audit.record(actor, action, object_type="mediator", object_id=row.id, changes=changes, at=now)
