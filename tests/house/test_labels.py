"""Is everything that is shown called by a name in both languages?"""

from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pkgutil import walk_packages

from flask_babel import force_locale

import app as house
from app.web.labels import has_label, label
from app.web.locale import LOCALES
from tests.house.conftest import ONCE

# Enums nobody reads on a page, each with the reason.
NEVER_SHOWN = {
    "app.accounts.policy.Scope": "how far a grant reaches: part of the policy's table",
    "app.audit.particulars.Shown": "how a value is shown, never what",
    "app.documents.images.FileKind": "a media type; people read a file's name and size",
    "app.documents.pdf_parts.PdfFault": "said on a page of the bound file, in both languages",
    "app.documents.xlsx_parts.CellDoubt": "said as the ledger's own findings",
    "app.documents.xlsx_write.ColumnKind": "how a spreadsheet cell is formatted",
    "app.kernel.bilingual.Language": "each language is called by its own name, in locale.NAMES",
    "app.kernel.permissions.Permission": "what a route asks for; people read their roles",
    "app.mediation.papers.notice_page.Missing": "said on a page of the bound file, like the above",
    "app.kernel.writing.numerals.Counted": "chooses a measure word on a paper",
    "app.mediation.rules.deadlines.ExtendableBy": "twin of the reference row's",
    "app.mediation.rules.deadlines.Trigger": "twin of the reference row's",
    "app.mediation.rules.ledger_columns.ColumnKind": "how a column of a ledger is read",
    "app.mediation.rules.ledger_columns.WordList": "which list a ledger's word is looked up in",
    "app.notifications.models.NoticeKind": "a notice is a sentence with facts, tested with it",
}


def enums() -> Iterator[type[StrEnum]]:
    """Every string enum defined in the application."""
    seen = set()
    for module in walk_packages(house.__path__, "app."):
        for value in vars(import_module(module.name)).values():
            own = isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
            if own and value.__module__ == module.name and value not in seen:
                seen.add(value)
                yield value


def name_of(enum: type[StrEnum]) -> str:
    return f"{enum.__module__}.{enum.__qualname__}"


def test_exclusions_exist():
    assert NEVER_SHOWN.keys() <= {name_of(enum) for enum in enums()}


@ONCE
def test_every_member_has_a_label_in_both_languages(app):
    wrong = []
    with app.app_context():
        for enum in enums():
            if name_of(enum) not in NEVER_SHOWN:
                wrong += [f"{name_of(enum)}.{m.name}: {why}" for m in enum if (why := fault(m))]
    assert wrong == []


def fault(member: StrEnum) -> str:
    """What is wrong with a member's labels, if anything."""
    if not has_label(member):
        return "no label"
    words = []
    for locale in LOCALES.values():
        with force_locale(locale):
            words.append(label(member))
    return "" if all(words) and words[0] != words[1] else f"not translated: {words}"
