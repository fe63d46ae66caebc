"""What did a bureau officer send about a memorandum: a successor, a change, a decision?"""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from app.bilateral.models import MemorandumStatus, TitleBasis
from app.bilateral.rules import MemorandumField
from app.kernel.bilingual import Bilingual
from app.web.fields import DateParts
from app.web.filters import bi
from app.web.forms import Form
from app.web.labels import label


class PartySuccessorForm(Form):
    successor = SelectField(_l("Who stands in its place"), (InputRequired(),), coerce=int)
    instrument = StringField(
        _l("Document that says so (title, number, date)"), (InputRequired(), Length(max=300))
    )
    confirmed_on = DateParts(_l("Date of the document"), (InputRequired(),))

    def __init__(self, *args: Any, choices: dict[int, Bilingual], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.successor.choices = [(key, bi(name)) for key, name in choices.items()]


def _text() -> TextAreaField:
    return TextAreaField(validators=(Optional(), Length(max=4000)))


class MemorandumForm(Form):
    """All that may be known of the paper; what is empty stays unknown."""

    title_zh = StringField(validators=(InputRequired(), Length(max=300)))
    title_vi = StringField(validators=(InputRequired(), Length(max=300)))
    title_basis = SelectField(validators=(InputRequired(),))
    status = SelectField(validators=(InputRequired(),))
    signed_on = DateParts(validators=(Optional(),))
    place_zh = StringField(validators=(Optional(), Length(max=200)))
    place_vi = StringField(validators=(Optional(), Length(max=200)))
    dispute_types_zh = _text()
    dispute_types_vi = _text()
    languages_zh = _text()
    languages_vi = _text()
    shareable_zh = _text()
    shareable_vi = _text()
    contact_zh = _text()
    contact_vi = _text()
    note_zh = _text()
    note_vi = _text()
    instrument = StringField(
        _l("Document that says so (title, number, date)"), (InputRequired(), Length(max=300))
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in MemorandumField:
            self[name.value].label.text = label(name)
        self.title_basis.choices = [(each.value, label(each)) for each in TitleBasis]
        self.status.choices = [(each.value, label(each)) for each in MemorandumStatus]

    def values(self) -> dict[str, Any]:
        """Every field as the row holds it."""
        typed = {name: self[name].data or "" for name in (each.value for each in MemorandumField)}
        return typed | {
            "title_basis": TitleBasis(self.title_basis.data),
            "status": MemorandumStatus(self.status.data),
            "signed_on": self.signed_on.data,
        }


class DecisionForm(Form):
    decision = RadioField(_l("Your decision"), (InputRequired(),))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decision.choices = [
            ("approve", _l("Approve: the entry is changed now")),
            ("decline", _l("Turn down: the entry stays as it is")),
        ]
