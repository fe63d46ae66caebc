"""What is a code called in the reader's language? Features register; pages ask."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from app.kernel.errors import Refusal, RuleBroken

# Members of two string enums may be equal, so the type is part of the key.
_labels: dict[tuple[type, Enum], Any] = {}
_formats: dict[type, Callable[[Any], str]] = {}
_facts: dict[str, type[Enum]] = {}


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
    facts = {name: _in_words(value) for name, value in refusal.facts.items()}
    sentence = label(refusal.code)
    return sentence % facts if facts and "%(" in sentence else sentence


def register_format(kind: type, write: Callable[[Any], str]) -> None:
    """Say how a fact of some type (a day, an amount) is written for the reader."""
    _formats[kind] = write


def _in_words(value: Any) -> Any:
    if isinstance(value, Enum):
        return label(value)
    return _formats[type(value)](value) if type(value) in _formats else value


def register_fact(name: str, kind: type[Enum]) -> None:
    """Say of which enum a stored fact of this name (in a notice, an entry) is a member."""
    _facts[name] = kind


def fact_in_words(name: str, value: Any) -> Any:
    """A stored fact for the reader: the label of its member, else as it is."""
    return label(_facts[name](value)) if name in _facts else value


def say_all(broken: RuleBroken) -> list[str]:
    return [say(refusal) for refusal in broken.refusals]
