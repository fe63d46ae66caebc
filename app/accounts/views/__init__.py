"""Which addresses belong to accounts? Signing in and out, one's own profile, administration."""

from flask import Blueprint, Flask
from flask_babel import lazy_gettext as _l

from app.accounts import queries
from app.kernel.permissions import Permission
from app.web import add_navigation
from app.web.access import current_actor

blueprint = Blueprint("accounts", __name__, template_folder="../templates")

from app.accounts.views import grants, people, profile, sign_in  # noqa: E402


def _waiting() -> int:
    return len(queries.grants_to_approve(current_actor().country))


def register(app: Flask) -> None:
    app.before_request(profile.insist_on_new_password)
    app.register_blueprint(blueprint)
    add_navigation(app, "accounts.people", _l("Accounts"), Permission.ACCOUNT_MANAGE, order=70)
    add_navigation(
        app,
        "accounts.grants",
        _l("Roles of people"),
        Permission.GRANT_MANAGE,
        count=_waiting,
        order=71,
    )


__all__ = ["blueprint", "grants", "people", "profile", "register", "sign_in"]
