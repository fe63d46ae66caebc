"""What is sent when a ledger is brought in: the workbook, what its headings and its words mean?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import SelectField
from wtforms.fields import SelectChoice

from app.mediation.queries.ledger import words_for
from app.mediation.rules.ledger_columns import BY_KEY, COLUMNS, MAY_DEFAULT
from app.web.forms import Form
from app.web.locale import current_language

DEFAULT = "blank_"


class UploadForm(Form):
    """A ledger of one of the person's offices."""

    office_id = SelectField(_l("Office"), coerce=int)
    file = FileField(
        _l("Ledger workbook"),
        [FileRequired(_l("Choose a file."))],
        description=_l("An Excel workbook (.xlsx) of at most 10 MB; the first sheet is read."),
    )


def columns_form(
    headings: Sequence[str],
    samples: Mapping[str, tuple[str, ...]],
    chosen: Mapping[str, Any],
    heading: Callable[[str], str],
) -> Form:
    """For each of our columns, the heading of theirs; for some, what a blank cell means.

    `heading` says what a column of ours is called in the reader's language.
    """
    named = [_named(each, samples.get(each, ())) for each in headings]
    offered = [SelectChoice("", _("Not in this ledger")), *map(SelectChoice, headings, named)]
    columns, defaults = chosen.get("columns", {}), chosen.get("defaults", {})
    fields: dict[str, Any] = {}
    for column in COLUMNS:
        there = columns.get(column.key, "")
        fields[column.key] = SelectField(
            heading(column.key),
            choices=offered,
            default=there,
            description=_sample(samples.get(there, ())),
        )
        if column.key in MAY_DEFAULT:
            fields[DEFAULT + column.key] = SelectField(
                _("%(column)s, where the cell is blank", column=heading(column.key)),
                choices=_choices(_("Leave it blank"), column.key),
                default=defaults.get(column.key, ""),
            )
    return type("ColumnsForm", (Form,), fields)()  # type: ignore[no-any-return]


def _named(heading: str, values: tuple[str, ...]) -> str:
    """A heading with the beginning of what stands under it, to choose by."""
    return f"{heading} – {' · '.join(values)[:24]}" if values else heading


def _sample(values: tuple[str, ...]) -> str:
    return _("For example: %(values)s", values=" · ".join(values)) if values else ""


def named_columns(form: Form) -> dict[str, Any]:
    """What the form says: their heading and the value of a blank cell, by our column."""
    typed = {field.name: field.data for field in form if field.data}
    return {
        "columns": {column.key: typed[column.key] for column in COLUMNS if column.key in typed},
        "defaults": {key: typed[DEFAULT + key] for key in MAY_DEFAULT if DEFAULT + key in typed},
    }


def words_form(
    unknown: Mapping[str, Iterable[str]], known: Mapping[str, Mapping[str, str]]
) -> tuple[Form, dict[str, list[str]]]:
    """A choice for each word; with it, the names of its fields by column."""
    fields: dict[str, Any] = {}
    groups: dict[str, list[str]] = {}
    for column in COLUMNS:
        words = dict(known.get(column.key, {})) | dict.fromkeys(unknown.get(column.key, ()), "")
        for place, (word, code) in enumerate(words.items()):
            name = f"{column.key}-{place}"
            groups.setdefault(column.key, []).append(name)
            choices = _choices(_("None of these: refuse the row"), column.key)
            fields[name] = SelectField(word, choices=choices, default=code)
    return type("WordsForm", (Form,), fields)(), groups


def meant_words(form: Form, groups: Mapping[str, list[str]]) -> dict[str, dict[str, str]]:
    """By column, the code each word means."""
    found = {
        column: {form[name].label.text: form[name].data for name in names if form[name].data}
        for column, names in groups.items()
    }
    return {column: words for column, words in found.items() if words}


def _choices(blank: str, column: str) -> list[SelectChoice]:
    words = BY_KEY[column].words
    offered = words_for(words, current_language()) if words else []
    return [SelectChoice("", blank), *(SelectChoice(code, word) for code, word in offered)]
