"""What does an officer say of a letter that is written here, and of its way?"""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from app.kernel.country import Country
from app.mediation.forms.options import options
from app.mediation.kinds import LetterKind
from app.mediation.models import Letter
from app.mediation.queries.letters import letter_text
from app.mediation.rules.letters import LetterText
from app.mediation.services.letter_writing import LetterHead
from app.web.fields import DateParts
from app.web.forms import Form
from app.web.labels import label

ACROSS, AT_HOME = "across", "home"
MAX_TEXT = 6000

Bodies = dict[Country, list[tuple[str, str]]]


class LetterHeadForm(Form):
    """Kind and addressee: enough for the usual text."""

    kind = RadioField(_l("Kind of letter"), validators=[InputRequired(_l("Choose the kind."))])
    goes = RadioField(
        _l("Where does it go?"), validators=[InputRequired(_l("Say where the letter goes."))]
    )
    addressee_id = SelectField(_l("To which authority?"), validators=[Optional()])
    correspondent = StringField(
        _l("Or another authority"),
        description=_l("Its full name, where it is not in the list."),
        validators=[Length(max=200)],
    )
    names_people = BooleanField(
        _l("The letter names a person"),
        description=_l(
            "Across the border this needs every party's consent and a reviewer's approval."
        ),
    )
    number = StringField(
        _l("Number of the letter"),
        description=_l("Left empty, it gets the office's next number when it goes out."),
        validators=[Length(max=80)],
    )

    def offer(self, bodies: Bodies, own: Country) -> None:
        """`bodies` of either side; the other side's stand first."""
        self.kind.choices = options(LetterKind)
        self.goes.choices = [
            (ACROSS, _("To the other side")),
            (AT_HOME, _("To an authority of our own side")),
        ]
        groups: dict[str, Any] = {"": [("", _("Not in the list"))]}
        groups |= {label(each): bodies[each] for each in (own.other, own)}
        self.addressee_id.choices = groups

    def head(self) -> LetterHead:
        chosen = self.addressee_id.data
        return LetterHead(
            kind=LetterKind(self.kind.data),
            crosses_border=self.goes.data == ACROSS,
            names_people=bool(self.names_people.data),
            addressee_id=int(chosen) if chosen else None,
            correspondent=self.correspondent.data or "",
            number=self.number.data or "",
        )


class LetterTextForm(LetterHeadForm):
    """The whole letter, both languages side by side."""

    subject_zh = StringField(_l("Subject in Chinese"), validators=[Length(max=200)])
    subject_vi = StringField(_l("Subject in Vietnamese"), validators=[Length(max=200)])
    text_zh = TextAreaField(_l("Text in Chinese"), validators=[Length(max=MAX_TEXT)])
    text_vi = TextAreaField(_l("Text in Vietnamese"), validators=[Length(max=MAX_TEXT)])

    def text(self) -> LetterText:
        return LetterText(
            subject_zh=self.subject_zh.data or "",
            subject_vi=self.subject_vi.data or "",
            zh=self.text_zh.data or "",
            vi=self.text_vi.data or "",
        )


def as_typed(row: Letter) -> dict[str, Any]:
    """A draft as its form shows it."""
    text = letter_text(row)
    return {
        "kind": row.kind.value,
        "goes": ACROSS if row.crosses_border else AT_HOME,
        "addressee_id": str(row.addressee_id or ""),
        "correspondent": "" if row.addressee_id else row.correspondent,
        "names_people": row.names_people,
        "number": row.number,
        "subject_zh": text.subject_zh,
        "subject_vi": text.subject_vi,
        "text_zh": text.zh,
        "text_vi": text.vi,
    }


class SendForm(Form):
    sent_on = DateParts(_l("Day of the letter"), validators=[InputRequired(_l("Enter the day."))])


class ArrivedForm(Form):
    received_on = DateParts(_l("Arrived on"), validators=[InputRequired(_l("Enter the day."))])
