"""What stands in the copy of an agreement for the other side's mediator? Names, and no particulars.

Everything else that is told of a party stays open as a line to write on: the office that keeps it
fills it in at the table.
"""

from collections.abc import Mapping
from typing import Any

KEPT = frozenset(
    {
        "role",
        "name",
        "name_han",
        "name_latin",
        "is_person",
        "nationality",
        "representative",
        "acting",
    }
)


def without_particulars(data: Mapping[str, Any]) -> dict[str, Any]:
    """The paper's data with what it tells of the parties, beyond their names, left open."""
    return {**data, "parties": [_party(each) for each in data["parties"]]}


def _party(party: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value if name in KEPT else _open(value) for name, value in party.items()}


def _open(value: Any) -> Any:
    """An empty value of the same shape."""
    if isinstance(value, Mapping):
        return {name: _open(each) for name, each in value.items()}
    return "" if isinstance(value, str) else None
