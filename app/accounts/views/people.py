"""Where does a system administrator keep the accounts of the own country?"""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts import queries
from app.accounts.forms import CloseForm, FirstPasswordForm, PersonForm
from app.accounts.services import people as services
from app.accounts.views import blueprint
from app.accounts.views.answers import status_of
from app.kernel.clock import today, utc_now
from app.kernel.errors import RuleBroken
from app.kernel.permissions import Permission
from app.web.access import current_actor, requires
from app.web.addresses import row_number

PER_PAGE = 50
Answer = Response | tuple[str, int]


@blueprint.get("/accounts")
@requires(Permission.ACCOUNT_MANAGE)
def people() -> str:
    actor, text = current_actor(), request.args.get("q", "").strip()
    found = queries.people_found(actor, text)
    pages = max(1, -(-len(found) // PER_PAGE))
    page = min(max(1, request.args.get("page", 1, type=row_number)), pages)
    return render_template(
        "accounts/people.html",
        people=found[(page - 1) * PER_PAGE : page * PER_PAGE],
        total=len(found),
        page=page,
        pages=pages,
        text=text,
        today=today(actor.country.zone),
    )


@blueprint.get("/accounts/<int:user_id>")
@requires(Permission.ACCOUNT_MANAGE)
def person(user_id: int) -> str:
    actor = current_actor()
    found = queries.person(actor, user_id)
    return render_template("accounts/person.html", person=found, today=today(actor.country.zone))


@blueprint.route("/accounts/new", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_MANAGE)
def new_person() -> Answer:
    actor, form = current_actor(), PersonForm()
    if form.validate_on_submit():
        try:
            made = services.create_user(
                actor,
                username=form.username.data or "",
                display_name=form.display_name.data or "",
                country=actor.country,
                language=form.language.data,
                password=form.password.data or "",
                now=utc_now(),
                must_change=True,
            )
        except RuleBroken as broken:
            form.refuse(broken)
        else:
            flash(_("The account was made. A security administrator gives it a role."), "success")
            return redirect(url_for("accounts.person", user_id=made.id), code=303)
    return render_template("accounts/new_person.html", form=form), status_of(form)


@blueprint.route("/accounts/<int:user_id>/close", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_MANAGE)
def close_person(user_id: int) -> Answer:
    actor, form = current_actor(), CloseForm()
    found = queries.person(actor, user_id)
    if form.validate_on_submit():
        try:
            services.disable_user(
                actor, user_id=user_id, reason=form.reason.data or "", now=utc_now()
            )
        except RuleBroken as broken:
            form.refuse(broken)
        else:
            flash(_("The account is closed, and the person is signed out everywhere."), "success")
            return redirect(url_for("accounts.person", user_id=user_id), code=303)
    return render_template("accounts/close_person.html", form=form, person=found), status_of(form)


@blueprint.post("/accounts/<int:user_id>/open")
@requires(Permission.ACCOUNT_MANAGE)
def open_person(user_id: int) -> Response:
    services.enable_user(current_actor(), user_id=user_id, now=utc_now())
    flash(_("The account is open again."), "success")
    return redirect(url_for("accounts.person", user_id=user_id), code=303)


@blueprint.route("/accounts/<int:user_id>/password", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_MANAGE)
def set_password(user_id: int) -> Answer:
    actor, form = current_actor(), FirstPasswordForm()
    found = queries.person(actor, user_id)
    if form.validate_on_submit():
        try:
            services.reset_password(
                actor, user_id=user_id, password=form.password.data or "", now=utc_now()
            )
        except RuleBroken as broken:
            form.refuse(broken)
        else:
            flash(_("The first password is set. Tell it to the person yourself."), "success")
            return redirect(url_for("accounts.person", user_id=user_id), code=303)
    return render_template("accounts/set_password.html", form=form, person=found), status_of(form)
