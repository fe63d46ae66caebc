"""Where does a reviewer see what waits to cross the border, decide on it, and revoke it?"""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.kernel.clock import utc_now
from app.kernel.permissions import Permission
from app.mediation.forms.disclosures import DecisionForm, RevokeForm
from app.mediation.models import Disclosure
from app.mediation.queries import disclosures as queries
from app.mediation.queries.letters import letter_text
from app.mediation.rules.disclosures import DisclosureState
from app.mediation.services import disclosures
from app.mediation.views import blueprint
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import today_of
from app.web.access import current_actor, requires
from app.web.addresses import address_with, row_number

DECIDE = Permission.DISCLOSURE_DECIDE
ONE = "/disclosures/<int:disclosure_id>"


@blueprint.get("/disclosures")
@requires(DECIDE)
def disclosure_queue() -> str:
    actor = current_actor()
    waiting = request.args.get("show") != "decided"
    page = request.args.get("page", 1, type=row_number)
    found = queries.queue(actor, waiting=waiting, page=page)
    return render_template(
        "mediation/disclosures/queue.html",
        found=found,
        waiting=waiting,
        waiting_count=queries.waiting_count(actor),
        today_of=today_of,
        address=lambda page: _address(waiting, page),
    )


@blueprint.route(ONE, methods=["GET", "POST"])
@requires(DECIDE)
def decide_disclosure(disclosure_id: int) -> ResponseReturnValue:
    row = queries.to_decide(current_actor(), disclosure_id)
    form = DecisionForm()
    form.offer()
    return form_page(
        form,
        title=_("A request to cross the border"),
        submit=_("Record the decision"),
        act=lambda: disclosures.decide(
            current_actor(), disclosure_id=disclosure_id, decision=form.said(), now=utc_now()
        ),
        said=_("The decision is recorded. Who asked is told."),
        done=url_for("mediation.disclosure_queue"),
        template="mediation/disclosures/decide.html",
        case=row.case,
        **_shown(row),
    )


@blueprint.route(f"{ONE}/revoke", methods=["GET", "POST"])
@requires(DECIDE)
def revoke_as_reviewer(disclosure_id: int) -> ResponseReturnValue:
    row = queries.to_decide(current_actor(), disclosure_id)
    form = RevokeForm()
    return form_page(
        form,
        title=_("Revoke the approval"),
        submit=_("Revoke the approval"),
        act=lambda: disclosures.revoke_as_reviewer(
            current_actor(),
            disclosure_id=disclosure_id,
            reason=form.reason.data or "",
            now=utc_now(),
        ),
        said=_("It has ended. Nothing crosses the border under it any more."),
        done=url_for("mediation.decide_disclosure", disclosure_id=disclosure_id),
        case=row.case,
        warning=True,
    )


def _shown(row: Disclosure) -> dict[str, object]:
    case, today = row.case, today_of(row.case)
    state = queries.disclosure_state(row, today)
    return {
        "row": row,
        "state": state,
        "is_waiting": state is DisclosureState.WAITING,
        "is_running": queries.is_running(row, today),
        "standing": queries.standing_of(case, today),
        "missing_consent": queries.without_consent(case),
        "is_own": row.asked_by_id == current_actor().user_id,
        "text": letter_text(row.letter) if row.letter else None,
    }


def _address(waiting: bool, page: int) -> str:
    show = None if waiting else "decided"
    return address_with("mediation.disclosure_queue", {"show": show, "page": page})
