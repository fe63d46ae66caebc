"""What did people send of a reference row? Shape only."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, Regexp

from app.kernel.periods import Unit
from app.reference.models import CodeStatus, DayKind, ExtendableBy
from app.web.fields import DateParts
from app.web.forms import Form
from app.web.labels import label

NAME = (InputRequired(), Length(max=200))
SHORT = (Optional(), Length(max=20))


class OrganisationForm(Form):
    name_zh = StringField(_l("Name in Chinese"), NAME)
    name_vi = StringField(_l("Name in Vietnamese"), NAME)
    short_zh = StringField(_l("Short name for case numbers, in Chinese"), SHORT)
    short_vi = StringField(_l("Short name for case numbers, in Vietnamese"), SHORT)
    case_no_pattern = StringField(_l("Pattern of case numbers"), (Optional(), Length(max=60)))
    valid_from = DateParts(_l("Exists from"), (Optional(),))
    valid_to = DateParts(_l("Existed until (last day)"), (Optional(),))
    note_zh = TextAreaField(_l("Note in Chinese"), (Optional(), Length(max=2000)))
    note_vi = TextAreaField(_l("Note in Vietnamese"), (Optional(), Length(max=2000)))


class DivisionForm(Form):
    name_zh = StringField(_l("Name in Chinese"), NAME)
    name_vi = StringField(_l("Name in Vietnamese"), NAME)
    valid_from = DateParts(_l("Exists from"), (Optional(),))
    valid_to = DateParts(_l("Existed until (last day)"), (Optional(),))
    note_zh = TextAreaField(_l("Note in Chinese"), (Optional(), Length(max=2000)))
    note_vi = TextAreaField(_l("Note in Vietnamese"), (Optional(), Length(max=2000)))


class SuccessorForm(Form):
    instrument = StringField(
        _l("Document that says so (title, number, date)"), (InputRequired(), Length(max=300))
    )
    confirmed_on = DateParts(_l("Date of the document"), (InputRequired(),))


class CalendarDayForm(Form):
    """Of an entry that exists; its day stays."""

    kind = SelectField(_l("What kind of day"), (InputRequired(),))
    name_zh = StringField(_l("Name in Chinese"), NAME)
    name_vi = StringField(_l("Name in Vietnamese"), NAME)
    provisional = BooleanField(_l("Provisional: the official notice is not out yet"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = [(kind.value, label(kind)) for kind in DayKind]


class NewCalendarDayForm(CalendarDayForm):
    day = DateParts(_l("Date"), (InputRequired(),))


class CodeForm(Form):
    """Of a value that exists; its code stays, because cases hold it."""

    name_zh = StringField(_l("Name in Chinese"), NAME)
    name_vi = StringField(_l("Name in Vietnamese"), NAME)
    status = SelectField(_l("How sure"), (InputRequired(),))
    valid_from = DateParts(_l("Used from"), (Optional(),))
    valid_to = DateParts(_l("Used until (last day)"), (Optional(),))
    note_zh = TextAreaField(_l("Note in Chinese"), (Optional(), Length(max=2000)))
    note_vi = TextAreaField(_l("Note in Vietnamese"), (Optional(), Length(max=2000)))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.status.choices = [(status.value, label(status)) for status in CodeStatus]


class NewCodeForm(CodeForm):
    code = StringField(
        _l("Code (small letters, digits, underscore)"),
        (
            InputRequired(),
            Length(max=40),
            Regexp(r"^[a-z0-9_]+$", message=_l("Only small letters, digits and underscores.")),
        ),
    )


class DeadlineRuleForm(Form):
    length = IntegerField(_l("Length"), (InputRequired(), NumberRange(min=1, max=1000)))
    unit = SelectField(_l("Counted in"), (InputRequired(),))
    extendable_by = SelectField(_l("Extension"), (InputRequired(),))
    is_law = BooleanField(_l("Laid down by law (otherwise a setting of this system)"))
    basis_zh = TextAreaField(_l("What it rests on, in Chinese"), (InputRequired(),))
    basis_vi = TextAreaField(_l("What it rests on, in Vietnamese"), (InputRequired(),))
    valid_from = DateParts(_l("Applies from"), (Optional(),))
    valid_to = DateParts(_l("Applies until (last day)"), (Optional(),))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit.choices = [(unit.value, label(unit)) for unit in Unit]
        self.extendable_by.choices = [(who.value, label(who)) for who in ExtendableBy]


def values(form: Form) -> dict[str, Any]:
    """What was sent, by field; empty text as text."""
    kept = {name: field.data for name, field in form._fields.items() if name != "csrf_token"}
    return {
        name: "" if value is None and not isinstance(form[name], DateParts) else value
        for name, value in kept.items()
    }
