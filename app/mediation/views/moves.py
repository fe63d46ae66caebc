"""Where does a case move on? One page a step: what it does, what it needs, and then it is done."""

from typing import Any

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.kernel.clock import utc_now
from app.kernel.permissions import Actor, Permission
from app.mediation.forms.moves import MoveForm
from app.mediation.forms.options import Options
from app.mediation.kinds import Route, TerminationKind
from app.mediation.labels.moves import ACTIONS, EXPLANATIONS, TONES
from app.mediation.models import Case, CaseMove
from app.mediation.queries.committees import committees_of
from app.mediation.queries.next_steps import NextStep, in_the_way, next_steps
from app.mediation.queries.scope import may
from app.mediation.services import moves
from app.mediation.services.referral import refer
from app.mediation.states import CaseAction, next_actions
from app.mediation.views import blueprint
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import load, page_of, refuse_step, today_of
from app.web.access import current_actor, requires
from app.web.filters import day
from app.web.labels import label, say
from app.web.locale import current_language

A = CaseAction
FINAL = frozenset({A.DECLINE, A.REFER, A.TERMINATE, A.ARCHIVE})
OTHER_PAGES = {
    A.RECEIVE: "mediation.case",
    A.SETTLE: "mediation.latest_agreement",
    A.CLOSE: "mediation.close_case",
}
"""Steps that have a page of their own; those of performance are made where receipts are entered."""


@blueprint.route("/cases/<int:case_id>/moves/<action>", methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def move(case_id: int, action: str) -> ResponseReturnValue:
    if action not in {each.value for each in EXPLANATIONS}:
        abort(404)
    step = CaseAction(action)
    case = load(case_id, moves.permission_for(step))
    if step not in next_actions(case.state):
        return refuse_step(case)
    form = MoveForm.for_action(
        step, today=today_of(case), committees=_committees(case), final=step in FINAL
    )
    return form_page(
        form,
        title=str(ACTIONS[step]),
        submit=str(ACTIONS[step]),
        act=lambda: _make(current_actor(), case_id, step, form),
        said=_done(step),
        done=page_of(case),
        template="mediation/moves/move.html",
        case=case,
        lead=EXPLANATIONS[step],
        warning=step in FINAL,
        in_the_way=[say(each) for each in in_the_way(case, step, today_of(case))],
    )


def _make(actor: Actor, case_id: int, action: CaseAction, form: MoveForm) -> None:
    now = utc_now()
    if action is A.REFER:
        refer(
            actor,
            case_id=case_id,
            on=form.on.data,
            reason=form.said("reason"),
            referred_to=form.said("referred_to"),
            letter_no=form.said("letter_no"),
            with_letter=bool(form.said("write_letter")),
            now=now,
        )
        return
    route, termination = form.said("route_told"), form.said("termination")
    committee = form.said("committee")
    moves.move(
        actor,
        case_id=case_id,
        action=action,
        on=form.on.data,
        now=now,
        reason=form.said("reason"),
        route=Route(route) if route else None,
        termination=TerminationKind(termination) if termination else None,
        committee_id=int(committee) if committee else None,
    )


def _committees(case: Case) -> Options:
    language = current_language()
    offered = committees_of(case.office, today_of(case))
    return [(str(each.id), each.name.in_(language)) for each in offered]


def _done(action: CaseAction) -> str:
    return {
        A.ACCEPT: _("The case is accepted and has its number."),
        A.DECLINE: _("It is recorded that the case is not accepted."),
        A.REFER: _("The referral is recorded."),
        A.TERMINATE: _("The end of the mediation is recorded."),
        A.START_MEDIATION: _("The mediation has started."),
        A.FAIL: _("It is recorded that no agreement was reached."),
        A.ARCHIVE: _("The file is in the archive."),
        A.REOPEN: _("The case is in mediation again."),
    }[action]


@blueprint.app_template_global()
def steps_of(case: Case, actor: Actor) -> list[dict[str, Any]]:
    """What the case page offers: each step's words, its page, what stands in its way."""
    return [
        {
            "action": step.action,
            "text": _words_of(case, step.action),
            "href": _page_of(case, step.action),
            "in_the_way": _in_the_way(step),
            "final": step.action in FINAL,
        }
        for step in next_steps(case, today_of(case))
        if (step.action in EXPLANATIONS or step.action in OTHER_PAGES)
        and may(actor, case, moves.permission_for(step.action))
    ]


def _in_the_way(step: NextStep) -> list[str]:
    """Nothing keeps anybody from writing an agreement; what keeps from signing is said there."""
    return [] if step.action is A.SETTLE else [say(each) for each in step.in_the_way]


def _words_of(case: Case, action: CaseAction) -> str:
    """Settling is an agreement: one to be written, or to be gone on with."""
    if action is not A.SETTLE:
        return str(ACTIONS[action])
    is_draft = case.agreement is not None and not case.agreement.is_frozen
    return _("Go on with the agreement") if is_draft else _("Write the agreement at the table")


def _page_of(case: Case, action: CaseAction) -> str:
    if action in OTHER_PAGES:
        return url_for(OTHER_PAGES[action], case_id=case.id)
    return url_for("mediation.move", case_id=case.id, action=action.value)


@blueprint.app_template_global()
def history_item(move: CaseMove) -> dict[str, Any]:
    """A move as an entry of the timeline: what, on which day, who entered it, why."""
    said = [
        _("Told: %(route)s", route=label(move.route)) if move.route else "",
        _("Referred to: %(name)s", name=move.referred_to) if move.referred_to else "",
        move.reason,
        _("Entered afterwards.") if move.entered_afterwards else "",
    ]
    return {
        "title": label(move.to_state),
        "when": day(move.on),
        "datetime": move.on,
        "who": move.actor_name,
        "text": "\n".join(filter(None, said)),
        "tone": {"red": "red", "green": "green"}.get(TONES.get(move.to_state, "grey")),
    }
