"""Which pages show the library of clauses, how each came to read as it does, and change it?"""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from app.kernel import clock
from app.kernel.permissions import Permission
from app.mediation.forms.clause_versions import NewClauseForm, VersionForm, version_values
from app.mediation.queries import clause_history
from app.mediation.queries import clauses as library
from app.mediation.rules.clause_choice import grouped
from app.mediation.rules.clause_examples import example_values
from app.mediation.rules.clauses import Version, preview
from app.mediation.services import clause_library as services
from app.mediation.views import blueprint
from app.mediation.views.clause_preview import pieces
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import Answer, saved
from app.web.access import current_actor, requires
from app.web.forms import Form
from app.web.locale import is_language_switch

READ, EDIT = Permission.REFERENCE_READ, Permission.CLAUSE_EDIT


@blueprint.get("/clauses")
@requires(READ)
def library_clauses() -> str:
    asked = request.args.get("q", "")
    rows = library.library(withdrawn=True)
    return render_template(
        "mediation/library/list.html",
        groups=grouped(rows, asked),
        saved=clause_history.latest_saves(),
        asked=asked,
        may_edit=current_actor().may(EDIT),
    )


@blueprint.get("/clauses/<key>")
@requires(READ)
def library_clause(key: str) -> str:
    return render_template(
        "mediation/library/clause.html",
        clause=library.offered(key),
        example=_example(library.offered(key).version),
        history=clause_history.story(key),
        may_edit=current_actor().may(EDIT),
    )


@blueprint.route("/clauses/new", methods=["GET", "POST"])
@requires(EDIT)
def new_clause() -> Answer:
    form = NewClauseForm()

    def act() -> None:
        services.new_clause(
            current_actor(), key=form.key.data or "", draft=form.draft(), now=clock.utc_now()
        )

    if _saved(form, act):
        flash(_("The clause is in the library."), "success")
        return redirect(url_for("mediation.library_clause", key=form.key.data), 303)
    return _page(form, _("New clause for the library"), url_for("mediation.library_clauses"))


@blueprint.route("/clauses/<key>/edit", methods=["GET", "POST"])
@requires(EDIT)
def edit_clause_version(key: str) -> Answer:
    now = library.offered(key).version
    form = VersionForm(data=version_values(now))

    def act() -> None:
        services.save_version(current_actor(), key=key, draft=form.draft(), now=clock.utc_now())

    back = url_for("mediation.library_clause", key=key)
    if _saved(form, act):
        flash(
            _("The new version is saved. Agreements keep the version they were made of."), "success"
        )
        return redirect(back, 303)
    return _page(form, _("Change the clause"), back)


@blueprint.post("/clauses/preview")
@requires(EDIT)
def preview_version() -> str:
    form = VersionForm()
    form.validate()
    return render_template("mediation/library/_example.html", example=_example(form.draft()))


@blueprint.route("/clauses/<key>/<any(withdraw, restore):act>", methods=["GET", "POST"])
@requires(EDIT)
def offer_clause(key: str, act: str) -> Answer:
    clause = library.offered(key)
    is_end = act == "withdraw"
    do = services.withdraw if is_end else services.restore
    return form_page(
        Form(),
        title=_("Withdraw this clause?") if is_end else _("Offer this clause again?"),
        submit=_("Withdraw the clause") if is_end else _("Offer it again"),
        act=lambda: do(current_actor(), key=key, now=clock.utc_now()),
        said=_("The clause is no longer offered.") if is_end else _("The clause is offered again."),
        done=url_for("mediation.library_clause", key=key),
        case=None,
        lead=f"{clause.version.title_zh} · {clause.version.title_vi}",
        warning=is_end,
    )


def _saved(form: VersionForm, act: object) -> bool:
    """Whether it was saved; the button for another parameter saves nothing."""
    if request.method == "POST" and request.form.get("step") == "add":
        form.add_parameter()
        return False
    return saved(form, act)  # type: ignore[arg-type]


def _page(form: VersionForm, title: str, back: str) -> Answer:
    changes_only = is_language_switch() or request.form.get("step") == "add"
    page = render_template(
        "mediation/library/edit.html",
        form=form,
        title=title,
        back=back,
        example=_example(form.draft()) if form.effect.data else None,
    )
    return page, 422 if request.method == "POST" and not changes_only else 200


def _example(version: Version) -> dict[str, object]:
    """Both texts with invented values; a gap nobody knows stays marked."""
    texts = preview(version, example_values(version))
    return {"zh": pieces(texts.zh), "vi": pieces(texts.vi)}
