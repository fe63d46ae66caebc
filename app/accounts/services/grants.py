"""How does somebody get a role? A security administrator grants; some roles need a second one."""

from datetime import date, datetime, timedelta

from app.accounts.models import RoleGrant, User
from app.accounts.policy import COUNTRY_OF_ROLE, EXCLUSIVE, NEEDS_SECOND_PERSON
from app.accounts.queries import holders_in
from app.accounts.refusals import AccountRefusal
from app.audit import services as audit
from app.db import db, transaction
from app.kernel.errors import NotFound, Refusal, RuleBroken
from app.kernel.permissions import Actor, Role
from app.notifications.models import NoticeKind
from app.notifications.services import enqueue
from app.reference.models import Organisation


def refusals(
    actor: Actor,
    user: User,
    role: Role,
    organisation: Organisation,
    valid_from: date,
    valid_to: date | None,
) -> list[Refusal]:
    """Every reason why this grant may not be made (design: two different people)."""
    held = [grant for grant in user.grants if grant.meets(valid_from, valid_to)]
    others = {grant.role for grant in held} - {role}
    twice = any(g.role is role and g.organisation_id == organisation.id for g in held)
    wrong_country = COUNTRY_OF_ROLE.get(role, user.country) != user.country
    mixes = role in EXCLUSIVE and others or others & EXCLUSIVE
    found = [
        (user.id == actor.user_id, AccountRefusal.GRANT_TO_SELF, ""),
        (
            organisation.country != user.country,
            AccountRefusal.GRANT_OTHER_COUNTRY,
            "organisation_id",
        ),
        (wrong_country, AccountRefusal.GRANT_ROLE_COUNTRY, "role"),
        (bool(mixes), AccountRefusal.GRANT_EXCLUSIVE, "role"),
        (twice, AccountRefusal.GRANT_HELD, "role"),
        (valid_to is not None and valid_to < valid_from, AccountRefusal.GRANT_DATES, "valid_to"),
        (
            organisation.valid_to is not None and organisation.valid_to < valid_from,
            AccountRefusal.ORGANISATION_ENDED,
            "organisation_id",
        ),
    ]
    return [Refusal(code, field=field or None) for wrong, code, field in found if wrong]


def grant_role(
    actor: Actor,
    *,
    user_id: int,
    role: Role,
    organisation_id: int,
    valid_from: date,
    valid_to: date | None,
    now: datetime,
    bootstrap: bool = False,
) -> RoleGrant:
    """A grant, in force at once unless the role needs a second person.

    `bootstrap` is the command line on the server, which two people attend [setting].
    Raises NotFound, RuleBroken.
    """
    with transaction() as session:
        user, organisation = session.get(User, user_id), session.get(Organisation, organisation_id)
        if user is None or user.country != actor.country or organisation is None:
            raise NotFound(user=user_id, organisation=organisation_id)
        if found := refusals(actor, user, role, organisation, valid_from, valid_to):
            raise RuleBroken(found)
        grant = RoleGrant(
            user_id=user.id,
            role=role,
            organisation_id=organisation_id,
            valid_from=valid_from,
            valid_to=valid_to,
            requested_by_id=actor.user_id,
            requested_at=now,
        )
        if bootstrap or role not in NEEDS_SECOND_PERSON:
            grant.approved_by_id, grant.approved_at = actor.user_id, now
        session.add(grant)
        session.flush()
        audit.record(
            actor,
            "accounts:grant:made",
            object_type="user",
            object_id=user.id,
            changes={"role": (None, role), "organisation": (None, organisation.code)},
            at=now,
        )
        if grant.is_waiting:
            _tell_second_persons(grant, now)
        return grant


def _tell_second_persons(grant: RoleGrant, now: datetime) -> None:
    today = now.astimezone(grant.user.country.zone).date()
    for person in holders_in(Role.SECURITY_ADMIN, grant.user.country, today):
        if person.id not in (grant.user_id, grant.requested_by_id):
            enqueue(
                user_id=person.id,
                kind=NoticeKind.GRANT_TO_APPROVE,
                facts={"person": grant.user.display_name},
                path="/grants",
                dedup_key=f"grant:{grant.id}:{person.id}",
                now=now,
            )


def approve_grant(actor: Actor, *, grant_id: int, now: datetime) -> RoleGrant:
    """The second person's yes. Raises RuleBroken when it is the first person, or oneself."""
    with transaction():
        grant = _waiting(actor, grant_id)
        if actor.user_id == grant.requested_by_id:
            raise RuleBroken([Refusal(AccountRefusal.GRANT_SAME_PERSON)])
        if actor.user_id == grant.user_id:
            raise RuleBroken([Refusal(AccountRefusal.GRANT_TO_SELF)])
        grant.approved_by_id, grant.approved_at = actor.user_id, now
        audit.record(
            actor,
            "accounts:grant:approved",
            object_type="user",
            object_id=grant.user_id,
            changes={"role": (None, grant.role)},
            at=now,
        )
        return grant


def end_grant(actor: Actor, *, grant_id: int, today: date, now: datetime) -> RoleGrant:
    """Take a role back from today on; one not yet approved is withdrawn."""
    with transaction() as session:
        grant = session.get(RoleGrant, grant_id)
        if grant is None or grant.user.country != actor.country:
            raise NotFound(grant=grant_id)
        if grant.user_id == actor.user_id:
            raise RuleBroken([Refusal(AccountRefusal.GRANT_TO_SELF)])
        over = grant.valid_to is not None and grant.valid_to < today
        if grant.ended_by_id is not None or (over and not grant.is_waiting):
            raise RuleBroken([Refusal(AccountRefusal.GRANT_DONE)])
        grant.valid_to, grant.ended_by_id = today - timedelta(days=1), actor.user_id
        audit.record(
            actor,
            "accounts:grant:ended",
            object_type="user",
            object_id=grant.user_id,
            changes={"role": (grant.role, None)},
            at=now,
        )
        return grant


def _waiting(actor: Actor, grant_id: int) -> RoleGrant:
    grant = db.session.get(RoleGrant, grant_id)
    if grant is None or grant.user.country != actor.country:
        raise NotFound(grant=grant_id)
    if not grant.is_waiting:
        raise RuleBroken([Refusal(AccountRefusal.GRANT_DONE)])
    return grant
