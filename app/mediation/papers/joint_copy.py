"""What stands in the copy of an agreement for the other side's mediator? Names, and no particulars.

Document, date of birth and address stay open as lines to write on: the office that keeps them
fills them in at the table.
"""

from collections.abc import Mapping
from typing import Any

BOTH = {"zh": "", "vi": ""}
LEFT_OPEN: Mapping[str, Any] = {
    "document_kind": BOTH | {"unconfirmed": None},
    "document_number": "",
    "born_on": BOTH,
    "address": BOTH | {"unconfirmed": None},
}


def without_particulars(data: Mapping[str, Any]) -> dict[str, Any]:
    """The paper's data with the parties' particulars left open."""
    parties = [{**each, **LEFT_OPEN} for each in data["parties"]]
    return {**data, "parties": parties}
