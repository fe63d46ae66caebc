"""Who are the parties, and which of the few things asked of a party is not known yet?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.mediation.kinds import PartyKind, PartyRole, RepresentativeKind

ADULT_AGE = 18
"""*Setting*: below it a party acts through a guardian, on both sides of the border."""


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """What the rules want to know of a party. `nationality` is an ISO code or empty.

    `needs_latin_name`: known in Han only, where a Vietnamese text will name them.

    Papers are not among the must fields: *no document seen* is an answer,
    and never a reason to send anybody away.
    """

    role: PartyRole
    name: str = ""
    nationality: str = ""
    kind: PartyKind = PartyKind.NATURAL
    born_on: date | None = None
    representation: RepresentativeKind | None = None
    has_power_of_attorney: bool = False
    needs_interpreter: bool = False
    needs_latin_name: bool = False
    rights_told_on: date | None = None
    consented_on: date | None = None


def with_role(parties: Iterable[PartyFacts], role: PartyRole) -> tuple[PartyFacts, ...]:
    return tuple(party for party in parties if party.role is role)


def is_minor(party: PartyFacts, today: date) -> bool:
    """Not yet `ADULT_AGE`; born on 29 February counts as grown up on 1 March. Unknown: no."""
    if party.kind is not PartyKind.NATURAL or party.born_on is None:
        return False
    born = party.born_on
    had_birthday = (today.month, today.day) >= (born.month, born.day)
    return today.year - born.year - (not had_birthday) < ADULT_AGE


def representation_due(party: PartyFacts, today: date) -> RepresentativeKind | None:
    """Who must act for this party and is not recorded: a guardian, a legal representative."""
    if is_minor(party, today):
        due = RepresentativeKind.GUARDIAN
    elif party.kind is PartyKind.LEGAL:
        due = RepresentativeKind.LEGAL_REPRESENTATIVE
    else:
        return None
    # An agent with a power of attorney also speaks for a company, never alone for a child.
    fits = {due} if due is RepresentativeKind.GUARDIAN else {due, RepresentativeKind.AGENT}
    return None if party.representation in fits else due


def power_of_attorney_due(party: PartyFacts) -> bool:
    """An agent shows a power of attorney (file checklist: if needed)."""
    return party.representation is RepresentativeKind.AGENT and not party.has_power_of_attorney
