"""What is asked when a paper goes out, is taken back, is bound into the file, or is checked?"""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, RadioField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from app.kernel.country import Country
from app.mediation.services.issuing import Copy
from app.web.forms import Form
from app.web.labels import label
from app.web.locale import current_language

MUST = _l("Fill this in.")


class _FullForm(Form):
    """Whether whole numbers are printed, and why."""

    full = BooleanField(_l("Print full document numbers and addresses"))
    reason = StringField(_l("Reason (kept in the record of acts)"), [Length(max=300)])

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        if self.full.data and not (self.reason.data or "").strip():
            self.reason.errors = [*self.reason.errors, MUST]
            return False
        return fine


class IssueForm(_FullForm):
    side = RadioField(_l("Copy for"), validators=[InputRequired(MUST)])
    again = BooleanField(_l("Print it again with a new serial number"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Country.VN if current_language() == "vi" else Country.CN
        ordered = sorted(Country, key=lambda each: each is not own)  # the reader's side first
        self.side.choices = [(each.value, label(each)) for each in ordered]

    def copy(self) -> Copy:
        """What was chosen, for the service."""
        return Copy(
            Country(self.side.data),
            full=bool(self.full.data),
            reason=self.reason.data or "",
            again=bool(self.again.data),
        )


class WholeFileForm(_FullForm):
    pass


class WithdrawPaperForm(Form):
    reason = TextAreaField(
        _l("Why is the paper withdrawn?"),
        validators=[InputRequired(_l("Say why the paper is withdrawn.")), Length(max=300)],
    )


class CheckForm(Form):
    serial = StringField(
        _l("Serial number"),
        description=_l("Ten letters and digits beside the square code at the foot of the page."),
        validators=[InputRequired(_l("Enter the serial number.")), Length(max=40)],
    )
    digits = StringField(
        _l("Check code"),
        description=_l("The first eight characters, or all of them."),
        validators=[InputRequired(_l("Enter the check code.")), Length(max=100)],
    )


class CheckFileForm(Form):
    file = FileField(
        _l("The file (PDF)"),
        description=_l("It is compared and not kept."),
        validators=[FileRequired(_l("Choose the file."))],
    )
