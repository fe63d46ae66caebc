"""How does a page of a case begin and end? Its case, the form saved or refused, the way back."""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel import clock
from app.kernel.errors import IllegalMove, RuleBroken
from app.kernel.permissions import Permission
from app.mediation.models import Case
from app.mediation.queries.scope import get_case
from app.web.access import current_actor
from app.web.forms import Form
from app.web.labels import label
from app.web.locale import is_language_switch

Answer = Response | str | tuple[str, int]


def load(case_id: int, permission: Permission = Permission.CASE_READ) -> Case:
    """The case of this address, for the person asking. Raises NotFound, NotPermitted."""
    return get_case(current_actor(), case_id, permission)


def today_of(case: Case) -> date:
    return clock.today(case.country.zone)


def page_of(case: Case, part: str | None = None) -> str:
    """The address of the case page, at one of its parts."""
    return url_for("mediation.case", case_id=case.id, _anchor=part)


def saved(form: Form, act: Callable[[], Any]) -> bool:
    """Whether the form was sent and `act` went through; every refusal is put into the form."""
    if not form.validate_on_submit():
        return False
    try:
        act()
    except IllegalMove:
        form.form_errors.append(_("The case has moved on: this step is no longer possible."))
    except RuleBroken as broken:
        form.refuse(broken)
    else:
        return True
    return False


def show(template: str, form: Form, **context: Any) -> Answer:
    """The page of a form: 422 where it was sent and refused."""
    refused = request.method == "POST" and not is_language_switch()
    return render_template(template, form=form, **context), 422 if refused else 200


def back_to(case_id: int, message: str, part: str = "") -> Response:
    """To the case page, saying what was done."""
    flash(message, "success")
    return redirect(url_for("mediation.case", case_id=case_id, _anchor=part or None), code=303)


def refuse_step(case: Case) -> Response:
    """To the case page: its state does not know this step."""
    text = _("This step is not possible while the case is: %(state)s.", state=label(case.state))
    flash(text, "warning")
    return redirect(page_of(case), code=303)
