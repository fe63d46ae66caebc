"""What does one say when a case ends, and of each paper of its file?"""

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    FieldList,
    FormField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms import Form as Rows
from wtforms.validators import InputRequired, Length, Optional

from app.kernel.text import clean
from app.mediation.forms.options import Options, options
from app.mediation.rules.file_checklist import ChecklistRow, FileItem
from app.mediation.rules.retention import RetentionKind
from app.mediation.services.closing import Closing, ItemNote
from app.web.fields import DateParts
from app.web.forms import Form


def _text(value: str | None) -> str:
    return clean(value or "")


class ClosingForm(Form):
    outcome = SelectField(_l("How did it end?"), validators=[Optional()])
    closing_report = TextAreaField(
        _l("Closing report"),
        description=_l(
            "In a few sentences: what the dispute was about, how it was handled, how it ended."
        ),
        validators=[InputRequired(_l("Write the closing report.")), Length(max=20000)],
    )
    prevented_crime = BooleanField(_l("Mediation kept this dispute from becoming a crime"))
    prevented_petition = BooleanField(_l("Mediation kept this dispute from a group petition"))
    retention = RadioField(
        _l("How long is the file kept?"), validators=[InputRequired(_l("Choose how long."))]
    )
    on = DateParts(_l("Closed on"), validators=[InputRequired(_l("Enter the day."))])

    def offer(self, outcomes: Options, *, blank: str, chinese: bool) -> None:
        """Fill in what can be chosen; the two flags are figures of the Chinese return only."""
        self.outcome.choices = [("", blank), *outcomes]
        self.retention.choices = options(RetentionKind)
        if not chinese:
            del self.prevented_crime
            del self.prevented_petition

    def closing(self) -> Closing:
        """What was typed, for the service."""
        return Closing(
            report=self.closing_report.data,
            on=self.on.data,
            retention=RetentionKind(self.retention.data),
            outcome=self.outcome.data or "",
            prevented_crime="prevented_crime" in self and self.prevented_crime.data,
            prevented_petition="prevented_petition" in self and self.prevented_petition.data,
        )


class ItemForm(Rows):
    """One line of the file's contents."""

    item = HiddenField()
    present = BooleanField(_l("In the file"))
    pages = StringField(_l("Page numbers"), filters=[_text], validators=[Length(max=20)])
    excuse = StringField(_l("If it is missing: why"), filters=[_text], validators=[Length(max=300)])


class FileForm(Form):
    items = FieldList(FormField(ItemForm))

    def items_named(self) -> set[str]:
        """The lines of the page, by item."""
        return {line.form.item.data or "" for line in self.items}

    def notes(self) -> dict[FileItem, ItemNote]:
        """What was said of each item, for the service."""
        return {
            FileItem(line.form.item.data): ItemNote(
                line.form.present.data, line.form.pages.data or "", line.form.excuse.data or ""
            )
            for line in self.items
        }


def as_typed(rows: tuple[ChecklistRow, ...], noted: dict[FileItem, object]) -> dict[str, object]:
    """The data that fill a FileForm, in the order of the file."""
    return {
        "items": [
            {
                "item": row.item.value,
                "present": row.is_present,
                "pages": getattr(noted.get(row.item), "pages", ""),
                "excuse": getattr(noted.get(row.item), "excuse", ""),
            }
            for row in rows
        ]
    }
