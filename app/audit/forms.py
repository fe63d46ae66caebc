"""What does a reader of the log look for? Sent in the address, so that it can be kept."""

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectField, StringField
from wtforms.validators import Length, NumberRange, Optional

from app.audit.queries import Filter
from app.web.addresses import LARGEST
from app.web.fields import DateParts
from app.web.forms import Form


class LogForm(Form):
    class Meta(Form.Meta):
        csrf = False  # it only reads

    person = StringField(_l("Person"), validators=[Optional(), Length(max=100)])
    action = SelectField(_l("What was done"), validators=[Optional()])
    object_type = SelectField(_l("Concerning"), validators=[Optional()])
    object_id = IntegerField(
        _l("Number of the entry concerned"),
        validators=[Optional(), NumberRange(1, LARGEST)],
    )
    first = DateParts(_l("First day"), validators=[Optional()])
    last = DateParts(_l("Last day"), validators=[Optional()])

    def filter(self) -> Filter:
        return Filter(
            person=self.person.data or "",
            action=self.action.data or "",
            object_type=self.object_type.data or "",
            object_id=self.object_id.data,
            first_on=self.first.data,
            last_on=self.last.data,
        )
