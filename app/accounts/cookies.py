"""Who does the cookie say is there? Flask-Login carries a token; the sign-in behind it is looked
up afresh on every request, so that ending it works at once."""

from flask import current_app, request
from flask_login import UserMixin, current_user, login_user, logout_user

from app.accounts.actors import actor_of
from app.accounts.queries import live_sign_in
from app.accounts.services.sign_ins import SEEN_EVERY, mark_seen, token_hash
from app.extensions import login_manager
from app.kernel.clock import utc_now
from app.kernel.permissions import Actor


class SignedIn(UserMixin):
    """What Flask-Login knows of a person: the token in the cookie, and the actor behind it."""

    def __init__(
        self, token: str, actor: Actor | None = None, *, must_change_password: bool = False
    ) -> None:
        self.token, self.actor = token, actor
        self.must_change_password = must_change_password

    def get_id(self) -> str:
        return self.token


def remember_token(token: str) -> None:
    login_user(SignedIn(token))


def drop_token() -> None:
    logout_user()


def present_token() -> str:
    return str(getattr(current_user, "token", ""))


def load_actor() -> Actor | None:
    """The actor behind the request's cookie, or None when the sign-in is no longer live."""
    return getattr(current_user, "actor", None)


@login_manager.user_loader  # type: ignore[untyped-decorator]
def load_signed_in(token: str) -> SignedIn | None:
    now = utc_now()
    found = live_sign_in(
        token_hash(token),
        now,
        idle=current_app.config["SIGN_IN_IDLE"],
        absolute=current_app.config["SIGN_IN_ABSOLUTE"],
    )
    if found is None:
        return None
    here = now.astimezone(found.user.country.zone).date()
    actor = actor_of(found.user, here, request.remote_addr or "")
    must_change = found.user.must_change_password
    if now - found.last_seen_at > SEEN_EVERY:
        mark_seen(token, now)
    return SignedIn(token, actor, must_change_password=must_change)
