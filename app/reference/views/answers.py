"""How does every edit page answer? Saved and back to the list, or shown again with its faults."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.country import Country
from app.kernel.errors import NotPermitted, RuleBroken
from app.kernel.permissions import Permission
from app.reference.services import may_edit
from app.web.access import current_actor
from app.web.forms import Form

Answer = Response | str | tuple[str, int]


def edit_page(
    form: Form, save: Callable[[], Any], template: str, back: str, **facts: Any
) -> Answer:
    """Save what was sent and go `back`, or show the form, with 422 when it does not hold."""
    if form.validate_on_submit():
        try:
            save()
        except RuleBroken as broken:
            form.refuse(broken)
        else:
            flash(_("Saved."), "success")
            return redirect(back, 303)
    page = render_template(template, form=form, back=back, **facts)
    return (page, 422) if form.errors else page


def demand_edit(country: Country | None) -> None:
    """Refuse the edit page of the other country's rows. Raises NotPermitted."""
    if not may_edit(current_actor(), country):
        raise NotPermitted(permission=Permission.REFERENCE_EDIT)
