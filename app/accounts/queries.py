"""Who is there? People, their grants in force, the sign-in behind a cookie."""

from datetime import date, datetime, timedelta

from sqlalchemy import or_, select

from app.accounts.models import RoleGrant, SignIn, User
from app.db import db
from app.kernel.country import Country
from app.kernel.permissions import Role


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
