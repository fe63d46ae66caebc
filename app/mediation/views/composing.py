"""Which pages choose a clause of the library, fill it, and show both texts while one types?"""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from app.kernel import clock
from app.kernel.bilingual import Language
from app.kernel.errors import NotFound
from app.kernel.permissions import Permission
from app.mediation.forms.clause_usual import usual
from app.mediation.forms.clauses import ClauseForm, clause_form, data_of
from app.mediation.models import Agreement, Case, Term
from app.mediation.queries import clauses as library
from app.mediation.queries import goods
from app.mediation.queries.agreement_text import term_digest
from app.mediation.rules.clause_choice import grouped
from app.mediation.rules.clauses import ParameterKind, Phrase, Version
from app.mediation.services import composing
from app.mediation.services.opening import child
from app.mediation.views import blueprint
from app.mediation.views.agreements import ONE, home, load
from app.mediation.views.clause_preview import preview_of
from app.mediation.views.steps import Answer, saved, today_of
from app.mediation.views.terms import TERM
from app.web.access import current_actor, requires
from app.web.locale import current_language, is_language_switch

STEPS = {"propose": ClauseForm.propose, "add": ClauseForm.add_share, "divide": ClauseForm.divide}
"""Buttons that change the form and save nothing; `show` only shows both texts."""
LISTS = {
    ParameterKind.GOODS: (goods.GOODS, goods.UNIT),
    ParameterKind.RATE: (goods.RATE_SOURCE,),
}
"""Which lists of words a kind of parameter is typed with the help of."""


@blueprint.get(f"{ONE}/clauses/new")
@requires(Permission.MEDIATE)
def choose_clause(case_id: int, agreement_id: int) -> str:
    case, one = load(case_id, agreement_id)
    asked = request.args.get("q", "")
    return render_template(
        "mediation/composer/choose.html",
        case=case,
        agreement=one,
        groups=grouped(library.library(), asked),
        asked=asked,
    )


@blueprint.route(f"{ONE}/clauses/<key>/new", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def compose_clause(case_id: int, agreement_id: int, key: str) -> Answer:
    case, one = load(case_id, agreement_id)
    version = library.offered(key).version
    form = clause_form(version, case, data=usual(case, version))
    done = saved_clause(
        form,
        lambda: composing.add_clause(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            clause_key=key,
            values=form.values,
            language=Language(current_language()),
            now=clock.utc_now(),
        ),
    )
    if done:
        flash(_("The clause is added."), "success")
        return redirect(home(case_id, agreement_id, "terms"), 303)
    live = url_for("mediation.preview_clause", case_id=case_id, agreement_id=agreement_id, key=key)
    return _page(form, case, one, live)


@blueprint.route(f"{TERM}/compose", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def recompose_clause(case_id: int, agreement_id: int, term_id: int) -> Answer:
    case, one = load(case_id, agreement_id)
    term, version = _composed(one, term_id)
    form = clause_form(
        version, case, data=data_of(version, library.values_of(term)), opened=term_digest(term)
    )
    done = saved_clause(
        form,
        lambda: composing.edit_clause(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            term_id=term_id,
            values=form.values,
            language=Language(current_language()),
            now=clock.utc_now(),
            opened=form.opened.data or "",
        ),
    )
    if done:
        flash(_("The clause is saved."), "success")
        return redirect(home(case_id, agreement_id, "terms"), 303)
    live = url_for(
        "mediation.preview_term", case_id=case_id, agreement_id=agreement_id, term_id=term_id
    )
    return _page(form, case, one, live, term)


@blueprint.post(f"{ONE}/clauses/<key>/preview")
@requires(Permission.MEDIATE)
def preview_clause(case_id: int, agreement_id: int, key: str) -> str:
    case, _one = load(case_id, agreement_id)
    return _fragment(library.offered(key).version, case)


@blueprint.post(f"{TERM}/preview")
@requires(Permission.MEDIATE)
def preview_term(case_id: int, agreement_id: int, term_id: int) -> str:
    case, one = load(case_id, agreement_id)
    return _fragment(_composed(one, term_id)[1], case)


def _fragment(version: Version, case: Case) -> str:
    """Both texts for whatever was typed; 200 also where something is still missing."""
    form = clause_form(version, case)
    form.validate()
    found = preview_of(case, version, form.values, today_of(case))
    return render_template("mediation/composer/_preview.html", preview=found)


def _composed(agreement: Agreement, term_id: int) -> tuple[Term, Version]:
    """A clause of the library in this agreement. Raises NotFound for a free one."""
    term: Term = child(agreement.terms, term_id)
    if term.clause_version is None:
        raise NotFound(term=term_id)
    return term, term.clause_version.version


def saved_clause(form: ClauseForm, act: object) -> bool:
    """Whether the clause was saved; a button that only changes the form saves nothing."""
    step = request.form.get("step")
    if request.method != "POST" or step is None:
        return saved(form, act)  # type: ignore[arg-type]
    form.validate()
    STEPS.get(step, ClauseForm.stay)(form)
    return False


def _lists(version: Version) -> dict[str, tuple[Phrase, ...]]:
    """The words offered while one types, where this clause asks for any."""
    kinds = {each.kind for each in version.parameters}
    wanted = [name for kind, names in LISTS.items() if kind in kinds for name in names]
    return {name: goods.listed(name) for name in wanted}


def _page(
    form: ClauseForm, case: Case, agreement: Agreement, live: str, term: Term | None = None
) -> Answer:
    if request.method == "GET" or is_language_switch():
        form.read_quietly()
    is_sent = request.method == "POST" and not is_language_switch()
    refused = is_sent and bool(form.errors or not request.form.get("step"))
    page = render_template(
        "mediation/composer/compose.html",
        form=form,
        case=case,
        agreement=agreement,
        term=term,
        live=live,
        preview=preview_of(case, form.version, form.values, today_of(case)),
        lists=_lists(form.version),
    )
    return page, 422 if refused else 200
