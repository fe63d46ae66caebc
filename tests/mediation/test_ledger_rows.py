"""Every reason to refuse a row of a ledger is said, with its cell; hostile files too."""

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from app.documents.xlsx_read import UnreadableWorkbook, WorkbookFault, read_sheet
from app.kernel.identity import DocumentFinding as D
from app.mediation.models import RowFate
from app.mediation.papers.ledger_book import template
from app.mediation.rules.ledger_columns import BY_KEY, COLUMNS
from app.mediation.rules.ledger_findings import LedgerFinding as F
from app.mediation.services.ledger.preview import preview
from app.mediation.services.ledger.table import read_table
from tests.mediation.ledger_book import KEYS, cell, ledger, row

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def judged(world, data):
    return preview(world.youyi, data, NOW, lambda headings: {}).rows


def said(world, *rows, formulas=None):
    """(code, cell) of each refusal, over all rows."""
    lines = judged(world, ledger(*rows, formulas=formulas))
    found = [each for line in lines for each in line.findings]
    return [(each.code, each.cell) for each in found if not each.warns]


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("ledger_no", None, F.EMPTY),
        ("received_on", None, F.EMPTY),
        ("applicant_name", "  ", F.EMPTY),
        ("respondent_nationality", None, F.EMPTY),
        ("cn_type", None, F.EMPTY),
        ("facts", None, F.EMPTY),
        ("applicant_name", 12, F.NOT_TEXT),
        ("applicant_name", True, F.NOT_TEXT),
        ("applicant_name", "长" * 161, F.TOO_LONG),
        ("boundary_marker", date(2019, 1, 2), F.BECAME_DATE),
        ("received_on", "去年", F.NOT_DATE),
        ("received_on", 43528.5, F.NOT_DATE),
        ("received_on", "2019-02-30", F.NOT_DATE),
        ("received_on", "03/04/2019", F.DATE_UNCLEAR),
        ("received_on", date(1948, 3, 4), F.TOO_OLD),
        ("closed_on", date(2027, 1, 1), F.IN_FUTURE),
        ("closed_on", date(2019, 3, 1), F.BEFORE),
        ("cn_type", "别的纠纷", F.NOT_IN_LIST),
        ("outcome", None, F.OUTCOME_MISSING),
        ("applicant_phone", 912345678, F.TYPED_AS_NUMBER),
        ("applicant_phone", "12", F.NOT_PHONE),
        ("applicant_document_number", 1234567, F.TYPED_AS_NUMBER),
        ("applicant_document_number", 451481198001011234, F.LOST_DIGITS),
        ("applicant_document_number", "?", D.PASSPORT_SHAPE),
        ("applicant_document_number", None, D.NUMBER_MISSING),
    ],
)
def test_a_bad_cell_refuses_its_row_and_is_named(ctx, world, key, value, code):
    changes = {key: value}
    if key == "outcome":
        changes["agreed_on"] = None
    assert said(world, row(**changes)) == [(code, cell(key))]


def test_a_formula_is_never_taken_for_a_value(ctx, world):
    name = cell("applicant_name")
    assert said(world, row(), formulas={name: '=HYPERLINK("http://x","阮")'}) == [(F.FORMULA, name)]


def test_all_reasons_of_a_row_are_said_at_once(ctx, world):
    bad = row(applicant_name=None, cn_type="别的", applicant_phone="1", claimed=12)
    assert said(world, bad) == [
        (F.EMPTY, cell("applicant_name")),
        (F.NOT_IN_LIST, cell("cn_type")),
        (F.CURRENCY_MISSING, cell("claimed")),
        (F.NOT_PHONE, cell("applicant_phone")),
    ]


def test_a_number_that_stands_twice_is_refused_the_second_time(ctx, world):
    lines = judged(world, ledger(row(), row()))
    assert [line.fate for line in lines] == [RowFate.WOULD_IMPORT, RowFate.REFUSED]
    assert [(each.code, each.cell, each.facts) for each in lines[1].findings] == [
        (F.TWICE, cell("ledger_no", 4), {"row": 3})
    ]


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("received_on", "2019年3月4日", date(2019, 3, 4)),
        ("received_on", 20190304, date(2019, 3, 4)),
        ("received_on", "25.2.2019", date(2019, 2, 25)),
    ],
)
def test_dates_are_read_as_people_write_them(ctx, world, key, value, kept):
    line = judged(world, ledger(row(**{key: value})))[0]
    assert line.row.days.received_on == kept


def test_words_of_either_language_and_a_number_as_ledger_number_are_understood(ctx, world):
    line = judged(
        world,
        ledger(row(ledger_no=12, applicant_nationality="viet nam", outcome="hoà giải thành",
                   cn_type="Mâu thuẫn, tranh chấp láng giềng", claimed=1200.5,
                   claimed_currency="元")),
    )[0]  # fmt: skip
    assert (line.row.ledger_no, line.row.cn_type) == ("12", "neighbour")
    assert (line.row.sides[0].nationality, line.row.claimed.minor) == ("VN", 120050)


def test_a_missing_day_of_the_end_is_assumed_and_said(ctx, world):
    line = judged(world, ledger(row(closed_on=None)))[0]
    assert line.fate is RowFate.WOULD_WARN
    assert [(each.code, each.column) for each in line.findings] == [(F.DAY_ASSUMED, "closed_on")]


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_the_template_names_every_column_offers_every_list_and_reads_back(ctx, language):
    data = template(language)
    table = read_table(data)
    assert table.is_ours
    assert list(table.headings) == KEYS
    assert table.count == 0
    shown = read_sheet(data, headings_row=2).headings
    assert len(set(shown)) == len(COLUMNS)
    assert [h.endswith("*") for h in shown] == [column.must for column in COLUMNS]
    with ZipFile(BytesIO(data)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    offered = sum(column.words is not None for column in BY_KEY.values())
    assert sheet.count("<dataValidation ") == offered


def broken(kind):
    whole = ledger(row())
    return {
        "empty": b"",
        "cut": whole[: len(whole) // 2],
        "text": "编号,姓名\n1,阮文雄\n".encode(),
        "encrypted": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "old": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "zip": _zip(),
    }[kind]


def _zip():
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "fault"),
    [
        ("empty", WorkbookFault.EMPTY_FILE),
        ("cut", WorkbookFault.DAMAGED),
        ("text", WorkbookFault.NOT_EXCEL),
        ("encrypted", WorkbookFault.ENCRYPTED),
        ("old", WorkbookFault.OLD_FORMAT),
        ("zip", WorkbookFault.NOT_EXCEL),
    ],
)
def test_a_file_that_is_no_workbook_is_refused_by_name(kind, fault):
    with pytest.raises(UnreadableWorkbook) as caught:
        read_table(broken(kind))
    assert caught.value.code is fault
