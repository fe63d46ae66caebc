"""How does one sign in and out? Server-side sign-ins, which can be ended at any moment."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from app.accounts import throttle
from app.accounts.actors import actor_of
from app.accounts.models import SignIn, User
from app.accounts.passwords import matches
from app.accounts.queries import find_user
from app.accounts.refusals import AccountRefusal
from app.audit import services as audit
from app.db import db, transaction
from app.kernel.errors import NotFound, Refusal, RuleBroken
from app.kernel.permissions import Actor

SEEN_EVERY = timedelta(minutes=1)


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def sign_in(username: str, password: str, *, address: str, browser: str, now: datetime) -> str:
    """A new sign-in's token, for the cookie. Raises RuleBroken with the same answer for a wrong
    password, an unknown account and a disabled one; and TOO_MANY_TRIES when throttled."""
    username = username.strip().lower()
    if not _may_try(username, address, now):
        raise RuleBroken([Refusal(AccountRefusal.TOO_MANY_TRIES)])
    user = find_user(username)
    right = matches(password, user.password_hash if user else None)
    if user is None or not right or user.disabled_at is not None:
        raise RuleBroken([Refusal(AccountRefusal.WRONG_CREDENTIALS)])
    with transaction() as session:
        user = session.get_one(User, user.id)
        token = secrets.token_urlsafe(32)
        session.add(
            SignIn(
                token_hash=token_hash(token),
                user_id=user.id,
                created_at=now,
                last_seen_at=now,
                address=address[:64],
                browser=browser[:200],
            )
        )
        throttle.forget(username, address, now)
        actor = actor_of(user, now.astimezone(user.country.zone).date(), address)
        audit.record(
            actor, "accounts:sign_in:opened", object_type="user", object_id=user.id, at=now
        )
    return token


def _may_try(username: str, address: str, now: datetime) -> bool:
    while True:
        try:
            with transaction():
                return throttle.take_try(username, address, now)
        except IntegrityError:  # another made the counter first: count on that one
            continue


def sign_out(actor: Actor, token: str, now: datetime) -> None:
    with transaction() as session:
        session.execute(
            update(SignIn)
            .where(SignIn.token_hash == token_hash(token), SignIn.ended_at.is_(None))
            .values(ended_at=now)
        )
        audit.record(
            actor, "accounts:sign_in:closed", object_type="user", object_id=actor.user_id, at=now
        )


def end_all(user_id: int, now: datetime, *, keep: str = "") -> None:
    """End a person's sign-ins inside the caller's transaction, but for the token kept."""
    db.session.execute(
        update(SignIn)
        .where(
            SignIn.user_id == user_id,
            SignIn.ended_at.is_(None),
            SignIn.token_hash != token_hash(keep),
        )
        .values(ended_at=now)
    )


def end_one(actor: Actor, *, sign_in_id: int, now: datetime) -> None:
    """Sign out another browser of one's own. Raises NotFound."""
    with transaction() as session:
        found = session.get(SignIn, sign_in_id)
        if found is None or found.user_id != actor.user_id:
            raise NotFound(sign_in=sign_in_id)
        found.ended_at = found.ended_at or now
        audit.record(
            actor, "accounts:sign_in:ended", object_type="user", object_id=found.user_id, at=now
        )


def mark_seen(token: str, now: datetime) -> None:
    """Remember that the person is there, at most once a minute."""
    with transaction() as session:
        session.execute(
            update(SignIn)
            .where(
                SignIn.token_hash == token_hash(token),
                SignIn.ended_at.is_(None),
                SignIn.last_seen_at < now - SEEN_EVERY,
            )
            .values(last_seen_at=now)
        )
