"""How do rows become a workbook that Excel and WPS open, where text is never a formula?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from io import BytesIO
from itertools import zip_longest

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

CellInput = str | int | float | Decimal | bool | date | datetime | None

MAX_TEXT = 32_767  # characters in a cell, Excel's own limit
MAX_EXACT = 10**15  # Excel keeps 15 digits of a number; longer ones are written as text
LISTS_SHEET = "lists"
BLANK_ROWS = 5_000  # how far down a drop-down reaches in a form to be filled in

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "yyyy-mm-dd",
}


class ColumnKind(StrEnum):
    """How Excel treats what is typed: TEXT keeps every zero and digit of a document number."""

    TEXT = "@"
    NUMBER = "General"
    DATE = "yyyy-mm-dd"


@dataclass(frozen=True)
class Column:
    """`choices` make a drop-down; `key` stands in the hidden first row of a sheet with keys."""

    heading: str
    key: str = ""
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 18
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetSpec:
    """A table. With `keys`, row 1 (hidden) holds the keys, row 2 the headings; else row 1 does."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[CellInput]] = ()
    keys: bool = False


@dataclass(frozen=True)
class TextSheet:
    """A sheet of plain paragraphs (instructions); the first is its heading."""

    name: str
    paragraphs: tuple[str, ...]


class TextTooLong(ValueError):
    """A text Excel could not hold; the caller must shorten it, nothing is cut silently."""


def write_workbook(
    sheets: Sequence[SheetSpec | TextSheet], *, created: datetime | None = None
) -> bytes:
    """XLSX bytes. With `created` (naive, as the office's clock shows it) the same input gives the
    same bytes. Rows are streamed: a generator of any length needs constant memory."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        if created is not None:
            book.set_properties({"created": created})
        formats = _formats(book)
        choices: list[tuple[str, ...]] = []
        for sheet in sheets:
            worksheet = book.add_worksheet(sheet.name)
            if isinstance(sheet, TextSheet):
                _write_text(worksheet, sheet, formats)
            else:
                _write_table(worksheet, sheet, formats, choices)
        if choices:
            _write_choices(book.add_worksheet(LISTS_SHEET), choices)
    return out.getvalue()


def _formats(book: xlsxwriter.Workbook) -> dict[str, Format]:
    heading = {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E8EEF4",
               "border": 1, "border_color": "#B1B4B6"}  # fmt: skip
    return {
        "heading": book.add_format(heading),
        "title": book.add_format({"bold": True, "font_size": 14, "text_wrap": True}),
        "paragraph": book.add_format({"text_wrap": True, "valign": "top"}),
        **{kind.value: book.add_format({"num_format": kind.value}) for kind in ColumnKind},
    }


def _write_text(worksheet: Worksheet, sheet: TextSheet, formats: dict[str, Format]) -> None:
    worksheet.set_column(0, 0, 100)
    worksheet.hide_gridlines(2)
    for number, paragraph in enumerate(sheet.paragraphs):
        _write_cell(worksheet, number, 0, paragraph, formats["paragraph" if number else "title"])


def _write_table(
    worksheet: Worksheet,
    sheet: SheetSpec,
    formats: dict[str, Format],
    choices: list[tuple[str, ...]],
) -> None:
    top = 1 if sheet.keys else 0
    for number, column in enumerate(sheet.columns):
        worksheet.set_column(number, number, column.width, formats[column.kind.value])
        if column.choices:
            choices.append(column.choices)
            _offer_choices(worksheet, top + 1, number, len(choices), len(column.choices))
    if sheet.keys:
        worksheet.set_row(0, None, None, {"hidden": True})
        for number, column in enumerate(sheet.columns):
            _write_cell(worksheet, 0, number, column.key, None)
    for number, column in enumerate(sheet.columns):
        _write_cell(worksheet, top, number, column.heading, formats["heading"])
    worksheet.freeze_panes(top + 1, 0)
    kinds = [formats[column.kind.value] for column in sheet.columns]
    for line, row in enumerate(sheet.rows, start=top + 1):
        for number, (value, kind) in enumerate(zip(row, kinds, strict=True)):
            _write_cell(worksheet, line, number, value, kind)


def _write_cell(
    worksheet: Worksheet, line: int, number: int, value: CellInput, form: Format | None
) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        worksheet.write_boolean(line, number, value, form)
    elif isinstance(value, date):
        moment = form if form and form.num_format == ColumnKind.DATE.value else None
        worksheet.write_datetime(line, number, value, moment)
    elif isinstance(value, int | float | Decimal) and -MAX_EXACT < value < MAX_EXACT:
        worksheet.write_number(line, number, value, form)
    else:
        text = str(value)
        if len(text) > MAX_TEXT:
            raise TextTooLong(f"{len(text)} characters in one cell")
        worksheet.write_string(line, number, text, form)


def _offer_choices(
    worksheet: Worksheet, first_line: int, number: int, list_number: int, length: int
) -> None:
    letter = xlsxwriter.utility.xl_col_to_name(list_number - 1)
    source = f"={LISTS_SHEET}!${letter}$1:${letter}${length}"
    worksheet.data_validation(
        first_line, number, first_line + BLANK_ROWS, number, {"validate": "list", "source": source}
    )


def _write_choices(worksheet: Worksheet, choices: list[tuple[str, ...]]) -> None:
    worksheet.hide()
    for line, values in enumerate(zip_longest(*choices)):
        for number, value in enumerate(values):
            _write_cell(worksheet, line, number, value, None)
