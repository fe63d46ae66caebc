"""What do people send about accounts? Shape only."""

from flask_babel import lazy_gettext as _l
from wtforms import PasswordField, RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional

from app.web.fields import DateParts
from app.web.forms import Form
from app.web.locale import NAMES


class SignInForm(Form):
    username = StringField(_l("User name"), validators=[InputRequired(), Length(max=64)])
    password = PasswordField(_l("Password"), validators=[InputRequired(), Length(max=200)])


class PasswordForm(Form):
    current = PasswordField(_l("Present password"), validators=[InputRequired()])
    password = PasswordField(_l("New password"), validators=[InputRequired(), Length(max=200)])


class LanguageForm(Form):
    language = RadioField(_l("Language"), choices=NAMES, validators=[InputRequired()])


class PersonForm(Form):
    username = StringField(
        _l("User name"),
        description=_l("3 to 40 small letters, digits, dots or hyphens; begins with a letter."),
        validators=[InputRequired(), Length(max=64)],
    )
    display_name = StringField(_l("Name"), validators=[InputRequired(), Length(max=120)])
    language = RadioField(_l("Language"), choices=NAMES, validators=[InputRequired()])
    password = PasswordField(
        _l("First password"),
        description=_l("At least 10 characters. It must be changed at the first sign-in."),
        validators=[InputRequired(), Length(max=200)],
    )


class FirstPasswordForm(Form):
    password = PasswordField(
        _l("First password"),
        description=_l("At least 10 characters. It must be changed at the first sign-in."),
        validators=[InputRequired(), Length(max=200)],
    )


class CloseForm(Form):
    reason = StringField(_l("Reason"), validators=[InputRequired(), Length(max=200)])


class GrantForm(Form):
    role = SelectField(_l("Role"), validators=[InputRequired()])
    valid_from = DateParts(_l("First day"), validators=[InputRequired()])
    valid_to = DateParts(
        _l("Last day"),
        description=_l("Leave it empty when no end is known."),
        validators=[Optional()],
    )
