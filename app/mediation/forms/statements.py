"""What do people send about a translation and its confirmation?"""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from app.kernel.bilingual import TranslationStatus
from app.mediation.forms.choices import Choice, members, numbered
from app.mediation.forms.intake import MAX_FACTS
from app.mediation.services.vouching import Vouching
from app.web.fields import DateParts
from app.web.forms import Form

WAYS = tuple(status for status in TranslationStatus if status.is_vouched)


class TranslationForm(Form):
    translation = TextAreaField(_l("Translation"), validators=[Length(max=MAX_FACTS)])


class ConfirmationForm(Form):
    way = RadioField(_l("How is it confirmed?"), validators=[InputRequired()])
    on = DateParts(_l("Confirmed on"), validators=[InputRequired()])
    reader = StringField(_l("Who read it aloud"), validators=[Length(max=120)])
    party_id = SelectField(_l("Read to"), validators=[Optional()])
    party_agreed = BooleanField(_l("The party agreed with what was read"))
    case_mediator_id = SelectField(_l("Mediator of the other side"), validators=[Optional()])

    def offer(self, parties: list[Choice], foreign: list[Choice]) -> None:
        self.way.choices = members(WAYS)
        self.party_id.choices = [("", _("Choose")), *parties]
        self.case_mediator_id.choices = [("", _("Choose")), *foreign]

    def vouching(self) -> Vouching:
        return Vouching(
            way=TranslationStatus(self.way.data),
            on=self.on.data,
            reader=self.reader.data or "",
            party_id=numbered(self.party_id.data),
            party_agreed=bool(self.party_agreed.data),
            case_mediator_id=numbered(self.case_mediator_id.data),
        )
