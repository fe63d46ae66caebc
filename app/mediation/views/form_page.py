"""How does a page with one form and one use case behave? Titled, refused or saved and left."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect

from app.mediation.views.steps import Answer, saved, show
from app.web.forms import Form


def form_page(
    form: Form,
    *,
    title: str,
    submit: str,
    act: Callable[[], Any],
    said: str,
    done: str,
    template: str = "mediation/form_page.html",
    **context: Any,
) -> Answer:
    """Do `act`, say `said` and go to `done` (303); else the form, titled, with why not (422)."""
    if saved(form, act):
        flash(said, "success")
        return redirect(done, 303)
    context.setdefault("cancel", done)
    return show(template, form, title=title, submit=submit, **context)
