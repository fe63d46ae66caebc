"""How is a visit after the agreement written down?"""

from dataclasses import dataclass
from datetime import date, datetime

from app.db import db, transaction
from app.kernel.clock import local
from app.kernel.errors import RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import Satisfaction
from app.mediation.models import FollowUp
from app.mediation.queries.case_facts import current_agreement
from app.mediation.rules.follow_ups import follow_up_refusals
from app.mediation.services import deadline_rows
from app.mediation.services.opening import note, open_case


@dataclass(frozen=True, slots=True)
class Visit:
    """The fields of the follow-up record."""

    visited_on: date
    visitor: str
    performance: str
    satisfaction: Satisfaction | None = None
    later_court_case: str = ""
    new_risk: str = ""
    measures: str = ""


def record(actor: Actor, *, case_id: int, visit: Visit, now: datetime) -> FollowUp:
    """A visit; it answers the earliest follow-up that is due. Raises NotFound, NotPermitted,
    RuleBroken (nothing agreed yet, in the future, before the agreement)."""
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        agreement = current_agreement(case)
        today = local(now, case.country.zone).date()
        effective_on = agreement.effective_on if agreement and agreement.is_frozen else None
        if refusals := follow_up_refusals(visit.visited_on, effective_on, today):
            raise RuleBroken(refusals)
        row = FollowUp(case_id=case.id, **{name: getattr(visit, name) for name in Visit.__slots__})
        db.session.add(row)
        db.session.flush()
        note(
            actor,
            case,
            "mediation:follow_up:recorded",
            now,
            changes={"visited_on": (None, row.visited_on), "visitor": (None, row.visitor)},
            object_type="follow_up",
            object_id=row.id,
        )
        deadline_rows.clear_next_follow_up(case, now)
        return row
