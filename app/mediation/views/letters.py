"""Where are letters logged, answered, and a transfer letter printed in both languages?"""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.kernel.clock import utc_now
from app.kernel.permissions import Permission
from app.mediation.forms.file import AnswerForm, LetterForm, sent_bytes
from app.mediation.kinds import ConsentPurpose, LetterDirection, LetterKind
from app.mediation.models import Letter
from app.mediation.queries.case_file import letters_of
from app.mediation.services import letters
from app.mediation.services.opening import child
from app.mediation.states import FILE_OPEN
from app.mediation.views import blueprint
from app.mediation.views.case import code_names
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import load, page_of, refuse_step, today_of
from app.web.access import current_actor, requires
from app.web.filters import day
from app.web.locale import LOCALES, reading_in

blueprint.add_app_template_global(letters_of)


@blueprint.route("/cases/<int:case_id>/letters/new", methods=["GET", "POST"])
@requires(Permission.CASE_EDIT)
def log_letter(case_id: int) -> ResponseReturnValue:
    case = load(case_id, Permission.CASE_EDIT)
    if case.state not in FILE_OPEN:
        return refuse_step(case)
    form = LetterForm(data={"letter_on": today_of(case), "direction": LetterDirection.SENT.value})
    form.offer()
    return form_page(
        form,
        title=_("Log a letter"),
        submit=_("Save"),
        act=lambda: letters.log_letter(
            current_actor(),
            case_id=case_id,
            entry=form.entry(),
            data=sent_bytes(form.file),
            now=utc_now(),
        ),
        said=_("The letter is in the log."),
        done=page_of(case, "letters"),
        case=case,
    )


@blueprint.route("/cases/<int:case_id>/letters/<int:letter_id>/answer", methods=["GET", "POST"])
@requires(Permission.CASE_EDIT)
def answer_letter(case_id: int, letter_id: int) -> ResponseReturnValue:
    case = load(case_id, Permission.CASE_EDIT)
    row: Letter = child(letters_of(case.id), letter_id)
    if case.state not in FILE_OPEN:
        return refuse_step(case)
    form = AnswerForm(data={"answered_on": row.answered_on or today_of(case), "note": row.note})
    return form_page(
        form,
        title=_("Answer to the letter of %(day)s", day=day(row.letter_on)),
        submit=_("Save"),
        act=lambda: letters.answer_letter(
            current_actor(),
            case_id=case_id,
            letter_id=letter_id,
            answered_on=form.answered_on.data,
            remark=form.note.data or "",
            now=utc_now(),
        ),
        said=_("The answer is recorded."),
        done=page_of(case, "letters"),
        case=case,
        row=row,
        lead=row.correspondent,
    )


@blueprint.get("/cases/<int:case_id>/letters/<int:letter_id>")
@requires(Permission.CASE_EDIT)
def letter(case_id: int, letter_id: int) -> str:
    """A letter of ours to print, first in the language of the office, then in the other.

    To the other side nobody is named unless every party has consented to sharing; a transfer
    names them, as it may go to an authority of the own country.
    """
    case = load(case_id, Permission.CASE_EDIT)
    row: Letter = child(letters_of(case.id), letter_id)
    consented = all(party.consents_to(ConsentPurpose.SHARING) for party in case.parties)
    is_transfer = row.kind is LetterKind.TRANSFER
    own = "zh" if case.country == "CN" else "vi"
    bodies = []
    for language in sorted(LOCALES, key=lambda each: each != own):
        with reading_in(language):
            bodies.append(
                render_template(
                    "mediation/letters/_body.html",
                    case=case,
                    row=row,
                    language=language,
                    names_people=consented or is_transfer,
                    names=code_names(),
                )
            )
    return render_template(
        "mediation/letters/show.html",
        case=case,
        row=row,
        bodies=bodies,
        consented=consented,
        is_transfer=is_transfer,
    )
