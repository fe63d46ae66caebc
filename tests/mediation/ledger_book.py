"""Ledgers as offices have them: a good row to vary, a workbook of rows."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from app.mediation.rules.ledger_columns import COLUMNS

KEYS = [column.key for column in COLUMNS]
GOOD: dict[str, Any] = {
    "ledger_no": "2019-001",
    "received_on": date(2019, 3, 4),
    "applicant_name": "阮文雄",
    "applicant_nationality": "越南",
    "applicant_sex": "男",
    "applicant_birth_on": date(1985, 2, 3),
    "applicant_document_kind": "护照",
    "applicant_document_number": "C1234567",
    "applicant_phone": "0912345678",
    "applicant_address": "谅山省",
    "respondent_name": "黄秀英",
    "respondent_nationality": "中国",
    "cn_type": "邻里纠纷",
    "facts": "两家因水渠发生争执。",
    "outcome": "调解成功",
    "agreed_on": date(2019, 3, 20),
    "closed_on": date(2019, 3, 25),
}


def row(**changes: Any) -> dict[str, Any]:
    """A good row with some cells changed; None empties a cell."""
    return GOOD | changes


def numbered(count: int) -> list[dict[str, Any]]:
    return [row(ledger_no=f"2019-{number:04}") for number in range(1, count + 1)]


def ledger(*rows: dict[str, Any], formulas: dict[str, str] | None = None) -> bytes:
    """Our workbook (hidden keys, headings) with these rows; `formulas` by cell name."""
    lines = [[each.get(key) for key in KEYS] for each in rows]
    return workbook([KEYS, [f"表头{key}" for key in KEYS], *lines], formulas)


def workbook(lines: Iterable[Sequence[Any]], formulas: dict[str, str] | None = None) -> bytes:
    out = BytesIO()
    options = {"default_date_format": "yyyy-mm-dd", "strings_to_formulas": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet("台账")
        for number, line in enumerate(lines):
            for place, value in enumerate(line):
                if value is not None:
                    sheet.write(number, place, value)
        for name, formula in (formulas or {}).items():
            sheet.write_formula(name, formula, None, "1")
    return out.getvalue()


def cell(key: str, line: int = 3) -> str:
    """The name of a column's cell; the first row of data is row 3."""
    return str(xlsxwriter.utility.xl_rowcol_to_cell(line - 1, KEYS.index(key)))
