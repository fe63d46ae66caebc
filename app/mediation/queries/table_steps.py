"""How far has an agreement come at the table?"""

from dataclasses import dataclass

from app.kernel.bilingual import Language
from app.mediation.models import Agreement
from app.mediation.queries.agreement_text import text_digest
from app.mediation.queries.issued import last_sheet_digest
from app.mediation.rules.table_steps import StepState, TableStep, table_steps


@dataclass(frozen=True, slots=True)
class AtTable:
    """Where each step stands; `sheet_is_old` where the text changed after it was printed,
    `in_one_language` are the clauses that still lack a text."""

    states: dict[TableStep, StepState]
    sheet_is_old: bool
    in_one_language: tuple[int, ...]


def at_table(agreement: Agreement) -> AtTable:
    printed = None if agreement.is_frozen else last_sheet_digest(agreement)
    is_old = printed is not None and printed != text_digest(agreement)
    lacking = tuple(term.position for term in agreement.terms if not all(map(term.has, Language)))
    states = table_steps(
        has_clauses=bool(agreement.substance) and not lacking,
        has_sheet=printed is not None and not is_old,
        is_signed=agreement.is_frozen,
    )
    return AtTable(states, is_old, lacking)
