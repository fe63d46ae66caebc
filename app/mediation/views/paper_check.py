"""Where does anybody find out whether a paper in their hands is one of ours?"""

from flask import redirect, render_template, request, url_for

from app.kernel.clock import utc_now
from app.kernel.errors import RuleBroken
from app.mediation.forms.file import sent_bytes
from app.mediation.forms.papers import CheckFileForm, CheckForm
from app.mediation.labels.issuing import explained
from app.mediation.rules.papers import digits_meant, serial_meant
from app.mediation.services import paper_check
from app.mediation.services.paper_check import Verdict
from app.mediation.views import blueprint
from app.mediation.views.steps import Answer
from app.web.access import public
from app.web.forms import Form
from app.web.labels import say_all
from app.web.locale import is_language_switch

TOO_MANY = 429


@blueprint.route("/check", methods=["GET", "POST"])
@public
def check() -> Answer:
    """The two ways to ask; what is typed leads to the address that the QR code leads to."""
    form = CheckForm()
    if form.validate_on_submit():
        serial, digits = serial_meant(form.serial.data or ""), digits_meant(form.digits.data or "")
        if serial and digits:
            return redirect(url_for("mediation.checked", serial=serial, digits=digits), 303)
        return _told(Verdict())
    return _asked(form, CheckFileForm(formdata=None))


@blueprint.get("/check/<serial>/<digits>")
@public
def checked(serial: str, digits: str) -> Answer:
    """What the QR code on a paper opens. Nothing is changed but the count of questions."""
    try:
        found = paper_check.check_paper(
            serial, digits, address=request.remote_addr or "", now=utc_now()
        )
    except RuleBroken as broken:
        return _refused(broken)
    return _told(found)


@blueprint.route("/check/file", methods=["GET", "POST"])
@public
def check_file() -> Answer:
    """A file is compared and forgotten; there is nothing to load once more."""
    if request.method == "GET":
        return redirect(url_for("mediation.check"), 303)
    form = CheckFileForm()
    if not form.validate_on_submit():
        return _asked(CheckForm(formdata=None), form)
    try:
        found = paper_check.check_file(
            sent_bytes(form.file), address=request.remote_addr or "", now=utc_now()
        )
    except RuleBroken as broken:
        return _refused(broken)
    return _told(found)


def _asked(by_number: Form, by_file: Form) -> Answer:
    refused = request.method == "POST" and not is_language_switch()
    text = render_template("mediation/check/ask.html", form=by_number, file_form=by_file)
    return text, 422 if refused else 200


def _told(verdict: Verdict) -> Answer:
    return render_template(
        "mediation/check/told.html", verdict=verdict, explanation=explained(verdict)
    )


def _refused(broken: RuleBroken) -> Answer:
    return render_template("mediation/check/too_many.html", said=say_all(broken)), TOO_MANY
