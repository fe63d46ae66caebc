"""Which pages print the agreement, for which side, and with whose numbers in full?"""

from enum import Enum

from flask import make_response, redirect, request, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel import clock
from app.kernel.country import Country
from app.kernel.errors import NotFound, RuleBroken
from app.kernel.permissions import Permission
from app.mediation.forms.agreements import PaperForm
from app.mediation.models import Agreement
from app.mediation.papers.agreement import BLANK, PaperText, agreement_pdf
from app.mediation.papers.compose import agreement_paper
from app.mediation.queries.scope import may
from app.mediation.services.revealing import reveal_on_paper
from app.mediation.views import blueprint
from app.mediation.views.agreements import ONE, load
from app.mediation.views.steps import Answer, show
from app.reference import queries as reference
from app.reference.models import CodeList
from app.web.access import current_actor, requires
from app.web.labels import label
from app.web.locale import LOCALES


@blueprint.get(f"{ONE}/paper.pdf")
@requires(Permission.CASE_READ)
def agreement_paper_pdf(case_id: int, agreement_id: int) -> Response:
    """Masked; `?side=` is the side whose copy it is, else the case's own."""
    case, one = load(case_id, agreement_id, Permission.CASE_READ)
    asked = request.args.get("side", case.country.value)
    if asked not in tuple(Country):
        raise NotFound(side=asked)
    return _pdf(one, Country(asked))


@blueprint.route(f"{ONE}/print", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def print_agreement(case_id: int, agreement_id: int) -> Answer:
    """The copy is chosen here; whole numbers need a right and a reason, and leave an entry."""
    case, one = load(case_id, agreement_id, Permission.CASE_READ)
    form = PaperForm(data={"side": case.country.value})
    can_reveal = may(current_actor(), case, Permission.CASE_REVEAL)
    if form.validate_on_submit():
        side = Country(form.side.data)
        if not form.full.data:
            place = {"case_id": case_id, "agreement_id": agreement_id, "side": side.value}
            return redirect(url_for("mediation.agreement_paper_pdf", **place), 303)
        try:
            one = reveal_on_paper(
                current_actor(),
                case_id=case_id,
                agreement_id=agreement_id,
                reason=form.reason.data or "",
                now=clock.utc_now(),
            )
            return _pdf(one, side, reveal=True)
        except RuleBroken as broken:
            form.refuse(broken)
    return show(
        "mediation/agreement/print.html",
        form,
        case=case,
        agreement=one,
        can_reveal=can_reveal,
        title=_("Print the agreement"),
    )


def _pdf(agreement: Agreement, side: Country, *, reveal: bool = False) -> Response:
    case = agreement.case
    paper = agreement_paper(
        agreement,
        side=side,
        words=in_both,
        nationalities=reference.code_names(CodeList.NATIONALITY),
        printed_on=clock.today(case.country.zone),
        reveal=reveal,
    )
    answer = make_response(agreement_pdf(paper))
    answer.mimetype = "application/pdf"
    name = f"agreement-{case.id}-{agreement.id}-{side.value}.pdf"
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


def in_both(member: Enum | None) -> PaperText:
    """What a code is called in Chinese and in Vietnamese, whatever the reader reads."""
    if member is None:
        return BLANK
    words = {}
    for language, locale in LOCALES.items():
        with force_locale(locale):
            words[language] = label(member)
    return PaperText(words["zh"], words["vi"])
