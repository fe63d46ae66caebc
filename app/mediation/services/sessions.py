"""How is a sitting recorded? What happened, who came, how they signed, in their own words."""

from datetime import datetime
from typing import Any

from app.audit.services import apply_changes
from app.db import db, transaction
from app.kernel.clock import local
from app.kernel.errors import RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.models import Attendance, Case, MediationSession
from app.mediation.rules.sessions import Attended, Sitting, sitting_refusals
from app.mediation.services.opening import child, note_row, open_case
from app.mediation.services.statements import write_down


def record_session(
    actor: Actor, *, case_id: int, sitting: Sitting, now: datetime
) -> MediationSession:
    """Put a sitting into the file. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        _judge(case, sitting, now)
        row = MediationSession(number=len(case.sessions) + 1, **_values(sitting))
        case.sessions.append(row)
        _seat(case, row, sitting)
        db.session.flush()
        note_row(actor, case, "session:recorded", row, now, {"number": (None, row.number)})
        write_down(actor, case, _subject(row), sitting.record, sitting.language, now)
        return row


def edit_session(
    actor: Actor, *, case_id: int, session_id: int, sitting: Sitting, now: datetime
) -> MediationSession:
    """Correct a sitting while the talks go on. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        row: MediationSession = child(case.sessions, session_id)
        _judge(case, sitting, now)
        changes: dict[str, tuple[Any, Any]] = apply_changes(row, _values(sitting))
        before = _list_of_people(row)
        for attendance in list(row.attendances):
            db.session.delete(attendance)
        row.attendances.clear()
        _seat(case, row, sitting)
        db.session.flush()
        if (after := _list_of_people(row)) != before:
            changes["attendance"] = (before, after)
        note_row(actor, case, "session:edited", row, now, changes)
        write_down(actor, case, _subject(row), sitting.record, sitting.language, now)
        return row


def _judge(case: Case, sitting: Sitting, now: datetime) -> None:
    held_on = local(sitting.starts_at, case.country.zone).date()
    if found := sitting_refusals(sitting, state=case.state, now=now, held_on=held_on):
        raise RuleBroken(found)


def _values(sitting: Sitting) -> dict[str, Any]:
    return {
        "starts_at": sitting.starts_at,
        "ends_at": sitting.ends_at,
        "place": sitting.place,
        "mode": sitting.mode,
        "is_open": sitting.is_open,
        "rights_told": sitting.rights_told,
        "result": sitting.result,
        "next_on": sitting.next_on,
    }


def _seat(case: Case, row: MediationSession, sitting: Sitting) -> None:
    """Put down who came; a party or a duty must be of this case."""
    for each in sitting.attended:
        row.attendances.append(
            Attendance(
                party=child(case.parties, each.party_id) if each.party_id else None,
                case_mediator=_duty(case, each),
                other_name="" if each.party_id or each.case_mediator_id else each.name,
                capacity=each.capacity,
                signature=each.signature,
                read_aloud_by=each.read_aloud_by,
            )
        )


def _duty(case: Case, each: Attended) -> Any:
    return child(case.mediators, each.case_mediator_id) if each.case_mediator_id else None


def _list_of_people(row: MediationSession) -> str:
    """Who came and how they signed, as one line for the audit trail."""
    return "; ".join(
        f"party {a.party_id}" * (a.party is not None)
        + f"duty {a.case_mediator_id}" * (a.case_mediator is not None)
        + a.other_name
        + (f" {a.signature.value}" if a.signature else "")
        for a in row.attendances
    )


def _subject(row: MediationSession) -> str:
    return f"session:{row.number}"
