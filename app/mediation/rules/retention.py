"""How long is a file kept?

*Setting*: the committee sets the kind from type and terms; how many years each kind means
is a local choice.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from app.kernel.periods import add_months


class RetentionKind(StrEnum):
    PERMANENT = "permanent"
    LONG = "long"
    SHORT = "short"


YEARS: Mapping[RetentionKind, int] = {RetentionKind.LONG: 30, RetentionKind.SHORT: 10}
"""The shipped values of the setting."""


def kept_until(
    kind: RetentionKind, closed_on: date, years: Mapping[RetentionKind, int] = YEARS
) -> date | None:
    """The last day of keeping, or None for ever. A legal hold is the caller's matter."""
    if kind is RetentionKind.PERMANENT:
        return None
    return add_months(closed_on, 12 * years[kind])
