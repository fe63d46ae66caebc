"""When does a change of the clause library come into force? When a second person approves it.

Source: the register's own design (nobody approves what they wrote). The library serves both
countries where both work in it: then the second person is of the other one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.kernel.country import Country
from app.kernel.errors import Refusal


class ProposalKind(StrEnum):
    NEW_CLAUSE = "new_clause"
    NEW_VERSION = "new_version"
    WITHDRAWAL = "withdrawal"
    RESTORATION = "restoration"


class ProposalEnd(StrEnum):
    APPROVED = "approved"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"


class ProposalRefusal(StrEnum):
    NOTHING_NEW = "clause_nothing_new"
    ONE_WAITS = "clause_proposal_waits"
    REASON_MISSING = "clause_proposal_reason"
    ALREADY_DECIDED = "clause_proposal_decided"
    OWN_PROPOSAL = "clause_proposal_own"
    SAME_COUNTRY = "clause_proposal_same_country"
    OUTDATED = "clause_proposal_outdated"
    NOT_YOURS = "clause_proposal_not_yours"


R = ProposalRefusal


@dataclass(frozen=True, slots=True)
class Proposed:
    """Where a proposal stands. `is_outdated`: the clause has changed since it was made."""

    author_id: int | None
    country: Country
    is_decided: bool = False
    is_outdated: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """What the second person says."""

    approve: bool
    reason: str = ""


def needs_other_country(serves: Country | None, editors: frozenset[Country]) -> bool:
    """Whether both countries print from this library: `serves` is the one country of an
    installation, None for both; `editors` are the countries of those who may change it."""
    return serves is None and len(editors) > 1


def proposal_refusals(*, is_new: bool, one_waits: bool, reason: str) -> tuple[Refusal, ...]:
    """Why this cannot be proposed now."""
    found = [Refusal(R.ONE_WAITS)] if one_waits else []
    if not is_new:
        found.append(Refusal(R.NOTHING_NEW))
    if not reason.strip():
        found.append(Refusal(R.REASON_MISSING, field="reason"))
    return tuple(found)


def second_person_refusals(
    proposed: Proposed, user_id: int | None, country: Country, *, both_countries: bool
) -> tuple[Refusal, ...]:
    """Why this person is not the second one, or there is nothing left to say."""
    if proposed.is_decided:
        return (Refusal(R.ALREADY_DECIDED),)
    if user_id is None or user_id == proposed.author_id:
        return (Refusal(R.OWN_PROPOSAL),)
    if both_countries and country is proposed.country:
        return (Refusal(R.SAME_COUNTRY),)
    return ()


def word_refusals(proposed: Proposed, word: Word) -> Iterator[Refusal]:
    """A refusal says why; what is approved is what was proposed for the clause as it is."""
    if not word.approve and not word.reason.strip():
        yield Refusal(R.REASON_MISSING, field="reason")
    if word.approve and proposed.is_outdated and not proposed.is_decided:
        yield Refusal(R.OUTDATED)


def taking_back_refusals(proposed: Proposed, user_id: int | None) -> tuple[Refusal, ...]:
    """Only who proposed takes it back, while nobody has decided."""
    if proposed.is_decided:
        return (Refusal(R.ALREADY_DECIDED),)
    if user_id is None or user_id != proposed.author_id:
        return (Refusal(R.NOT_YOURS),)
    return ()
