"""Where is one case read? The case page with its parts, and the file's history."""

from datetime import date
from typing import Any

from flask import render_template

from app.audit import queries as audit
from app.kernel.errors import Refusal
from app.kernel.permissions import Actor, Permission
from app.mediation.models import Case
from app.mediation.queries.case_facts import facts_of, screening_answers
from app.mediation.queries.deadlines import next_deadline
from app.mediation.queries.scope import may
from app.mediation.queries.timeline import timeline_of
from app.mediation.rules.file_checklist import Weight
from app.mediation.rules.missing import MissingItem, missing
from app.mediation.rules.screening import blocking_hits
from app.mediation.states import EDITABLE, OPEN, CaseState
from app.mediation.views import blueprint
from app.mediation.views.missing_links import link_of
from app.mediation.views.steps import load, today_of
from app.reference import queries as reference
from app.reference.models import CodeList
from app.web.access import current_actor, requires
from app.web.labels import label, say

READ = Permission.CASE_READ
CAN = {
    "edit": Permission.CASE_EDIT,
    "create": Permission.CASE_CREATE,
    "mediate": Permission.MEDIATE,
    "assign": Permission.CASE_ASSIGN,
    "translate": Permission.STATEMENT_TRANSLATE,
    "confirm": Permission.STATEMENT_CONFIRM,
    "reveal": Permission.CASE_REVEAL,
    "extend": Permission.DEADLINE_EXTEND,
    "withdraw": Permission.CASE_EDIT,
}
EVEN_ARCHIVED = frozenset({"reveal", "withdraw"})


@blueprint.get("/cases/<int:case_id>")
@requires(READ)
def case(case_id: int) -> str:
    actor = current_actor()
    found = load(case_id)
    can, today = rights(actor, found), today_of(found)
    return render_template(
        "mediation/case.html",
        case=found,
        actor=actor,
        can=can,
        today=today,
        is_editable=can["edit"] and found.state in EDITABLE,
        is_draft=found.state is CaseState.DRAFT,
        is_open=found.state in OPEN,
        missing=_missing(found, can, today),
        next_deadline=next_deadline(found),
        hits=blocking_hits(screening_answers(found.id)),
        open_memorandum_parties=found.memorandum.open_parties(today) if found.memorandum else [],
        names=code_names(),
    )


@blueprint.get("/cases/<int:case_id>/timeline")
@requires(READ)
def timeline(case_id: int) -> str:
    found = load(case_id)
    return render_template("mediation/timeline.html", case=found, entries=timeline_of(found))


@blueprint.get("/cases/<int:case_id>/history")
@requires(READ)
def history(case_id: int) -> str:
    """Every change of the file: who, when, what, from, to."""
    found = load(case_id)
    entries = audit.entries_of_case(found.id)
    return render_template(
        "mediation/history.html", case=found, entries=entries, names=code_names()
    )


def rights(actor: Actor, found: Case) -> dict[str, bool]:
    """What this person may do with the case; the buttons follow it, the services enforce it."""
    is_archived = found.state is CaseState.ARCHIVED
    return {
        name: may(actor, found, permission) and (name in EVEN_ARCHIVED or not is_archived)
        for name, permission in CAN.items()
    }


def code_names() -> dict[str, dict[str, Any]]:
    """What the codes on a case page are called, by list and code."""
    return {kind.value: reference.code_names(kind) for kind in CodeList}


def _missing(found: Case, can: dict[str, bool], today: date) -> list[dict[str, Any]]:
    """The task list: what is still missing, in words, with the page where it is entered."""
    return [
        {
            "text": _said(item),
            "href": link_of(found, item) if can["edit"] else None,
            "status": label(item.weight),
            "tone": "yellow" if item.weight is Weight.MUST else "grey",
        }
        for item in missing(facts_of(found, today), today)
    ]


def _said(item: MissingItem) -> str:
    return say(Refusal(item.code, item.facts))
