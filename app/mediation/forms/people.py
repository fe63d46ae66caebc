"""What does one say of a person of the register, and of their duty in a case?"""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from app.kernel.country import Country
from app.mediation.forms.options import Options, options
from app.mediation.kinds import Conflict, Duty, PersonTitle
from app.mediation.models import Mediator
from app.mediation.services.mediators import PersonEntry
from app.web.fields import DateParts
from app.web.forms import Form

MEDIATES, INTERPRETS, RECORDS = "mediates", "interprets", "records"


class PersonForm(Form):
    """An entry of the register."""

    country = RadioField(
        _l("To which side does the person belong?"),
        description=_l("A person of the other side is in this register by name only."),
        validators=[InputRequired(_l("Choose the side."))],
    )
    name = StringField(
        _l("Name"),
        validators=[InputRequired(_l("Enter the person's name.")), Length(max=160)],
    )
    name_han = StringField(_l("Name in Chinese characters"), validators=[Length(max=80)])
    name_latin = StringField(_l("Name in Latin letters"), validators=[Length(max=120)])
    title = SelectField(_l("Position"), validators=[Optional()])
    capacities = SelectMultipleField(
        _l("What does the person do?"), validators=[InputRequired(_l("Choose at least one."))]
    )
    languages = SelectMultipleField(_l("Which languages does the person speak?"))
    user_id = SelectField(
        _l("Account"),
        description=_l("With an account the person is told of new cases and can open them."),
        coerce=lambda value: int(value) if value else None,
        validators=[Optional()],
    )
    valid_from = DateParts(_l("In the register from"), validators=[Optional()])
    valid_to = DateParts(
        _l("In the register until"),
        description=_l("Empty as long as the person is available."),
        validators=[Optional()],
    )

    def offer(self, *, languages: Options, accounts: Options, no_title: str, none: str) -> None:
        """Fill in what can be chosen."""
        self.country.choices = options(Country)
        self.title.choices = options(PersonTitle, blank=no_title)
        self.capacities.choices = [
            (MEDIATES, _l("Mediates")),
            (INTERPRETS, _l("Interprets")),
            (RECORDS, _l("Only takes the record")),
        ]
        self.languages.choices = languages
        self.user_id.choices = [("", none), *accounts]

    def entry(self) -> PersonEntry:
        """What was typed, for the service."""
        capacities = self.capacities.data or []
        return PersonEntry(
            name=self.name.data or "",
            country=Country(self.country.data),
            name_han=self.name_han.data or "",
            name_latin=self.name_latin.data or "",
            title=PersonTitle(self.title.data) if self.title.data else None,
            languages=tuple(self.languages.data or ()),
            can_mediate=MEDIATES in capacities,
            can_interpret=INTERPRETS in capacities,
            user_id=self.user_id.data,
            valid_from=self.valid_from.data,
            valid_to=self.valid_to.data,
        )


def as_typed(person: Mediator) -> dict[str, object]:
    """The data that fill a PersonForm with an entry.

    Whoever neither mediates nor interprets is there to take the record.
    """
    flags = ((MEDIATES, person.can_mediate), (INTERPRETS, person.can_interpret))
    does = [name for name, holds in flags if holds]
    return {
        "country": person.country.value,
        "name": person.name,
        "name_han": person.name_han,
        "name_latin": person.name_latin,
        "title": person.title,
        "capacities": does or [RECORDS],
        "languages": person.languages.split(),
        "user_id": person.user_id,
        "valid_from": person.valid_from,
        "valid_to": person.valid_to,
    }


def _asked() -> RadioField:
    return RadioField(
        _l("Is there a conflict of interest?"),
        description=_l(
            "For instance kinship with a party, or an own stake in the dispute. Ask the person."
        ),
        default=Conflict.NOT_ASKED.value,
    )


def _explained() -> TextAreaField:
    return TextAreaField(
        _l("Explanation"),
        description=_l("Only for a conflict: which one, and why the person may still take part."),
        validators=[Length(max=300)],
    )


class AssignForm(Form):
    mediator_id = SelectField(
        _l("Who takes it on?"),
        description=_l("People of your office's register."),
        coerce=lambda value: int(value) if value else None,
        validators=[InputRequired(_l("Choose the person."))],
    )
    duty = RadioField(_l("Duty in this case"), validators=[InputRequired(_l("Choose the duty."))])
    on = DateParts(_l("From which day?"), validators=[InputRequired(_l("Enter the day."))])
    conflict = _asked()
    conflict_note = _explained()

    def offer(self, people: Options, *, blank: str) -> None:
        self.mediator_id.choices = [("", blank), *people]
        self.duty.choices = options(Duty)
        self.conflict.choices = options(Conflict)


class ConflictForm(Form):
    """The declaration alone."""

    conflict = _asked()
    conflict_note = _explained()

    def offer(self) -> None:
        self.conflict.choices = options(Conflict)


class StatementForm(Form):
    on = DateParts(
        _l("On which day was the statement signed?"),
        validators=[InputRequired(_l("Enter the day."))],
    )


class EndForm(Form):
    on = DateParts(_l("Last day"), validators=[InputRequired(_l("Enter the day."))])
    reason = StringField(_l("Reason"), validators=[Length(max=300)])
