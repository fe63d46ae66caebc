"""Which court may the parties go to with their agreement, and who has to sign the request?

Sources: People's Mediation Law art. 33 (China: both parties jointly); BLTTDS art. 416-419
(Vietnam: one party suffices, where a Vietnamese body mediated). What the screening excludes
is offered to no court.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.kernel.country import Country
from app.kernel.errors import Refusal
from app.mediation.kinds import CourtStepKind


class CourtStepRefusal(StrEnum):
    EXCLUDED = "court_step_excluded"
    NOT_MEDIATED_THERE = "court_step_not_mediated_there"
    NOT_WRITTEN = "court_step_not_written"
    BOTH_MUST_APPLY = "court_step_both_must_apply"
    NOBODY_APPLIES = "court_step_nobody_applies"
    TOO_LATE = "court_step_too_late"


@dataclass(frozen=True, slots=True)
class CourtStep:
    """`is_joint`: both sides sign the request; otherwise either may ask alone."""

    kind: CourtStepKind
    country: Country
    is_joint: bool


CONFIRMATION = CourtStep(CourtStepKind.CONFIRMATION_CN, Country.CN, is_joint=True)
RECOGNITION = CourtStep(CourtStepKind.RECOGNITION_VN, Country.VN, is_joint=False)


def offered(mediated_by: Iterable[Country], *, excluded: bool) -> tuple[CourtStep, ...]:
    """The steps open to the parties: each country's court, where that country's body mediated."""
    bodies = frozenset(mediated_by)
    if excluded:
        return ()
    return tuple(step for step in (CONFIRMATION, RECOGNITION) if step.country in bodies)


def refusals(
    step: CourtStep,
    *,
    mediated_by: Iterable[Country],
    excluded: bool,
    is_written: bool,
    applicant_asks: bool,
    respondent_asks: bool,
    asked_on: date,
    last_day: date,
) -> tuple[Refusal, ...]:
    """Why this request cannot be recorded. Both courts ask for the agreement itself, in writing."""
    facts = {"country": step.country}
    asking = applicant_asks + respondent_asks
    reasons = (
        (excluded, Refusal(CourtStepRefusal.EXCLUDED, facts)),
        (
            step.country not in frozenset(mediated_by),
            Refusal(CourtStepRefusal.NOT_MEDIATED_THERE, facts),
        ),
        (not is_written, Refusal(CourtStepRefusal.NOT_WRITTEN, facts)),
        (asking == 0, Refusal(CourtStepRefusal.NOBODY_APPLIES, facts)),
        (step.is_joint and asking == 1, Refusal(CourtStepRefusal.BOTH_MUST_APPLY, facts)),
        (
            asked_on > last_day,
            Refusal(CourtStepRefusal.TOO_LATE, {**facts, "last_day": last_day}, field="asked_on"),
        ),
    )
    return tuple(refusal for applies, refusal in reasons if applies)
