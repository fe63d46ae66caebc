"""Which table is in an uploaded workbook: ours, with its hidden keys, or an office's own?"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name

from app.documents.xlsx_read import CellDoubt, Sheet, read_sheet
from app.mediation.rules.ledger_cells import Cell
from app.mediation.rules.ledger_columns import BY_KEY, MUST
from app.mediation.rules.ledger_findings import LedgerFinding

Columns = Mapping[str, str]
_DOUBTS = {
    CellDoubt.FORMULA: LedgerFinding.FORMULA,
    CellDoubt.ERROR: LedgerFinding.CELL_ERROR,
    CellDoubt.LOST_DIGITS: LedgerFinding.LOST_DIGITS,
}


@dataclass(frozen=True)
class Table:
    """`headings` are unique: one that stands twice, or is blank, bears its column's letter."""

    sheet: Sheet
    is_ours: bool
    headings: tuple[str, ...]

    @property
    def first(self) -> int:
        """Where the rows begin: under our keys stands a row of headings for people."""
        return 1 if self.is_ours else 0

    @property
    def count(self) -> int:
        """Rows with anything in them."""
        return sum(any(cell is not None for cell in row) for row in self.sheet.rows[self.first :])

    def rows(self, columns: Columns) -> Iterator[tuple[int, dict[str, Cell]]]:
        """Each filled row by the number Excel shows, its cells by our column key."""
        places = {key: self.headings.index(heading) for key, heading in columns.items()}
        for line, values in enumerate(self.sheet.rows[self.first :], start=self.first):
            if any(value is not None for value in values):
                cells = {key: self._cell(line, place) for key, place in places.items()}
                yield self.sheet.row_number(line), cells

    def samples(self, most: int = 3) -> dict[str, tuple[str, ...]]:
        """The first different values under each heading, to recognise a column by."""
        found: dict[str, tuple[str, ...]] = {}
        for place, heading in enumerate(self.headings):
            seen: dict[str, None] = {}
            for row in self.sheet.rows[self.first : self.first + 200]:
                if place < len(row) and row[place] is not None and len(seen) < most:
                    seen[str(row[place])[:40]] = None
            found[heading] = tuple(seen)
        return found

    def _cell(self, line: int, place: int) -> Cell:
        row = self.sheet.rows[line]
        name = self.sheet.address(line, place)
        doubt = self.sheet.doubts.get(name)
        return Cell(
            row[place] if place < len(row) else None, name, _DOUBTS[doubt] if doubt else None
        )


def read_table(data: bytes) -> Table:
    """The first visible sheet. Raises UnreadableWorkbook."""
    sheet = read_sheet(data)
    is_ours = set(MUST) <= set(sheet.headings)
    return Table(sheet, is_ours, _unique(sheet.headings))


def own_columns(table: Table) -> dict[str, str]:
    """The columns of a workbook of ours: its keys stand for themselves."""
    return {heading: heading for heading in table.headings if heading in BY_KEY}


def _unique(headings: list[str]) -> tuple[str, ...]:
    counts = Counter(headings)
    return tuple(
        heading
        if heading and counts[heading] == 1
        else f"{heading} ({xl_col_to_name(place)})".strip()
        for place, heading in enumerate(headings)
    )
