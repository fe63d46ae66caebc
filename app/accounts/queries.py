"""Who is there? People, their grants in force, the sign-in behind a cookie."""

from datetime import date, datetime, timedelta

from sqlalchemy import or_, select

from app.accounts.models import RoleGrant, SignIn, User
from app.accounts.policy import POLICY
from app.db import db
from app.kernel.country import Country
from app.kernel.errors import NotFound
from app.kernel.permissions import Actor, Permission, Role
from app.kernel.text import fold
from app.reference import queries as reference
from app.reference.models import Organisation


def find_user(username: str) -> User | None:
    return db.session.scalar(select(User).where(User.username == username.strip().lower()))


def live_sign_in(
    hashed: str, now: datetime, *, idle: timedelta, absolute: timedelta
) -> SignIn | None:
    """The sign-in, unless it was ended, sat idle, grew too old, or its person was disabled."""
    query = (
        select(SignIn)
        .join(User)
        .where(
            SignIn.token_hash == hashed,
            SignIn.ended_at.is_(None),
            SignIn.last_seen_at > now - idle,
            SignIn.created_at > now - absolute,
            User.disabled_at.is_(None),
        )
    )
    return db.session.scalar(query)


def live_sign_ins(
    user_id: int, now: datetime, *, idle: timedelta, absolute: timedelta
) -> list[SignIn]:
    """Where a person is signed in, the latest first."""
    query = (
        select(SignIn)
        .where(
            SignIn.user_id == user_id,
            SignIn.ended_at.is_(None),
            SignIn.last_seen_at > now - idle,
            SignIn.created_at > now - absolute,
        )
        .order_by(SignIn.last_seen_at.desc(), SignIn.id.desc())
    )
    return list(db.session.scalars(query))


def grants_in_force(user_id: int, day: date) -> list[RoleGrant]:
    query = (
        select(RoleGrant)
        .where(
            RoleGrant.user_id == user_id,
            RoleGrant.approved_at.is_not(None),
            RoleGrant.valid_from <= day,
            or_(RoleGrant.valid_to.is_(None), RoleGrant.valid_to >= day),
        )
        .order_by(RoleGrant.id)
    )
    return list(db.session.scalars(query))


def people(country: Country | None = None) -> list[User]:
    query = select(User).order_by(User.country, User.username)
    return list(db.session.scalars(query.where(User.country == country) if country else query))


def person(actor: Actor, user_id: int) -> User:
    """A person of the own country. Raises NotFound."""
    found = db.session.get(User, user_id)
    if found is None or found.country != actor.country:
        raise NotFound(user=user_id)
    return found


def people_found(actor: Actor, text: str) -> list[User]:
    """People of the own country whose user name or name holds the text, accents aside."""
    wanted = fold(text)
    return [
        user
        for user in people(actor.country)
        if wanted in user.username or wanted in fold(user.display_name)
    ]


def organisations_found(actor: Actor, text: str, on: date) -> list[Organisation]:
    """Organisations of the own country that stand on a day and hold the text, accents aside."""
    wanted = fold(text)
    return [
        found
        for found in reference.organisations(actor.country, on=on)
        if wanted in fold(f"{found.code} {found.name.zh} {found.name.vi}")
    ]


def grants_held(actor: Actor, day: date) -> list[RoleGrant]:
    """Approved grants of the own country, in force on a day or later, by person."""
    query = (
        select(RoleGrant)
        .join(User, RoleGrant.user_id == User.id)
        .where(
            User.country == actor.country,
            RoleGrant.approved_at.is_not(None),
            or_(RoleGrant.valid_to.is_(None), RoleGrant.valid_to >= day),
        )
        .order_by(User.username, RoleGrant.id)
    )
    return list(db.session.scalars(query))


def grants_to_approve(country: Country) -> list[RoleGrant]:
    query = (
        select(RoleGrant)
        .join(User, RoleGrant.user_id == User.id)
        .where(
            RoleGrant.approved_at.is_(None),
            RoleGrant.ended_by_id.is_(None),
            User.country == country,
        )
        .order_by(RoleGrant.requested_at)
    )
    return list(db.session.scalars(query))


def holders_in(role: Role, country: Country, day: date) -> list[User]:
    """People of a country who hold a role anywhere on a day, by user name."""
    query = (
        select(User)
        .join(RoleGrant, RoleGrant.user_id == User.id)
        .where(
            User.country == country,
            User.disabled_at.is_(None),
            RoleGrant.role == role,
            RoleGrant.approved_at.is_not(None),
            RoleGrant.valid_from <= day,
            or_(RoleGrant.valid_to.is_(None), RoleGrant.valid_to >= day),
        )
        .distinct()
        .order_by(User.username)
    )
    return list(db.session.scalars(query))


def may_in(permission: Permission, country: Country, day: date) -> list[User]:
    """People of a country whose role gives them a permission on a day, each once."""
    roles = [role for role in Role if permission in POLICY[role]]
    found = {user.id: user for role in roles for user in holders_in(role, country, day)}
    return [found[key] for key in sorted(found)]


def holders(role: Role, organisation_id: int, day: date) -> list[User]:
    """People who hold a role at an organisation on a day, by user name."""
    query = (
        select(User)
        .join(RoleGrant, RoleGrant.user_id == User.id)
        .where(
            RoleGrant.role == role,
            RoleGrant.organisation_id == organisation_id,
            RoleGrant.approved_at.is_not(None),
            RoleGrant.valid_from <= day,
            or_(RoleGrant.valid_to.is_(None), RoleGrant.valid_to >= day),
            User.disabled_at.is_(None),
        )
        .order_by(User.username)
    )
    return list(db.session.scalars(query))
