"""What can be done with a deadline rule? Change its length, dates, who may extend it, its basis."""

from datetime import date

from app.kernel.periods import Unit
from app.kernel.permissions import Actor
from app.reference.models import DeadlineRule, ExtendableBy
from app.reference.rules import validity_refusals
from app.reference.services.editing import edit_row


def edit_deadline_rule(
    actor: Actor,
    *,
    rule_id: int,
    length: int,
    unit: Unit,
    extendable_by: ExtendableBy,
    is_law: bool,
    basis_zh: str,
    basis_vi: str,
    valid_from: date | None,
    valid_to: date | None,
) -> DeadlineRule:
    """Deadlines already set keep their day. Raises NotPermitted, NotFound, RuleBroken."""
    return edit_row(
        actor,
        DeadlineRule,
        rule_id,
        country_of="jurisdiction",
        refusals=lambda _row: validity_refusals(valid_from, valid_to),
        values={
            "length": length,
            "unit": unit,
            "extendable_by": extendable_by,
            "is_law": is_law,
            "basis_zh": basis_zh,
            "basis_vi": basis_vi,
            "valid_from": valid_from,
            "valid_to": valid_to,
        },
    )
