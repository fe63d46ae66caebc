"""Which status does a page with a form answer with?"""

from app.web.forms import Form


def status_of(form: Form) -> int:
    """422 when something sent was refused, else 200."""
    return 422 if form.is_submitted() and (form.errors or form.form_errors) else 200
