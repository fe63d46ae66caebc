"""Where does a letter go out, arrive, and get withdrawn?"""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.kernel.clock import utc_now
from app.kernel.permissions import Permission
from app.mediation.forms.file import WithdrawForm
from app.mediation.forms.letters import ArrivedForm, SendForm
from app.mediation.models import Case, Letter
from app.mediation.queries.letters import get_letter
from app.mediation.services import letter_sending
from app.mediation.states import FILE_OPEN
from app.mediation.views import blueprint
from app.mediation.views.form_page import form_page
from app.mediation.views.letters import ONE
from app.mediation.views.steps import load, refuse_step, today_of
from app.web.access import current_actor, requires

EDIT = Permission.CASE_EDIT


@blueprint.route(f"{ONE}/send", methods=["GET", "POST"])
@requires(EDIT)
def send_letter(case_id: int, letter_id: int) -> ResponseReturnValue:
    case, row = _open(case_id, letter_id)
    if case.state not in FILE_OPEN or not row.is_draft:
        return refuse_step(case)
    form = SendForm(data={"sent_on": today_of(case)})
    return form_page(
        form,
        title=_("Send the letter"),
        lead=_("It gets its number and this day, and its text is fixed. Then print and seal it."),
        submit=_("Give the number and fix the text"),
        act=lambda: letter_sending.send(
            current_actor(),
            case_id=case_id,
            letter_id=letter_id,
            sent_on=form.sent_on.data,
            now=utc_now(),
        ),
        said=_("The letter has its number. Print, sign and seal it, and send it off."),
        done=_home(row),
        case=case,
    )


@blueprint.route(f"{ONE}/arrived", methods=["GET", "POST"])
@requires(EDIT)
def letter_arrived(case_id: int, letter_id: int) -> ResponseReturnValue:
    case, row = _open(case_id, letter_id)
    if case.state not in FILE_OPEN or row.is_draft:
        return refuse_step(case)
    form = ArrivedForm(data={"received_on": row.received_on or today_of(case)})
    return form_page(
        form,
        title=_("The letter has arrived"),
        submit=_("Save"),
        act=lambda: letter_sending.arrive(
            current_actor(),
            case_id=case_id,
            letter_id=letter_id,
            received_on=form.received_on.data,
            now=utc_now(),
        ),
        said=_("Saved."),
        done=_home(row),
        case=case,
    )


@blueprint.route(f"{ONE}/withdraw", methods=["GET", "POST"])
@requires(EDIT)
def withdraw_letter(case_id: int, letter_id: int) -> ResponseReturnValue:
    case, row = _open(case_id, letter_id)
    if case.state not in FILE_OPEN:
        return refuse_step(case)
    form = WithdrawForm()
    return form_page(
        form,
        title=_("Withdraw the letter"),
        lead=_("It stays in the file, marked as withdrawn, with the reason."),
        submit=_("Withdraw the letter"),
        act=lambda: letter_sending.withdraw(
            current_actor(),
            case_id=case_id,
            letter_id=letter_id,
            reason=form.reason.data or "",
            now=utc_now(),
        ),
        said=_("The letter is withdrawn."),
        done=_home(row),
        case=case,
        warning=True,
    )


def _open(case_id: int, letter_id: int) -> tuple[Case, Letter]:
    case = load(case_id, EDIT)
    return case, get_letter(case, letter_id)


def _home(row: Letter) -> str:
    return url_for("mediation.letter", case_id=row.case_id, letter_id=row.id)
