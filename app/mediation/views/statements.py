"""Where is somebody's statement read beside its translation, translated, and confirmed?"""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.clock import utc_now
from app.kernel.permissions import Permission
from app.mediation.forms.choices import Choice
from app.mediation.forms.statements import ConfirmationForm, TranslationForm
from app.mediation.models import Case, StatementText
from app.mediation.queries.scope import get_case, may
from app.mediation.services import statements
from app.mediation.services.opening import child
from app.mediation.views import blueprint
from app.mediation.views.case import code_names
from app.mediation.views.steps import Answer, back_to, saved, show, today_of
from app.web.access import current_actor, requires

READ = Permission.CASE_READ
TRANSLATE, CONFIRM = Permission.STATEMENT_TRANSLATE, Permission.STATEMENT_CONFIRM


@blueprint.get("/cases/<int:case_id>/statements/<int:statement_id>")
@requires(READ)
def statement(case_id: int, statement_id: int) -> str:
    actor = current_actor()
    case = get_case(actor, case_id)
    text: StatementText = child(case.statements, statement_id)
    return render_template(
        "mediation/statements/read.html",
        case=case,
        statement=text,
        may_translate=may(actor, case, TRANSLATE),
        may_confirm=may(actor, case, CONFIRM),
        names=code_names(),
    )


@blueprint.route(
    "/cases/<int:case_id>/statements/<int:statement_id>/translate", methods=["GET", "POST"]
)
@requires(TRANSLATE)
def translate(case_id: int, statement_id: int) -> Answer:
    actor = current_actor()
    case = get_case(actor, case_id, TRANSLATE)
    text: StatementText = child(case.statements, statement_id)
    form = TranslationForm(data={"translation": text.translation})
    if saved(
        form,
        lambda: statements.translate(
            actor,
            case_id=case_id,
            statement_id=statement_id,
            translation=form.translation.data or "",
            now=utc_now(),
        ),
    ):
        return _back(case, text, _("The translation is kept. Somebody else confirms it."))
    return show(
        "mediation/statements/translate.html", form, case=case, statement=text, names=code_names()
    )


@blueprint.route(
    "/cases/<int:case_id>/statements/<int:statement_id>/confirm", methods=["GET", "POST"]
)
@requires(CONFIRM)
def confirm(case_id: int, statement_id: int) -> Answer:
    actor = current_actor()
    case = get_case(actor, case_id, CONFIRM)
    text: StatementText = child(case.statements, statement_id)
    form = ConfirmationForm(data={"on": today_of(case), "reader": actor.display_name})
    form.offer(_parties(case), _foreign_mediators(case))
    if saved(
        form,
        lambda: statements.confirm(
            actor,
            case_id=case_id,
            statement_id=statement_id,
            vouching=form.vouching(),
            now=utc_now(),
        ),
    ):
        return _back(case, text, _("The translation is confirmed."))
    own = text.translated_by_id is not None and text.translated_by_id == actor.user_id
    return show(
        "mediation/statements/confirm.html",
        form,
        case=case,
        statement=text,
        own=own,
        names=code_names(),
    )


def _parties(case: Case) -> list[Choice]:
    return [(str(party.id), party.name) for party in case.parties]


def _foreign_mediators(case: Case) -> list[Choice]:
    return [
        (str(each.id), each.mediator.name)
        for each in case.mediators
        if each.ended_on is None and each.mediator.country is not case.country
    ]


def _back(case: Case, text: StatementText, message: str) -> Response:
    """To where these words stand: the agreement that begins with them, or the case page."""
    for agreement in case.agreements:
        if agreement.facts is text:
            flash(message, "success")
            place = {"case_id": case.id, "agreement_id": agreement.id}
            return redirect(url_for("mediation.agreement", **place), code=303)
    part = "letters" if text.subject.startswith("letter:") else "dispute"
    return back_to(case.id, message, part)
