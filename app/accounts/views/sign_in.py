"""Where does one sign in and out?"""

from flask import current_app, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from app.accounts.cookies import drop_token, present_token, remember_token
from app.accounts.forms import SignInForm
from app.accounts.services import sign_ins
from app.accounts.demo import DEMO_PASSWORD, demo_people
from app.accounts.views import blueprint
from app.kernel.clock import utc_now
from app.kernel.errors import RuleBroken
from app.kernel.permissions import Permission
from app.web.access import current_actor, find_actor, public, requires
from app.web.locale import local_path, remember


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
            language = session.get("language")
            session.clear()  # a new session for a signed-in person
            if language:
                remember(language)
            remember_token(token)
            return redirect(local_path(request.args.get("next")), code=303)
    people = demo_people() if current_app.config["DEMO_MODE"] else []
    page = render_template(
        "accounts/sign_in.html", form=form, demo_people=people, demo_password=DEMO_PASSWORD
    )
    return page, _status(form)


def _status(form: SignInForm) -> int:
    return 422 if form.is_submitted() and (form.errors or form.form_errors) else 200


@blueprint.post("/sign-out")
@requires(Permission.PROFILE)
def sign_out() -> Response:
    sign_ins.sign_out(current_actor(), present_token(), utc_now())
    drop_token()
    return redirect(url_for("accounts.sign_in"), code=303)
