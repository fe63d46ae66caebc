"""Can a sitting have been like this? Its times, who signed how, when it goes on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.kernel.errors import Refusal
from app.mediation.kinds import SessionMode, SessionResult, SignatureKind
from app.mediation.states import CaseState


class SessionRefusal(StrEnum):
    NOT_MEDIATING = "session_not_mediating"
    STARTS_IN_FUTURE = "session_starts_in_future"
    ENDS_BEFORE_START = "session_ends_before_start"
    ENDS_IN_FUTURE = "session_ends_in_future"
    NOBODY_CAME = "session_nobody_came"
    WITNESS_MISSING = "fingerprint_witness_missing"
    NAME_MISSING = "attendance_name_missing"
    NEXT_WITHOUT_CONTINUING = "next_date_without_continuing"
    NEXT_BEFORE_SESSION = "next_date_before_session"
    LANGUAGE_MISSING = "record_language_missing"


R = SessionRefusal


@dataclass(frozen=True, slots=True)
class Attended:
    """Somebody at the table: a party, a person with a duty, or another by name."""

    party_id: int | None = None
    case_mediator_id: int | None = None
    name: str = ""
    capacity: str = ""
    signature: SignatureKind | None = None
    read_aloud_by: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session as the officer reports it; instants are UTC, `next_on` a day at the office."""

    starts_at: datetime
    ends_at: datetime | None
    place: str
    mode: SessionMode
    is_open: bool = False
    rights_told: bool = False
    result: SessionResult | None = None
    next_on: date | None = None
    record: str = ""
    language: str = ""
    attended: tuple[Attended, ...] = ()


def sitting_refusals(
    sitting: Sitting, *, state: CaseState, now: datetime, held_on: date
) -> tuple[Refusal, ...]:
    """Every reason why this cannot be recorded; `held_on` is its day at the office's clock."""
    found = []
    if state is not CaseState.MEDIATING:
        found.append(Refusal(R.NOT_MEDIATING))
    if sitting.starts_at > now:
        found.append(Refusal(R.STARTS_IN_FUTURE, field="held_on"))
    if sitting.ends_at is not None and sitting.ends_at <= sitting.starts_at:
        found.append(Refusal(R.ENDS_BEFORE_START, field="ends"))
    elif sitting.ends_at is not None and sitting.ends_at > now:
        found.append(Refusal(R.ENDS_IN_FUTURE, field="ends"))
    if sitting.record and not sitting.language:
        found.append(Refusal(R.LANGUAGE_MISSING, field="language"))
    return (*found, *_about_attendance(sitting.attended), *_about_next(sitting, held_on))


def _about_attendance(attended: Iterable[Attended]) -> list[Refusal]:
    people = tuple(attended)
    if not any(each.party_id or each.case_mediator_id or each.name for each in people):
        return [Refusal(R.NOBODY_CAME)]
    found = []
    for each in people:
        if not (each.party_id or each.case_mediator_id or each.name.strip()):
            found.append(Refusal(R.NAME_MISSING))
        if each.signature is SignatureKind.FINGERPRINT and not each.read_aloud_by.strip():
            found.append(Refusal(R.WITNESS_MISSING, {"person": each.name}))
    return found


def _about_next(sitting: Sitting, held_on: date) -> list[Refusal]:
    if sitting.next_on is None:
        return []
    if sitting.result is not SessionResult.TO_CONTINUE:
        return [Refusal(R.NEXT_WITHOUT_CONTINUING, field="next_on")]
    if sitting.next_on < held_on:
        return [Refusal(R.NEXT_BEFORE_SESSION, field="next_on")]
    return []
