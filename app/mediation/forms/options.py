"""What can be chosen in a field? Labelled members of an enumeration, in the reader's language."""

from collections.abc import Iterable
from enum import StrEnum

from app.web.labels import label

Options = list[tuple[str, str]]


def options(members: Iterable[StrEnum], *, blank: str | None = None) -> Options:
    """(value, words) of each; first an empty choice called `blank`, where there may be none."""
    chosen = [(member.value, label(member)) for member in members]
    return chosen if blank is None else [("", blank), *chosen]
