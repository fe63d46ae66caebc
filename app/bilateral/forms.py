"""What did a bureau officer send about a successor?"""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length

from app.kernel.bilingual import Bilingual
from app.web.fields import DateParts
from app.web.filters import bi
from app.web.forms import Form


class PartySuccessorForm(Form):
    successor = SelectField(_l("Who stands in its place"), (InputRequired(),), coerce=int)
    instrument = StringField(
        _l("Document that says so (title, number, date)"), (InputRequired(), Length(max=300))
    )
    confirmed_on = DateParts(_l("Date of the document"), (InputRequired(),))

    def __init__(self, *args: Any, choices: dict[int, Bilingual], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.successor.choices = [(key, bi(name)) for key, name in choices.items()]
