"""How does a rule say no? Typed errors that carry codes and facts, and no prose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason why not: what a label turns into a sentence.

    `code` is a member of a feature's enum, `facts` fill its placeholders, `source` names
    the article or setting behind the rule, `field` the form field it belongs to, if any.
    """

    code: StrEnum
    facts: Mapping[str, object] = field(default_factory=dict)
    source: str | None = None
    field: str | None = None


class HouseError(Exception):
    """The root of everything the product refuses on purpose."""

    def __init__(self, **facts: object) -> None:
        super().__init__(", ".join(f"{key}={value}" for key, value in facts.items()))
        self.facts = facts


class RuleBroken(HouseError):
    """A rule says no; `refusals` holds every reason, never only the first."""

    def __init__(self, refusals: Iterable[Refusal] = (), **facts: object) -> None:
        self.refusals = tuple(refusals)
        super().__init__(**({"refusals": [r.code for r in self.refusals]} | facts))


class IllegalMove(RuleBroken):
    """The state does not allow the action (`state`, `action`)."""

    def __init__(self, **facts: object) -> None:
        super().__init__((), **facts)


class NotPermitted(HouseError):
    """In scope, but no role of theirs allows it: answers 403."""


class NotFound(HouseError):
    """Absent, or out of the actor's scope, which must look the same: answers 404."""


class Taken(HouseError):
    """Somebody else was first (a changed row, a used key): answers 409."""
