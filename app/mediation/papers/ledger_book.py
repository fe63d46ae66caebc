"""How is an empty ledger handed out, and how is the report of an import handed back?"""

from collections.abc import Iterator

from flask_babel import force_locale
from flask_babel import gettext as _

from app.documents.xlsx_write import Column, ColumnKind, SheetSpec, TextSheet, write_workbook
from app.mediation.labels.ledger import heading, sentence
from app.mediation.models import ImportBatch
from app.mediation.queries import ledger as queries
from app.mediation.rules.ledger_columns import COLUMNS, LedgerColumn
from app.mediation.rules.ledger_columns import ColumnKind as Kind
from app.web.labels import label
from app.web.locale import LOCALES

_KINDS = {Kind.DATE: ColumnKind.DATE, Kind.AMOUNT: ColumnKind.NUMBER}
_WIDE = ("facts", "requests", "terms_zh", "terms_vi", "remarks")


def template(language: str) -> bytes:
    """The empty workbook in `zh` or `vi`: headings, hidden keys, drop-downs, advice."""
    with force_locale(LOCALES[language]):
        columns = tuple(_column(each, language) for each in COLUMNS)
        sheet = SheetSpec(_("Ledger"), columns, keys=True)
        return write_workbook([sheet, TextSheet(_("How to fill in"), _advice())])


def _column(column: LedgerColumn, language: str) -> Column:
    offered = queries.words_for(column.words, language) if column.words else ()
    return Column(
        heading(column.key) + (" *" if column.must else ""),
        key=column.key,
        kind=_KINDS.get(column.kind, ColumnKind.TEXT),
        width=40 if column.key in _WIDE else 18,
        choices=tuple(word for _code, word in offered),
    )


def _advice() -> tuple[str, ...]:
    return (
        _("How to fill in the ledger"),
        _("One row is one case. Leave the headings and the hidden first row as they are."),
        _("Columns with * must be filled in. Of the two type columns, a Chinese office fills in "
          "the dispute type of the Chinese return, a Vietnamese office the scope of mediation."),
        _("The ledger number is the office's own number. A number that is in the register already "
          "is not imported again, so the same file can be uploaded twice without harm."),
        _("Dates: as Excel dates, or written as 2024-03-05."),
        _("Document and telephone numbers: these cells are formatted as text. Do not change that, "
          "or leading zeros are lost. A number needs its kind of document."),
        _("Where a list opens in a cell, choose from it. The Chinese and the Vietnamese words are "
          "both understood."),
        _("Leave the state empty for closed cases: that is what is assumed. A closed case must say "
          "how it ended."),
        _("Several mediators are separated by a comma; the first one presided."),
        _("Formulas are not accepted: paste the values."),
    )  # fmt: skip


def report(batch: ImportBatch) -> bytes:
    """Every row with its fate and every reason, in the reader's language."""
    sheet = SheetSpec(
        _("Report"),
        (
            Column(_("Row"), kind=ColumnKind.NUMBER, width=8),
            Column(_("Ledger number"), width=20),
            Column(_("Result"), width=30),
            Column(_("Reasons"), width=100),
        ),
        rows=_lines(batch),
    )
    return write_workbook([sheet])


def _lines(batch: ImportBatch) -> Iterator[tuple[int, str, str, str]]:
    for row in queries.all_rows(batch.id):
        reasons = "\n".join(sentence(finding) for finding in row.findings)
        yield row.number, row.ledger_no, label(row.fate), reasons[:32_000]
