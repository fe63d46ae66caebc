"""How are accounts kept? Created, disabled, given a new password; each with its audit entry."""

import re
from datetime import datetime

from app.accounts.models import User
from app.accounts.passwords import MINIMUM_LENGTH, hash_password, matches
from app.accounts.policy import EXCLUSIVE
from app.accounts.queries import find_user
from app.accounts.refusals import AccountRefusal
from app.accounts.services.sign_ins import end_all
from app.audit import services as audit
from app.db import db, transaction
from app.kernel.country import Country
from app.kernel.errors import NotFound, Refusal, RuleBroken
from app.kernel.permissions import Actor

USERNAME = re.compile(r"[a-z][a-z0-9._-]{2,39}")
COMMON = frozenset(
    {
        "1234567890",
        "0123456789",
        "password12",
        "qwertyuiop",
        "aaaaaaaaaa",
        "1111111111",
        "password123",
        "a123456789",
        "12345678910",
    }
)


def password_refusals(password: str) -> list[Refusal]:
    """At least ten characters and not one of the commonest; no forced rotation [setting]."""
    if len(password) < MINIMUM_LENGTH:
        facts = {"length": MINIMUM_LENGTH}
        return [Refusal(AccountRefusal.PASSWORD_SHORT, facts, field="password")]
    if password.lower() in COMMON or len(set(password)) < 4:
        return [Refusal(AccountRefusal.PASSWORD_COMMON, field="password")]
    return []


def create_user(
    actor: Actor,
    *,
    username: str,
    display_name: str,
    country: Country,
    language: str,
    password: str,
    now: datetime,
    is_demo: bool = False,
    must_change: bool = False,
) -> User:
    """A new account without any grant. Raises RuleBroken with every reason."""
    username = username.strip().lower()
    refusals = [] if is_demo else password_refusals(password)
    if not USERNAME.fullmatch(username):
        refusals.append(Refusal(AccountRefusal.USERNAME_SHAPE, field="username"))
    elif find_user(username):
        refusals.append(Refusal(AccountRefusal.USERNAME_TAKEN, field="username"))
    if refusals:
        raise RuleBroken(refusals)
    hashed = hash_password(password)
    with transaction() as session:
        user = User(
            username=username,
            display_name=display_name,
            country=country,
            language=language,
            password_hash=hashed,
            created_at=now,
            is_demo=is_demo,
            must_change_password=must_change,
        )
        session.add(user)
        session.flush()
        audit.record(
            actor,
            "accounts:user:created",
            object_type="user",
            object_id=user.id,
            changes={"username": (None, username)},
            at=now,
        )
        return user


def disable_user(actor: Actor, *, user_id: int, reason: str, now: datetime) -> User:
    """Close an account and end its sign-ins at once. Raises NotFound, RuleBroken (oneself)."""
    if user_id == actor.user_id:
        raise RuleBroken([Refusal(AccountRefusal.DISABLE_SELF)])
    with transaction():
        user = _own(actor, user_id)
        user.disabled_at, user.disabled_reason = now, reason
        end_all(user.id, now)
        audit.record(
            actor,
            "accounts:user:disabled",
            object_type="user",
            object_id=user.id,
            reason=reason,
            at=now,
        )
        return user


def enable_user(actor: Actor, *, user_id: int, now: datetime) -> User:
    """Open a closed account again; its ended sign-ins stay ended. Raises NotFound."""
    with transaction():
        user = _own(actor, user_id)
        user.disabled_at, user.disabled_reason = None, ""
        audit.record(actor, "accounts:user:enabled", object_type="user", object_id=user.id, at=now)
        return user


def change_password(
    actor: Actor, *, current: str, password: str, token: str, now: datetime
) -> None:
    """A person's own new password; every other browser is signed out. Raises RuleBroken."""
    user = db.session.get_one(User, actor.user_id)
    refusals = password_refusals(password)
    if not matches(current, user.password_hash):
        refusals.append(Refusal(AccountRefusal.PASSWORD_WRONG, field="current"))
    if refusals:
        raise RuleBroken(refusals)
    hashed = hash_password(password)  # slow on purpose, so not while others wait to write
    with transaction() as session:
        user = session.get_one(User, actor.user_id)
        user.password_hash, user.must_change_password = hashed, False
        end_all(user.id, now, keep=token)
        audit.record(
            actor, "accounts:password:changed", object_type="user", object_id=user.id, at=now
        )


def reset_password(actor: Actor, *, user_id: int, password: str, now: datetime) -> None:
    """A first password set by an administrator, to be changed at the next sign-in.

    Whoever sets a password could sign in with it: that of an auditor or administrator is set
    by the server's keeper only, who is nobody in the register. Raises NotFound, RuleBroken.
    """
    hashed = hash_password(password)
    with transaction():
        user = _own(actor, user_id)
        refusals = password_refusals(password)
        guarded = any(
            grant.role in EXCLUSIVE and grant.meets(now.date(), None) for grant in user.grants
        )
        if guarded and actor.user_id is not None:
            refusals.append(Refusal(AccountRefusal.RESET_GUARDED))
        if refusals:
            raise RuleBroken(refusals)
        user.password_hash, user.must_change_password = hashed, True
        end_all(user.id, now)
        audit.record(
            actor, "accounts:password:reset", object_type="user", object_id=user.id, at=now
        )


def choose_language(actor: Actor, *, language: str, now: datetime) -> None:
    """The language a person's pages and notices come in."""
    with transaction() as session:
        user = session.get_one(User, actor.user_id)
        changes = audit.apply_changes(user, {"language": language})
        if changes:
            audit.record(
                actor,
                "accounts:user:language_chosen",
                object_type="user",
                object_id=user.id,
                changes=changes,
                at=now,
            )


def _own(actor: Actor, user_id: int) -> User:
    """A person of the actor's own country; anybody else is not there. Raises NotFound."""
    user = db.session.get(User, user_id)
    if user is None or user.country != actor.country:
        raise NotFound(user=user_id)
    return user
