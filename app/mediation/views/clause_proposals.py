"""Where is a change of the clause library seen, decided by the second person, or taken back?"""

from typing import Any

from flask import current_app, url_for
from flask_babel import gettext as _

from app.kernel.clock import utc_now
from app.kernel.country import Country
from app.kernel.permissions import Permission
from app.mediation.forms.clause_proposals import WordForm
from app.mediation.labels.clause_proposals import proposal_tone
from app.mediation.models import ClauseProposal
from app.mediation.queries import clause_proposals as queries
from app.mediation.rules.clause_proposals import second_person_refusals
from app.mediation.services import clause_proposals as services
from app.mediation.views import blueprint
from app.mediation.views.clause_preview import example
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import Answer
from app.web.access import current_actor, requires
from app.web.forms import Form
from app.web.labels import say

EDIT = Permission.CLAUSE_EDIT
ONE = "/clauses/proposals/<int:proposal_id>"

blueprint.add_app_template_filter(proposal_tone)


def serves() -> Country | None:
    """The one country of this installation; None where both work in it."""
    code = current_app.config["COUNTRY"]
    return Country(code) if code else None


@blueprint.route(ONE, methods=["GET", "POST"])
@requires(EDIT)
def clause_proposal(proposal_id: int) -> Answer:
    row = queries.proposal(proposal_id)
    form = WordForm()
    form.offer()
    return form_page(
        form,
        title=_("A change of the clause library"),
        submit=_("Record the decision"),
        act=lambda: services.decide(
            current_actor(), proposal_id=row.id, word=form.said(), serves=serves(), now=utc_now()
        ),
        said=_("The decision is recorded. Who proposed it is told."),
        done=_page(row.id),
        cancel=url_for("mediation.library_clauses"),
        template="mediation/library/proposal.html",
        **_shown(row),
    )


@blueprint.route(f"{ONE}/take-back", methods=["GET", "POST"])
@requires(EDIT)
def take_back_proposal(proposal_id: int) -> Answer:
    row = queries.proposal(proposal_id)
    return form_page(
        Form(),
        title=_("Take your proposal back?"),
        submit=_("Take it back"),
        act=lambda: services.take_back(current_actor(), proposal_id=row.id, now=utc_now()),
        said=_("Your proposal is taken back. The clause stays as it is."),
        done=_page(row.id),
        case=None,
        warning=True,
    )


def _page(proposal_id: int) -> str:
    return url_for("mediation.clause_proposal", proposal_id=proposal_id)


def _shown(row: ClauseProposal) -> dict[str, Any]:
    actor, base, draft = current_actor(), queries.base_of(row), row.draft
    both = queries.both_countries(serves(), utc_now().date())
    facts = queries.proposed_facts(row)
    why_not = second_person_refusals(facts, actor.user_id, actor.country, both_countries=both)
    before = base.version if base is not None else None
    return {
        "row": row,
        "version": draft or before,
        "is_known": base is not None,
        "before": before,
        "comparison": queries.compared(before, draft) if draft is not None else None,
        "example": example(draft) if draft is not None else None,
        "is_own": row.proposed_by_id == actor.user_id,
        "may_decide": not why_not,
        "why_not": [say(each) for each in why_not],
        "is_outdated": facts.is_outdated,
    }
