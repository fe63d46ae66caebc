"""What is at hand while a row is judged? The office, the cells, what was found so far."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from app.mediation.rules.ledger_cells import Cell, Reading
from app.mediation.rules.ledger_findings import Finding


@dataclass(frozen=True, slots=True)
class Office:
    """What the office knows when its ledger is judged; `register`: mediators by plain name."""

    reading: Reading
    today: date
    birth_codes: Collection[str] = ()
    register: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class RowSheet:
    """One row: its cells and values by column key."""

    office: Office
    cells: Mapping[str, Cell]
    values: dict[str, Any]
    found: list[Finding]

    def refuse(self, code: StrEnum, column: str, **facts: object) -> None:
        self.found.append(Finding(code, column, self._name(column), facts=facts))

    def warn(self, code: StrEnum, column: str, **facts: object) -> None:
        self.found.append(Finding(code, column, self._name(column), True, facts))

    def refused(self, *columns: str) -> bool:
        """Whether something is already said against one of these cells."""
        return any(each.column in columns and not each.warns for each in self.found)

    def _name(self, column: str) -> str:
        cell = self.cells.get(column)
        return cell.name if cell else ""
