"""What is a code called in the reader's language? Features register; pages ask."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from app.kernel.errors import Refusal, RuleBroken

# Members of two string enums may be equal, so the type is part of the key.
_labels: dict[tuple[type, Enum], Any] = {}


def register_labels(labels: Mapping[Any, Any]) -> None:
    """Add lazy strings by enum member (states, refusal codes, roles …)."""
    _labels.update({(type(member), member): text for member, text in labels.items()})


def has_label(member: Enum) -> bool:
    return (type(member), member) in _labels


def label(member: Enum | None) -> str:
    """The member's name in the reader's language. Raises KeyError for an unnamed one."""
    return "" if member is None else str(_labels[(type(member), member)])


def say(refusal: Refusal) -> str:
    """A refusal as a sentence in the reader's language, its facts filled in."""
    facts = {
        name: label(value) if isinstance(value, Enum) else value
        for name, value in refusal.facts.items()
    }
    sentence = label(refusal.code)
    return sentence % facts if facts and "%(" in sentence else sentence


def say_all(broken: RuleBroken) -> list[str]:
    return [say(refusal) for refusal in broken.refusals]
