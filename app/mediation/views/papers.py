"""Which papers does this case print? The list, the preview, what was issued, the way back."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import current_app, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.bilingual import Bilingual
from app.kernel.clock import utc_now
from app.kernel.country import Country
from app.kernel.errors import NotFound
from app.kernel.permissions import Permission
from app.mediation.forms.papers import WithdrawPaperForm
from app.mediation.labels.closing import WEIGHTS
from app.mediation.models import Case, IssuedPaper
from app.mediation.papers.both_languages import in_both
from app.mediation.papers.catalogue import PaperRef, agreement_ref, item_of, papers_of
from app.mediation.papers.rendering import paper_data, render_paper
from app.mediation.papers.titles import title_of
from app.mediation.queries.file_builds import builds_of
from app.mediation.queries.issued import issued_of
from app.mediation.queries.scope import may
from app.mediation.rules.file_checklist import ITEM_RULES, Weight
from app.mediation.services import issuing
from app.mediation.services.opening import child
from app.mediation.states import CaseState
from app.mediation.views import blueprint
from app.mediation.views.agreements import ONE
from app.mediation.views.agreements import load as load_agreement
from app.mediation.views.downloads import answer_file, file_name, issued_file_name, paper_title
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import Answer, load, refuse_step, today_of
from app.web.access import current_actor, requires

PAPERS = "/cases/<int:case_id>/papers"
ONE_PAPER = f"{PAPERS}/<key>"
ISSUED = f"{PAPERS}/issued/<int:issued_id>"


@dataclass(frozen=True, slots=True)
class Line:
    """One paper of the list: which, must or if needed, and what went out of it so far."""

    key: str
    name: Bilingual
    weight: Weight | None
    issued: tuple[IssuedPaper, ...]


@blueprint.get(PAPERS)
@requires(Permission.CASE_READ)
def papers(case_id: int) -> Answer:
    """`?issued=` is the paper that has just gone out: it is named with its links."""
    case = load(case_id)
    actor = current_actor()
    return render_template(
        "mediation/papers/list.html",
        case=case,
        just_issued=_just_issued(case, request.args.get("issued", type=int)),
        lines=_lines(case),
        builds=builds_of(actor, case),
        can_issue=_can_issue(case),
        can_reveal=may(actor, case, Permission.CASE_REVEAL),
        weights=WEIGHTS,
    )


@blueprint.get(f"{ONE_PAPER}/preview.pdf")
@requires(Permission.CASE_READ)
def preview_paper(case_id: int, key: str) -> Response:
    """Masked, without a serial, marked as what it is; `?side=` is whose copy it would be."""
    case = load(case_id)
    return _preview(case, find_ref(case, key))


@blueprint.get(f"{ONE}/paper.pdf")
@requires(Permission.CASE_READ)
def agreement_paper_pdf(case_id: int, agreement_id: int) -> Response:
    """An agreement's preview under its own address."""
    case, one = load_agreement(case_id, agreement_id, Permission.CASE_READ)
    return _preview(case, agreement_ref(one))


@blueprint.get(f"{ONE}/print")
@requires(Permission.CASE_READ)
def print_agreement(case_id: int, agreement_id: int) -> Answer:
    """Where an agreement is printed: with its sheet if there is one, else with all papers."""
    case, one = load_agreement(case_id, agreement_id, Permission.CASE_READ)
    ref = agreement_ref(one)
    if _can_issue(case) and ref in papers_of(case):
        return redirect(url_for("mediation.issue_paper", case_id=case_id, key=ref.key))
    return redirect(url_for("mediation.papers", case_id=case_id))


@blueprint.get(f"{ISSUED}.pdf")
@requires(Permission.CASE_READ)
def issued_pdf(case_id: int, issued_id: int) -> Response:
    """The very file that went out; one with whole numbers is opened with an entry instead."""
    row = _issued(load(case_id), issued_id)
    if row.is_full:
        raise NotFound(issued=issued_id)
    return _issued_file(row)


@blueprint.post(f"{ISSUED}/full.pdf")
@requires(Permission.CASE_REVEAL)
def issued_pdf_in_full(case_id: int, issued_id: int) -> Response:
    row = issuing.open_in_full(current_actor(), case_id=case_id, issued_id=issued_id, now=utc_now())
    return _issued_file(row)


@blueprint.route(f"{ISSUED}/withdraw", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def withdraw_paper(case_id: int, issued_id: int) -> Answer:
    case = load(case_id, Permission.MEDIATE)
    row = _issued(case, issued_id)
    if case.state is CaseState.ARCHIVED:
        return refuse_step(case)
    form = WithdrawPaperForm()
    return form_page(
        form,
        title=_("Withdraw the paper %(serial)s", serial=row.serial),
        submit=_("Withdraw the issued paper"),
        act=lambda: issuing.withdraw(
            current_actor(),
            case_id=case_id,
            issued_id=issued_id,
            reason=form.reason.data or "",
            now=utc_now(),
        ),
        said=_("The issued paper is withdrawn."),
        done=url_for("mediation.papers", case_id=case_id),
        case=case,
        lead=_("Whoever checks this paper is told from now on that it no longer counts."),
        warning=True,
    )


def public_address() -> str:
    """Where the world finds this office's check page."""
    return str(current_app.config["PUBLIC_URL"] or request.url_root)


def find_ref(case: Case, key: str) -> PaperRef:
    """Only what can be printed has an address. Raises NotFound."""
    for ref in papers_of(case):
        if ref.key == key:
            return ref
    raise NotFound(paper=key)


def _issued(case: Case, issued_id: int) -> IssuedPaper:
    row: IssuedPaper = child(issued_of(case), issued_id)
    return row


def _lines(case: Case) -> list[Line]:
    weights = {rule.item: rule.weight for rule in ITEM_RULES[case.country]}
    issued = issued_of(case)
    return [
        Line(
            key=ref.key,
            name=title_of(ref, case),
            weight=weights.get(item_of(ref)),
            issued=tuple(_of(ref, issued)),
        )
        for ref in papers_of(case)
    ]


def _of(ref: PaperRef, issued: Iterable[IssuedPaper]) -> Iterable[IssuedPaper]:
    return (row for row in issued if (row.kind, row.subject) == (ref.kind, ref.subject))


def _can_issue(case: Case) -> bool:
    allowed = may(current_actor(), case, Permission.MEDIATE)
    return allowed and case.state is not CaseState.ARCHIVED


def _preview(case: Case, ref: PaperRef) -> Response:
    asked = request.args.get("side", case.country.value)
    if asked not in tuple(Country):
        raise NotFound(side=asked)
    today = today_of(case)
    data = paper_data(case, ref, side=Country(asked), words=in_both, printed_on=today)
    pdf = render_paper(ref.kind, data, printed_on=today)
    name = file_name(case, title_of(ref, case), Country(asked), "pdf")
    return answer_file(pdf, name, plain=f"{ref.key}-{asked}")


def _issued_file(row: IssuedPaper) -> Response:
    return answer_file(issuing.pdf_of(row), issued_file_name(row), plain=row.serial)


def _just_issued(case: Case, issued_id: int | None) -> dict[str, object] | None:
    rows = (row for row in issued_of(case) if row.id == issued_id and row.stands)
    row = next(rows, None)
    return {"row": row, "name": paper_title(row)} if row else None
