"""Where are letters written, read, and where are those of elsewhere logged and answered?"""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.kernel.clock import utc_now
from app.kernel.permissions import Permission
from app.mediation.forms.file import AnswerForm, LetterForm, sent_bytes
from app.mediation.forms.letters import ACROSS, Bodies, LetterHeadForm, LetterTextForm, as_typed
from app.mediation.kinds import LetterDirection
from app.mediation.labels.letters import letter_status, stage_tone
from app.mediation.models import Case, Letter
from app.mediation.queries.addressees import addressees
from app.mediation.queries.case_file import letters_of
from app.mediation.queries.disclosures import disclosure_state, for_letter, without_consent
from app.mediation.queries.letters import get_letter, letter_text, stage_of_letter
from app.mediation.queries.scope import may
from app.mediation.services import letter_writing, letters
from app.mediation.states import FILE_OPEN
from app.mediation.views import blueprint
from app.mediation.views.case import code_names
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import load, page_of, refuse_step, saved, show, today_of
from app.web.access import current_actor, requires
from app.web.filters import day
from app.web.locale import current_language

EDIT = Permission.CASE_EDIT
ALL = "/cases/<int:case_id>/letters"
ONE = f"{ALL}/<int:letter_id>"

blueprint.add_app_template_global(letters_of)
blueprint.add_app_template_global(stage_of_letter)
blueprint.add_app_template_filter(stage_tone)
blueprint.add_app_template_filter(letter_status)


@blueprint.get(ONE)
@requires(Permission.CASE_READ)
def letter(case_id: int, letter_id: int) -> str:
    """One that was written here with both its texts; of one of elsewhere, what the log knows."""
    case = load(case_id)
    row = get_letter(case, letter_id)
    asked = for_letter(row.id)
    today = today_of(case)
    can_edit = may(current_actor(), case, EDIT) and case.state in FILE_OPEN
    return render_template(
        "mediation/letters/show.html",
        case=case,
        row=row,
        text=letter_text(row),
        stage=stage_of_letter(row, today),
        asked=asked,
        asked_state=disclosure_state(asked, today) if asked else None,
        without_consent=without_consent(case) if row.needs_approval else (),
        can_edit=can_edit,
        can_translate=may(current_actor(), case, Permission.STATEMENT_TRANSLATE),
        can_confirm=may(current_actor(), case, Permission.STATEMENT_CONFIRM),
        names=code_names(),
    )


@blueprint.route(f"{ALL}/write", methods=["GET", "POST"])
@requires(EDIT)
def write_letter(case_id: int) -> ResponseReturnValue:
    case = load(case_id, EDIT)
    if case.state not in FILE_OPEN:
        return refuse_step(case)
    form = LetterHeadForm(data={"goes": ACROSS})
    form.offer(_bodies(case), case.country)
    begun: list[Letter] = []
    if saved(form, lambda: begun.append(_begin(case_id, form))):
        where = {"case_id": case_id, "letter_id": begun[0].id}
        return redirect(url_for("mediation.edit_letter", **where), 303)
    return show(
        "mediation/form_page.html",
        form,
        case=case,
        title=_("Write a letter"),
        lead=_("The usual text of its kind is written in both languages; then you change it."),
        submit=_("Go on to the text"),
        cancel=page_of(case, "letters"),
    )


def _begin(case_id: int, form: LetterHeadForm) -> Letter:
    return letter_writing.begin(current_actor(), case_id=case_id, head=form.head(), now=utc_now())


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires(EDIT)
def edit_letter(case_id: int, letter_id: int) -> ResponseReturnValue:
    case = load(case_id, EDIT)
    row = get_letter(case, letter_id)
    if case.state not in FILE_OPEN or not row.is_draft or row.withdrawn_at is not None:
        return refuse_step(case)
    form = LetterTextForm(data=as_typed(row))
    form.offer(_bodies(case), case.country)
    return form_page(
        form,
        title=_("Text of the letter"),
        submit=_("Save the letter"),
        act=lambda: letter_writing.edit(
            current_actor(),
            case_id=case_id,
            letter_id=letter_id,
            head=form.head(),
            text=form.text(),
            now=utc_now(),
        ),
        said=_("The letter is saved."),
        done=url_for("mediation.letter", case_id=case_id, letter_id=letter_id),
        template="mediation/letters/edit.html",
        case=case,
        row=row,
        running=for_letter(row.id),
    )


@blueprint.route(f"{ALL}/new", methods=["GET", "POST"])
@requires(EDIT)
def log_letter(case_id: int) -> ResponseReturnValue:
    case = load(case_id, EDIT)
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


@blueprint.route(f"{ONE}/answer", methods=["GET", "POST"])
@requires(EDIT)
def answer_letter(case_id: int, letter_id: int) -> ResponseReturnValue:
    case = load(case_id, EDIT)
    row = get_letter(case, letter_id)
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


def _bodies(case: Case) -> Bodies:
    """Whom a letter of this case can go to, of either side, in the reader's words."""
    language = current_language()
    found = addressees(case, today_of(case))
    return {
        country: [(str(each.id), each.name.in_(language)) for each in rows]
        for country, rows in found.items()
    }
