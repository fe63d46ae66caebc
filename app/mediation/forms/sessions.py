"""What does one say of a sitting? When and where, who came and how they signed, what was said."""

from datetime import UTC, date, datetime, time

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
    TimeField,
)
from wtforms import Form as Rows
from wtforms.validators import InputRequired, Length, Optional

from app.kernel.clock import local
from app.kernel.country import Country
from app.kernel.text import clean
from app.mediation.forms.options import Options, options
from app.mediation.kinds import SessionMode, SessionResult, SignatureKind
from app.mediation.models import Attendance, MediationSession
from app.mediation.rules.sessions import Attended, Sitting
from app.web.fields import DateParts
from app.web.forms import Form

OTHER_ROWS = 2
"""Empty lines offered for people who are neither a party nor have a duty."""


def _text(value: str | None) -> str:
    return clean(value or "")


class SeatForm(Rows):
    """One person at the table: `who` is `party:<id>`, `duty:<id>` or `other`."""

    who = HiddenField()
    came = BooleanField(_l("Was there"))
    name = StringField(_l("Name"), filters=[_text], validators=[Length(max=160)])
    capacity = StringField(_l("In what capacity"), filters=[_text], validators=[Length(max=120)])
    signature = SelectField(_l("Signature"), validators=[Optional()])
    read_aloud_by = StringField(_l("Read aloud by"), filters=[_text], validators=[Length(max=160)])

    def attended(self) -> Attended | None:
        """Who came, or None for somebody who did not."""
        kind, _, identifier = (self.who.data or "").partition(":")
        is_other = kind == "other"
        if not (self.name.data if is_other else self.came.data):
            return None
        chosen = self.signature.data
        return Attended(
            party_id=int(identifier) if kind == "party" else None,
            case_mediator_id=int(identifier) if kind == "duty" else None,
            name=self.name.data or "",
            capacity=self.capacity.data or "",
            signature=SignatureKind(chosen) if chosen else None,
            read_aloud_by=self.read_aloud_by.data or "",
        )


class SessionForm(Form):
    held_on = DateParts(_l("Day of the sitting"), validators=[InputRequired(_l("Enter the day."))])
    starts = TimeField(_l("Begins at"), validators=[InputRequired(_l("Enter the time."))])
    ends = TimeField(_l("Ends at"), validators=[Optional()])
    place = StringField(
        _l("Place"), validators=[InputRequired(_l("Enter the place.")), Length(max=200)]
    )
    mode = RadioField(_l("How did they meet?"), default=SessionMode.ROOM.value)
    is_open = BooleanField(_l("Open to the public"))
    rights_told = BooleanField(_l("The parties were told their rights and duties"))
    seats = FieldList(FormField(SeatForm))
    record = TextAreaField(
        _l("Record"),
        description=_l("What was said, in the language in which it was taken down."),
        validators=[Length(max=20000)],
    )
    language = SelectField(_l("Language of the record"), validators=[Optional()])
    result = RadioField(_l("Result"), validators=[Optional()])
    next_on = DateParts(_l("Next sitting on"), validators=[Optional()])

    def offer(self, *, languages: Options, unsigned: str) -> None:
        """Fill in what can be chosen."""
        self.mode.choices = options(SessionMode)
        self.result.choices = options(SessionResult)
        self.language.choices = languages
        for seat in self.seats:
            seat.form.signature.choices = options(SignatureKind, blank=unsigned)

    def sitting(self, country: Country) -> Sitting:
        """What was typed, with its times turned from the office's clock to UTC."""
        day: date = self.held_on.data
        ends: time | None = self.ends.data
        chosen = self.result.data
        return Sitting(
            starts_at=_instant(day, self.starts.data, country),
            ends_at=_instant(day, ends, country) if ends else None,
            place=self.place.data,
            mode=SessionMode(self.mode.data),
            is_open=self.is_open.data,
            rights_told=self.rights_told.data,
            result=SessionResult(chosen) if chosen else None,
            next_on=self.next_on.data,
            record=self.record.data or "",
            language=self.language.data or "",
            attended=tuple(filter(None, (seat.form.attended() for seat in self.seats))),
        )


def as_typed(row: MediationSession, country: Country) -> dict[str, object]:
    """The data that fill a SessionForm with a recorded sitting, but for its seats."""
    starts = local(row.starts_at, country.zone)
    record = row.record
    return {
        "held_on": starts.date(),
        "starts": starts.time(),
        "ends": local(row.ends_at, country.zone).time() if row.ends_at else None,
        "place": row.place,
        "mode": row.mode.value,
        "is_open": row.is_open,
        "rights_told": row.rights_told,
        "record": record.original if record else "",
        "language": record.language if record else "",
        "result": row.result.value if row.result else None,
        "next_on": row.next_on,
    }


def seat(who: str, name: str, sat: Attendance | None = None) -> dict[str, object]:
    """The data of one seat, with how they signed where the sitting was recorded before."""
    if sat is None:
        return {"who": who, "name": name}
    return {
        "who": who,
        "came": True,
        "name": name,
        "capacity": sat.capacity,
        "signature": sat.signature.value if sat.signature else "",
        "read_aloud_by": sat.read_aloud_by,
    }


def _instant(day: date, clock: time, country: Country) -> datetime:
    return datetime.combine(day, clock, tzinfo=country.zone).astimezone(UTC)
