"""Which pages show the library of clauses, its history, and propose that it change?"""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from app.kernel import clock
from app.kernel.permissions import Permission
from app.mediation.forms.clause_proposals import ReasonForm
from app.mediation.forms.clause_versions import NewClauseForm, VersionForm, version_values
from app.mediation.models import ClauseProposal
from app.mediation.queries import clause_history, clause_proposals
from app.mediation.queries import clauses as library
from app.mediation.rules.clause_choice import grouped
from app.mediation.services import clause_proposals as services
from app.mediation.views import blueprint
from app.mediation.views.clause_preview import example
from app.mediation.views.clause_proposals import serves
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import Answer, saved
from app.web.access import current_actor, requires
from app.web.locale import is_language_switch

READ, EDIT = Permission.REFERENCE_READ, Permission.CLAUSE_EDIT


@blueprint.get("/clauses")
@requires(READ)
def library_clauses() -> str:
    asked = request.args.get("q", "")
    rows = library.library(withdrawn=True)
    waiting, titles = clause_proposals.proposals_waiting(), {row.key: row.version for row in rows}
    return render_template(
        "mediation/library/list.html",
        groups=grouped(rows, asked),
        saved=clause_history.latest_saves(),
        asked=asked,
        proposals=waiting,
        names={each.id: (each.draft or titles[each.key]).title for each in waiting},
        may_edit=current_actor().may(EDIT),
    )


@blueprint.get("/clauses/<key>")
@requires(READ)
def library_clause(key: str) -> str:
    return render_template(
        "mediation/library/clause.html",
        clause=library.offered(key),
        example=example(library.offered(key).version),
        history=clause_history.story(key),
        proposal=clause_proposals.waiting_for(key),
        may_edit=current_actor().may(EDIT),
    )


@blueprint.route("/clauses/new", methods=["GET", "POST"])
@requires(EDIT)
def new_clause() -> Answer:
    form = NewClauseForm()

    def act() -> ClauseProposal:
        return services.propose_clause(
            current_actor(), key=form.key.data or "", draft=form.draft(), **_why(form)
        )

    title, back = _("New clause for the library"), url_for("mediation.library_clauses")
    return _proposed(form, act, title, back)


@blueprint.route("/clauses/<key>/edit", methods=["GET", "POST"])
@requires(EDIT)
def edit_clause_version(key: str) -> Answer:
    form = VersionForm(data=version_values(library.offered(key).version))

    def act() -> ClauseProposal:
        return services.propose_version(current_actor(), key=key, draft=form.draft(), **_why(form))

    back = url_for("mediation.library_clause", key=key)
    return _proposed(form, act, _("Change the clause"), back)


@blueprint.post("/clauses/preview")
@requires(EDIT)
def preview_version() -> str:
    form = VersionForm()
    form.validate()
    return render_template("mediation/library/_example.html", example=example(form.draft()))


@blueprint.route("/clauses/<key>/<any(withdraw, restore):act>", methods=["GET", "POST"])
@requires(EDIT)
def offer_clause(key: str, act: str) -> Answer:
    clause = library.offered(key)
    is_end, form = act == "withdraw", ReasonForm()
    return form_page(
        form,
        title=_("Withdraw this clause?") if is_end else _("Offer this clause again?"),
        submit=_("Propose it"),
        act=lambda: services.propose_offer(current_actor(), key=key, withdraw=is_end, **_why(form)),
        said=_("Your proposal waits for a second person. Until then nothing changes."),
        done=url_for("mediation.library_clause", key=key),
        case=None,
        lead=f"{clause.version.title_zh} · {clause.version.title_vi}",
        warning=is_end,
    )


def _why(form: ReasonForm | VersionForm) -> dict[str, Any]:
    """What every proposal carries."""
    return {"reason": form.reason.data or "", "serves": serves(), "now": clock.utc_now()}


def _proposed(
    form: VersionForm, act: Callable[[], ClauseProposal], title: str, back: str
) -> Answer:
    """To the proposal where it was made; the button for another parameter saves nothing."""
    made: list[ClauseProposal] = []
    if request.method == "POST" and request.form.get("step") == "add":
        form.add_parameter()
    elif saved(form, lambda: made.append(act())):
        flash(_("Your proposal waits for a second person. Until then nothing changes."), "success")
        return redirect(url_for("mediation.clause_proposal", proposal_id=made[0].id), 303)
    return _page(form, title, back)


def _page(form: VersionForm, title: str, back: str) -> Answer:
    changes_only = is_language_switch() or request.form.get("step") == "add"
    page = render_template(
        "mediation/library/edit.html",
        form=form,
        title=title,
        back=back,
        example=example(form.draft()) if form.effect.data else None,
    )
    return page, 422 if request.method == "POST" and not changes_only else 200
