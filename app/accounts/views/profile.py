"""Where does a person see their own roles and change their password?"""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts.cookies import present_token
from app.accounts.forms import PasswordForm
from app.accounts.queries import grants_in_force
from app.accounts.services.people import change_password
from app.accounts.views import blueprint
from app.kernel.clock import today, utc_now
from app.kernel.errors import RuleBroken
from app.kernel.permissions import Permission
from app.web.access import current_actor, requires


@blueprint.route("/profile", methods=["GET", "POST"])
@requires(Permission.PROFILE)
def profile() -> str | Response | tuple[str, int]:
    actor, form = current_actor(), PasswordForm()
    if form.validate_on_submit():
        try:
            change_password(
                actor,
                current=form.current.data or "",
                password=form.password.data or "",
                token=present_token(),
                now=utc_now(),
            )
        except RuleBroken as broken:
            form.refuse(broken)
        else:
            flash(_("Your password was changed. Other browsers were signed out."), "success")
            return redirect(url_for("accounts.profile"), code=303)
    grants = grants_in_force(actor.user_id or 0, today(actor.country.zone))
    status = 422 if form.is_submitted() and (form.errors or form.form_errors) else 200
    return render_template("accounts/profile.html", form=form, grants=grants), status
