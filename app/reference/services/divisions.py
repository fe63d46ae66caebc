"""What can be done with a place? Edit what pages and papers call it."""

from datetime import date

from app.kernel.permissions import Actor
from app.reference.models import Division
from app.reference.rules import validity_refusals
from app.reference.services.editing import edit_row


def edit_division(
    actor: Actor,
    *,
    division_id: int,
    name_zh: str,
    name_vi: str,
    valid_from: date | None,
    valid_to: date | None,
    note_zh: str,
    note_vi: str,
) -> Division:
    """Raises NotPermitted, NotFound, RuleBroken."""
    return edit_row(
        actor,
        Division,
        division_id,
        country_of="country",
        refusals=lambda _row: validity_refusals(valid_from, valid_to),
        values={
            "name_zh": name_zh,
            "name_vi": name_vi,
            "valid_from": valid_from,
            "valid_to": valid_to,
            "note_zh": note_zh,
            "note_vi": note_vi,
        },
    )
