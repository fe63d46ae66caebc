"""What can be done with a case now, and what stands in the way of each step?"""

from dataclasses import dataclass, replace
from datetime import date

from app.kernel.errors import Refusal
from app.mediation.kinds import Route, TerminationKind
from app.mediation.models import Case
from app.mediation.queries.case_facts import facts_of
from app.mediation.queries.committees import committees_of
from app.mediation.rules.facts import Given
from app.mediation.rules.moves import refusals
from app.mediation.states import CaseAction, next_actions

EVERYTHING = Given("…", Route.COURT, "…", TerminationKind.OTHER)
"""What the page of a step asks for by itself does not stand in its way."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """A move the state allows; `in_the_way` is empty where it can be made at once."""

    action: CaseAction
    in_the_way: tuple[Refusal, ...]


def next_steps(case: Case, today: date) -> tuple[NextStep, ...]:
    """Every move of the present state, the usual one first."""
    facts = facts_of(case, today)
    offers_committee = case.case_seq is None and bool(committees_of(case.office, today))
    facts = replace(
        facts,
        has_committee=facts.has_committee or offers_committee,
        has_closing_report=True,
    )
    return tuple(
        NextStep(action, refusals(facts, action, EVERYTHING)) for action in next_actions(case.state)
    )


def in_the_way(case: Case, action: CaseAction, today: date) -> tuple[Refusal, ...]:
    """What stands in the way of one move; empty also where the state does not know it."""
    steps = next_steps(case, today)
    return next((step.in_the_way for step in steps if step.action is action), ())
