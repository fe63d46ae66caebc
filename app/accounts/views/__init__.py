"""Which addresses belong to accounts? Signing in and out, one's own profile, administration."""

from flask import Blueprint

blueprint = Blueprint("accounts", __name__, template_folder="../templates")

from app.accounts.views import profile, sign_in  # noqa: E402

__all__ = ["blueprint", "profile", "sign_in"]
