"""Where does a person see their own roles, language, password and signed-in browsers?"""

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from app.accounts import queries
from app.accounts.cookies import present_token
from app.accounts.forms import LanguageForm, PasswordForm
from app.accounts.services import people as services
from app.accounts.services import sign_ins
from app.accounts.services.sign_ins import token_hash
from app.accounts.views import blueprint
from app.accounts.views.answers import status_of
from app.kernel.clock import today, utc_now
from app.kernel.errors import RuleBroken
from app.kernel.permissions import Permission
from app.web.access import current_actor, requires
from app.web.locale import remember

# Where a person may go whose first password has not been changed yet.
OPEN_WITH_FIRST_PASSWORD = frozenset(
    {"accounts.profile", "accounts.sign_out", "locale.switch", "static"}
)


def insist_on_new_password() -> Response | None:
    """Before every request: a password somebody else has set is changed before all else."""
    if request.endpoint in OPEN_WITH_FIRST_PASSWORD or request.endpoint is None:
        return None
    if not getattr(current_user, "must_change_password", False):
        return None
    return redirect(url_for("accounts.profile"), code=303)


@blueprint.route("/profile", methods=["GET", "POST"])
@requires(Permission.PROFILE)
def profile() -> Response | tuple[str, int]:
    actor, form = current_actor(), PasswordForm()
    if form.validate_on_submit():
        try:
            services.change_password(
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
    return _page(form), status_of(form)


def _page(form: PasswordForm) -> str:
    actor = current_actor()
    person = queries.person(actor, actor.user_id or 0)
    sign_ins_here = queries.live_sign_ins(
        person.id,
        utc_now(),
        idle=current_app.config["SIGN_IN_IDLE"],
        absolute=current_app.config["SIGN_IN_ABSOLUTE"],
    )
    return render_template(
        "accounts/profile.html",
        form=form,
        language_form=LanguageForm(formdata=None, language=person.language),
        person=person,
        grants=queries.grants_in_force(person.id, today(actor.country.zone)),
        sign_ins=sign_ins_here,
        this_one=token_hash(present_token()),
    )


@blueprint.post("/profile/language")
@requires(Permission.PROFILE)
def choose_language() -> Response:
    form = LanguageForm()
    if form.validate_on_submit():
        services.choose_language(current_actor(), language=form.language.data, now=utc_now())
        remember(form.language.data)
        flash(_("Your pages and notices now come in this language."), "success")
    return redirect(url_for("accounts.profile"), code=303)


@blueprint.post("/profile/sign-ins/<int:sign_in_id>/end")
@requires(Permission.PROFILE)
def end_sign_in(sign_in_id: int) -> Response:
    sign_ins.end_one(current_actor(), sign_in_id=sign_in_id, now=utc_now())
    flash(_("That browser was signed out."), "success")
    return redirect(url_for("accounts.profile"), code=303)
