"""What would become of this file? The dry run: everything is judged and nothing is kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.kernel.clock import local
from app.mediation.queries import ledger as queries
from app.mediation.services.ledger.batches import known_mapping
from app.mediation.services.ledger.checking import Checked, check, demand_mapping, office_for
from app.mediation.services.ledger.table import read_table
from app.reference import queries as reference

Guess = Callable[[Iterable[str]], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Preview:
    mapping: dict[str, Any]
    rows: tuple[Checked, ...]


def preview(organisation_id: int, data: bytes, now: datetime, guess: Guess) -> Preview:
    """Every row's fate; headings as known, else guessed.

    Raises UnreadableWorkbook, and RuleBroken naming each column that no heading was found for.
    """
    table, office = read_table(data), reference.organisation(organisation_id)
    mapping = known_mapping(table, organisation_id)
    if mapping is None:
        mapping = {"columns": guess(table.headings), "values": {}, "defaults": {}}
    demand_mapping(mapping, office.country)
    known = office_for(organisation_id, mapping, local(now, office.country.zone).date())
    rows = check(table, mapping, known, queries.ledger_numbers(organisation_id))
    return Preview(mapping, tuple(rows))
