"""What does an uploaded workbook say, cell by cell, and which cells are not to be trusted?"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    WorksheetNotFound,
    XmlError,
    ZipError,
)
from xlsxwriter.utility import xl_rowcol_to_cell

from app.documents.xlsx_parts import (
    CellDoubt,
    UnreadableWorkbook,
    WorkbookFault,
    pack,
    survey,
    unpack,
    visible_sheets,
)

__all__ = ["CellDoubt", "CellValue", "Sheet", "UnreadableWorkbook", "WorkbookFault", "read_sheet"]

CellValue = str | int | Decimal | bool | date | datetime | time | timedelta | None

EXACT_DIGITS = 15  # Excel keeps 15 digits of a number: of an 18-digit identity number it loses 3
_FAULTS = (CalamineError, WorksheetNotFound, XmlError, ZipError, OSError, ValueError)


@dataclass(frozen=True)
class Sheet:
    """A sheet from its headings down. `doubts` names cells ("B7") whose value may not be meant:
    a formula (its last result stands here, nothing was calculated), an error, or a number too long
    for Excel to keep every digit."""

    name: str
    headings: list[str]
    rows: list[list[CellValue]]
    doubts: dict[str, CellDoubt]
    headings_row: int  # as Excel counts, from 1

    def address(self, row: int, column: int) -> str:
        """The cell's name in Excel ("B7") for an index into `rows` and one into `headings`."""
        return _cell_name(self.headings_row + row, column)

    def row_number(self, row: int) -> int:
        """The number Excel shows beside `rows[row]`."""
        return self.headings_row + row + 1


def read_sheet(data: bytes, name: str | None = None, *, headings_row: int | None = None) -> Sheet:
    """The sheet called `name`, or the first visible one; raises `UnreadableWorkbook`.

    `headings_row` counts from 1; without it, the first row with two filled cells (ledgers often
    have a title above). Text arrives as typed, whole numbers as int, others as Decimal,
    dates as date, blanks as None. No row is left out between headings and the last filled row.
    """
    parts = unpack(data)
    sheets = visible_sheets(parts)
    chosen = next(iter(sheets), None) if name is None else name
    if chosen is None or chosen not in sheets:
        raise UnreadableWorkbook(WorkbookFault.NO_SUCH_SHEET)
    doubts = survey(parts[sheets[chosen]])
    grid = _grid(pack(parts), chosen)
    top = _headings_at(grid) if headings_row is None else headings_row - 1
    if not 0 <= top < len(grid):
        raise UnreadableWorkbook(WorkbookFault.NO_ROWS)
    doubts.update(
        ((line, number), CellDoubt.LOST_DIGITS)
        for line, row in enumerate(grid)
        for number, value in enumerate(row)
        if isinstance(value, int) and abs(value) >= 10**EXACT_DIGITS
    )
    return Sheet(
        name=chosen,
        headings=["" if value is None else str(value).strip() for value in grid[top]],
        rows=grid[top + 1 :],
        doubts={_cell_name(*at): doubt for at, doubt in sorted(doubts.items())},
        headings_row=top + 1,
    )


def _grid(packed: bytes, name: str) -> list[list[CellValue]]:
    """Every cell from A1 to the last filled row."""
    try:
        with CalamineWorkbook.from_filelike(BytesIO(packed)) as book:
            raw = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except PasswordError as fault:
        raise UnreadableWorkbook(WorkbookFault.ENCRYPTED) from fault
    except _FAULTS as fault:
        raise UnreadableWorkbook(WorkbookFault.DAMAGED) from fault
    grid = [[_value(cell) for cell in row] for row in raw]
    while grid and all(value is None for value in grid[-1]):
        grid.pop()
    return grid


def _headings_at(grid: list[list[CellValue]]) -> int:
    filled = [sum(value is not None for value in row) for row in grid]
    for least in (2, 1):
        for line, count in enumerate(filled):
            if count >= least:
                return line
    raise UnreadableWorkbook(WorkbookFault.NO_ROWS)


def _value(cell: object) -> CellValue:
    if isinstance(cell, str):
        return cell if cell.strip() else None
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else Decimal(repr(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date()
    if cell is None or isinstance(cell, (bool, int, date, time, timedelta)):
        return cell
    raise UnreadableWorkbook(WorkbookFault.DAMAGED)


def _cell_name(row: int, column: int) -> str:
    """What Excel calls the cell; (6, 1) is B7."""
    return str(xl_rowcol_to_cell(row, column))
