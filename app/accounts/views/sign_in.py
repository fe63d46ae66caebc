"""Where does one sign in and out?"""

from flask import current_app, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from app.accounts.cookies import drop_token, present_token, remember_token
from app.accounts.demo import DEMO_PASSWORD, demo_people
from app.accounts.forms import SignInForm
from app.accounts.queries import find_user
from app.accounts.services import sign_ins
from app.accounts.views import blueprint
from app.accounts.views.answers import status_of
from app.kernel.clock import utc_now
from app.kernel.errors import RuleBroken
from app.kernel.permissions import Permission
from app.web.access import current_actor, find_actor, public, requires
from app.web.addresses import local_path
from app.web.locale import DEFAULT, remember


@blueprint.route("/sign-in", methods=["GET", "POST"])
@public
def sign_in() -> str | Response | tuple[str, int]:
    if find_actor() is not None:
        return redirect(local_path(request.args.get("next")))
    form = SignInForm()
    if form.validate_on_submit():
        try:
            token = sign_ins.sign_in(
                form.username.data or "",
                form.password.data or "",
                address=request.remote_addr or "",
                browser=request.user_agent.string,
                now=utc_now(),
            )
        except RuleBroken as broken:
            form.refuse(broken)
        else:
            _open_session(token, form.username.data or "")
            return redirect(local_path(request.args.get("next")), code=303)
    people = demo_people() if current_app.config["DEMO_MODE"] else []
    page = render_template(
        "accounts/sign_in.html", form=form, demo_people=people, demo_password=DEMO_PASSWORD
    )
    return page, status_of(form)


def _open_session(token: str, username: str) -> None:
    """A new session, in the language chosen before signing in, else the person's own."""
    person, chosen = find_user(username), session.get("language")
    session.clear()
    remember(chosen or (person.language if person else DEFAULT))
    remember_token(token)


@blueprint.post("/sign-out")
@requires(Permission.PROFILE)
def sign_out() -> Response:
    sign_ins.sign_out(current_actor(), present_token(), utc_now())
    drop_token()
    return redirect(url_for("accounts.sign_in"), code=303)
