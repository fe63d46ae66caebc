"""A workbook is read as it was meant, or refused with its reason; text is never a formula."""

import re
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from app.documents import xlsx_parts
from app.documents.xlsx_read import CellDoubt, UnreadableWorkbook, WorkbookFault, read_sheet
from app.documents.xlsx_write import (
    Column,
    ColumnKind,
    SheetSpec,
    TextSheet,
    TextTooLong,
    write_workbook,
)

LEDGER = SheetSpec(
    "台账",
    (
        Column("当事人", key="party"),
        Column("证件号码", key="document"),
        Column("金额", key="amount", kind=ColumnKind.NUMBER),
        Column("日期", key="received_on", kind=ColumnKind.DATE),
        Column("类型", key="type", choices=("邻里纠纷", "Tranh chấp láng giềng")),
    ),
    rows=(
        ("阮文雄", "001085012345", Decimal("12000.50"), date(2026, 11, 22), "邻里纠纷"),
        ('=cmd|"/c calc"!A1', "451481198001011234", 3, None, None),
        ("@SUM(1)", "+1", -4, date(1899, 12, 31), "https://example.org"),
    ),
)


def workbook(fill, **options) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, options) as book:
        fill(book.add_worksheet("S"))
    return out.getvalue()


def replace_part(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for entry in source.namelist():
            content = source.read(entry)
            if entry == name:
                assert old in content
                content = content.replace(old, new)
            target.writestr(entry, content)
    return out.getvalue()


def fault_of(data: bytes, name: str | None = None) -> WorkbookFault:
    with pytest.raises(UnreadableWorkbook) as caught:
        read_sheet(data, name)
    return caught.value.code


def test_workbook_comes_back_as_it_was_written():
    sheet = read_sheet(write_workbook([LEDGER]))
    assert sheet.name == "台账"
    assert sheet.headings == ["当事人", "证件号码", "金额", "日期", "类型"]
    assert sheet.rows[0] == [
        "阮文雄",
        "001085012345",
        Decimal("12000.5"),
        date(2026, 11, 22),
        "邻里纠纷",
    ]
    assert sheet.rows[1] == ['=cmd|"/c calc"!A1', "451481198001011234", 3, None, None]
    assert sheet.rows[2][0] == "@SUM(1)"
    assert sheet.doubts == {}


def test_text_that_looks_like_a_formula_stays_text():
    with ZipFile(BytesIO(write_workbook([LEDGER]))) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_form_has_hidden_keys_choices_and_instructions():
    form = SheetSpec(LEDGER.name, LEDGER.columns, keys=True)
    data = write_workbook([form, TextSheet("填写说明", ("怎样填写", "每行一件。"))])
    sheet = read_sheet(data)
    assert sheet.headings == ["party", "document", "amount", "received_on", "type"]
    assert sheet.rows == [["当事人", "证件号码", "金额", "日期", "类型"]]
    assert read_sheet(data, "填写说明").headings == ["怎样填写"]
    assert fault_of(data, "lists") is WorkbookFault.NO_SUCH_SHEET  # hidden
    with ZipFile(BytesIO(data)) as archive:
        table = archive.read("xl/worksheets/sheet1.xml").decode()
    assert re.search(r'<row r="1"[^>]* hidden="1"', table)
    assert "lists!$A$1:$A$2" in table


def test_same_rows_give_the_same_bytes():
    created = datetime.fromisoformat("2026-11-22T09:00")
    first, second = (write_workbook([LEDGER], created=created) for _ in range(2))
    assert first == second


def test_whole_number_too_long_for_excel_is_written_as_text():
    sheet = SheetSpec("S", (Column("a"), Column("b")), [(451481198001011234, 12)])
    assert read_sheet(write_workbook([sheet])).rows == [["451481198001011234", 12]]


def test_text_too_long_for_a_cell_is_refused_not_cut():
    with pytest.raises(TextTooLong):
        write_workbook([SheetSpec("S", (Column("a"),), [("和" * 32_768,)])])


def test_formula_cells_are_named_and_not_calculated():
    def fill(sheet):
        sheet.write_row(0, 0, ["甲", "乙", "丙"])
        sheet.write_row(1, 0, ["x", 1, 2])
        sheet.write_formula("B3", "=B2+C2", value=99)
        sheet.write_formula("C3", "=NA()", value="#N/A")

    sheet = read_sheet(workbook(fill))
    assert sheet.doubts == {"B3": CellDoubt.FORMULA, "C3": CellDoubt.FORMULA}
    assert sheet.rows[1][1] == 99


def test_identity_number_kept_as_a_number_is_doubtful():
    def fill(sheet):
        sheet.write_row(0, 0, ["姓名", "证件号码"])
        sheet.write_row(1, 0, ["覃某", 451481198001011234])
        sheet.write_row(2, 0, ["黄某", 13800138000])

    sheet = read_sheet(workbook(fill))
    assert sheet.doubts == {"B2": CellDoubt.LOST_DIGITS}
    assert sheet.rows[1][1] == 13800138000


def test_title_above_the_headings_is_passed_over_and_cells_keep_their_names():
    def fill(sheet):
        sheet.merge_range("A1:C1", "2019年纠纷台账")
        sheet.write_row(2, 0, ["编号", "当事人", "日期"])
        sheet.write_row(3, 0, ["1", "黄某"])
        sheet.write_row(5, 0, ["2", "Nông Văn A"])

    sheet = read_sheet(workbook(fill))
    assert sheet.headings == ["编号", "当事人", "日期"]
    assert sheet.rows == [["1", "黄某", None], [None] * 3, ["2", "Nông Văn A", None]]
    assert (sheet.address(2, 1), sheet.row_number(2)) == ("B6", 6)
    assert read_sheet(workbook(fill), headings_row=1).headings[0] == "2019年纠纷台账"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", WorkbookFault.EMPTY_FILE),
        ("当事人,日期\n".encode(), WorkbookFault.NOT_EXCEL),
        (b"%PDF-1.7", WorkbookFault.NOT_EXCEL),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, WorkbookFault.OLD_FORMAT),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            WorkbookFault.ENCRYPTED,
        ),
        (b"PK\x03\x04" + b"\0" * 40, WorkbookFault.DAMAGED),
        (b"PK" + b"\0" * (xlsx_parts.MAX_BYTES), WorkbookFault.TOO_LARGE),
    ],
)
def test_file_that_is_no_workbook_is_refused(data, code):
    assert fault_of(data) is code


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.99])
def test_truncated_workbook_is_refused(kept):
    data = write_workbook([LEDGER])
    assert fault_of(data[: int(len(data) * kept)]) is WorkbookFault.DAMAGED


def test_zip_that_is_not_a_workbook_is_refused():
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<d/>")
    assert fault_of(out.getvalue()) is WorkbookFault.NOT_EXCEL


def test_workbook_that_unpacks_to_far_more_is_refused():
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (4 * 1024 * 1024))
    assert fault_of(out.getvalue()) is WorkbookFault.TOO_LARGE


def test_part_that_lies_about_its_size_is_refused():
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (4 * 1024 * 1024))
        size = archive.getinfo("xl/workbook.xml").file_size.to_bytes(4, "little")
    assert fault_of(out.getvalue().replace(size, b"\x10\0\0\0")) is WorkbookFault.DAMAGED


def test_stray_cell_in_the_far_corner_is_refused_before_it_fills_the_memory():
    data = write_workbook([SheetSpec("S", (Column("a"), Column("b")), [("x", "y")])])
    part = "xl/worksheets/sheet1.xml"
    assert fault_of(replace_part(data, part, b'r="B2"', b'r="B1048576"')) is (
        WorkbookFault.TOO_MANY_ROWS
    )
    assert fault_of(replace_part(data, part, b'r="B2"', b'r="XFD2"')) is (
        WorkbookFault.TOO_MANY_COLUMNS
    )


def test_document_type_in_a_part_is_refused():
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet'
    data = replace_part(write_workbook([LEDGER]), "xl/worksheets/sheet1.xml", b"<worksheet", bomb)
    assert fault_of(data) is WorkbookFault.DAMAGED


def test_blank_sheet_is_refused():
    assert fault_of(workbook(lambda sheet: None)) is WorkbookFault.NO_ROWS
