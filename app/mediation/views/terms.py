"""Which pages write, translate, confirm and order the clauses?"""

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from app.kernel import clock
from app.kernel.permissions import Permission
from app.mediation.forms.agreements import TermForm, TermTranslationForm
from app.mediation.forms.statements import ConfirmationForm
from app.mediation.kinds import Duty
from app.mediation.queries.agreement_text import term_digest
from app.mediation.services import terms
from app.mediation.services.opening import child
from app.mediation.views import blueprint
from app.mediation.views.agreements import ONE, home, load
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import Answer
from app.web.access import current_actor, requires
from app.web.forms import Form
from app.web.locale import current_language

TERM = f"{ONE}/terms/<int:term_id>"


@blueprint.route(f"{ONE}/terms/new", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def add_term(case_id: int, agreement_id: int) -> Answer:
    case, one = load(case_id, agreement_id)
    form = TermForm(data={"language": current_language()})
    return form_page(
        form,
        title=_("Clause %(number)s", number=len(one.terms) + 1),
        submit=_("Add the clause"),
        act=lambda: terms.add_term(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            wording=form.wording(),
            now=clock.utc_now(),
        ),
        said=_("The clause is added."),
        done=home(case_id, agreement_id, "terms"),
        case=case,
        lead=_lead(),
    )


@blueprint.route(f"{TERM}/edit", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def edit_term(case_id: int, agreement_id: int, term_id: int) -> Answer:
    case, one = load(case_id, agreement_id)
    term = child(one.terms, term_id)
    if term.clause_version is not None:
        place = {"case_id": case_id, "agreement_id": agreement_id, "term_id": term_id}
        return redirect(url_for("mediation.recompose_clause", **place))
    form = TermForm(obj=term, data={"opened": term_digest(term)})
    return form_page(
        form,
        title=_("Clause %(number)s", number=term.position),
        submit=_("Save"),
        act=lambda: terms.edit_term(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            term_id=term_id,
            wording=form.wording(),
            now=clock.utc_now(),
            opened=form.opened.data or "",
        ),
        said=_("The clause is saved."),
        done=home(case_id, agreement_id, "terms"),
        case=case,
        lead=_lead(),
    )


@blueprint.route(f"{TERM}/translate", methods=["GET", "POST"])
@requires(Permission.STATEMENT_TRANSLATE)
def translate_term(case_id: int, agreement_id: int, term_id: int) -> Answer:
    case, one = load(case_id, agreement_id, Permission.STATEMENT_TRANSLATE)
    term = child(one.terms, term_id)
    if term.clause_version is not None:
        place = {"case_id": case_id, "agreement_id": agreement_id, "term_id": term_id}
        return redirect(url_for("mediation.translate_clause", **place))
    form = TermTranslationForm(data={"text": term.statement.translation})
    return form_page(
        form,
        title=_("Translate clause %(number)s", number=term.position),
        submit=_("Save the translation"),
        act=lambda: terms.translate_term(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            term_id=term_id,
            text=form.text.data or "",
            now=clock.utc_now(),
        ),
        said=_("The translation is saved. Somebody else confirms it."),
        done=home(case_id, agreement_id, "terms"),
        case=case,
        term=term,
        template="mediation/agreement/translate.html",
    )


@blueprint.route(f"{TERM}/confirm", methods=["GET", "POST"])
@requires(Permission.STATEMENT_CONFIRM)
def confirm_term(case_id: int, agreement_id: int, term_id: int) -> Answer:
    case, one = load(case_id, agreement_id, Permission.STATEMENT_CONFIRM)
    term = child(one.terms, term_id)
    today = clock.today(case.country.zone)
    form = ConfirmationForm(data={"on": today})
    form.offer(
        [(str(each.id), each.name) for each in case.parties],
        [
            (str(each.id), each.mediator.name)
            for each in case.mediators
            if each.duty is Duty.FOREIGN_INVITED
        ],
    )
    return form_page(
        form,
        title=_("Confirm the translation of clause %(number)s", number=term.position),
        submit=_("Confirm"),
        act=lambda: terms.confirm_term(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            term_id=term_id,
            vouching=form.vouching(),
            now=clock.utc_now(),
            today=today,
        ),
        said=_("The translation is confirmed."),
        done=home(case_id, agreement_id, "terms"),
        case=case,
        term=term,
        template="mediation/agreement/confirm.html",
    )


@blueprint.post(f"{TERM}/<any(up, down):way>")
@requires(Permission.MEDIATE)
def move_term(case_id: int, agreement_id: int, term_id: int, way: str) -> Answer:
    terms.move_term(
        current_actor(),
        case_id=case_id,
        agreement_id=agreement_id,
        term_id=term_id,
        up=way == "up",
        now=clock.utc_now(),
    )
    flash(_("The order is changed."), "success")
    return redirect(home(case_id, agreement_id, "terms"), 303)


@blueprint.route(f"{TERM}/remove", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def remove_term(case_id: int, agreement_id: int, term_id: int) -> Answer:
    case, one = load(case_id, agreement_id)
    term = child(one.terms, term_id)
    return form_page(
        Form(),
        title=_("Remove clause %(number)s?", number=term.position),
        submit=_("Remove the clause"),
        act=lambda: terms.remove_term(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            term_id=term_id,
            now=clock.utc_now(),
        ),
        said=_("The clause is removed."),
        done=home(case_id, agreement_id, "terms"),
        case=case,
        warning=True,
        lead=term.text_zh if current_language() == "zh" and term.text_zh else term.text_vi,
    )


def _lead() -> str:
    return _(
        "Write the clause in one language, or in both side by side. A translation counts as "
        "unconfirmed until somebody else has confirmed it."
    )
