"""Where does the mediator of the other side read, confirm and sign, and nothing else?"""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.clock import local, utc_now
from app.kernel.permissions import Permission
from app.mediation.models import Agreement, Disclosure
from app.mediation.papers.both_languages import in_both
from app.mediation.papers.catalogue import agreement_ref
from app.mediation.papers.joint_copy import without_particulars
from app.mediation.papers.rendering import paper_data, render_paper
from app.mediation.papers.titles import title_of
from app.mediation.queries.joint import find_view, open_views, papers_for
from app.mediation.queries.letters import letter_text
from app.mediation.services import joint
from app.mediation.services.opening import child
from app.mediation.views import blueprint
from app.mediation.views.downloads import answer_file, file_name
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import Answer
from app.web.access import current_actor, requires
from app.web.forms import Form

VIEW = Permission.JOINT_VIEW
ONE = "/joint/<int:disclosure_id>"
AGREEMENT = f"{ONE}/agreements/<int:agreement_id>"


@blueprint.get("/joint")
@requires(VIEW)
def joint_list() -> str:
    views = open_views(current_actor(), utc_now())
    return render_template("mediation/joint/list.html", views=views)


@blueprint.get(ONE)
@requires(VIEW)
def joint_case(disclosure_id: int) -> str:
    """The one reading that writes: every opening is an entry with the case."""
    view = joint.open_view(current_actor(), disclosure_id=disclosure_id, now=utc_now())
    return render_template(
        "mediation/joint/show.html",
        view=view,
        case=view.case,
        papers=papers_for(view),
        letter_text=letter_text,
        signed={each.id: _has_signed(each, view) for each in view.case.agreements},
    )


@blueprint.get(f"{AGREEMENT}/copy.pdf")
@requires(VIEW)
def joint_copy(disclosure_id: int, agreement_id: int) -> Response:
    """The copy for the reader's own side, without the parties' particulars."""
    actor, now = current_actor(), utc_now()
    one = joint.open_copy(actor, disclosure_id=disclosure_id, agreement_id=agreement_id, now=now)
    case, ref = one.case, agreement_ref(one)
    printed_on = one.signed_on or local(now, case.country.zone).date()
    data = paper_data(case, ref, side=actor.country, words=in_both, printed_on=printed_on)
    pdf = render_paper(ref.kind, without_particulars(data), printed_on=printed_on)
    name = file_name(case, title_of(ref, case), actor.country, "pdf")
    answer = answer_file(pdf, name, plain=f"agreement-{disclosure_id}-{agreement_id}")
    answer.headers["Cache-Control"] = "no-store"
    return answer


@blueprint.post(f"{AGREEMENT}/terms/<int:term_id>/confirm")
@requires(VIEW)
def confirm_jointly(disclosure_id: int, agreement_id: int, term_id: int) -> Response:
    joint.confirm_clause(
        current_actor(),
        disclosure_id=disclosure_id,
        agreement_id=agreement_id,
        term_id=term_id,
        now=utc_now(),
    )
    return _back(disclosure_id, _("You confirmed that both texts say the same."))


@blueprint.route(f"{AGREEMENT}/sign", methods=["GET", "POST"])
@requires(VIEW)
def sign_jointly(disclosure_id: int, agreement_id: int) -> Answer:
    """Asked once more: a signature is not taken back."""
    actor, now = current_actor(), utc_now()
    case = find_view(actor, disclosure_id, now).case
    agreement: Agreement = child(case.agreements, agreement_id)
    return form_page(
        Form(),
        title=_("Sign this agreement?"),
        lead=_("Your name will stand under it and cannot be taken away. Sign what you have read."),
        submit=_("I sign this agreement"),
        act=lambda: joint.sign_jointly(
            actor, disclosure_id=disclosure_id, agreement_id=agreement.id, now=now
        ),
        said=_("Your signature is recorded."),
        done=url_for("mediation.joint_case", disclosure_id=disclosure_id, _anchor="agreement"),
        case=case,
    )


def _has_signed(agreement: Agreement, view: Disclosure) -> bool:
    """Whether the guest's own signature stands under it."""
    own = (each.case_mediator_id for each in agreement.standing_signatures)
    return view.case_mediator_id in own


def _back(disclosure_id: int, message: str) -> Response:
    flash(message, "success")
    return redirect(url_for("mediation.joint_case", disclosure_id=disclosure_id), 303)
