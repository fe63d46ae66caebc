"""What is asked when the parties sign? When and where, and then line by line who did what."""

from collections.abc import Iterable
from datetime import UTC, datetime, time

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import FieldList, FormField, HiddenField, RadioField, StringField, TimeField
from wtforms import Form as Rows
from wtforms.validators import InputRequired, Length, Optional

from app.kernel.clock import local
from app.kernel.country import Country
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.text import clean
from app.mediation.forms.options import options
from app.mediation.kinds import SignatureKind
from app.mediation.rules.signing import Entry, SheetLine
from app.web.fields import DateParts
from app.web.forms import Form
from app.web.labels import label, say

MUST = _l("Fill this in.")


def _text(value: str | None) -> str:
    return clean(value or "")


class SeatForm(Rows):
    """One line of the sheet, known by its first signer; `who` only where two may sign it."""

    line = HiddenField()
    who = RadioField(_l("Who signs?"), validators=[Optional()])
    kind = RadioField(_l("Signature"), default="", validators=[Optional()])
    read_aloud_by = StringField(
        _l("Who read the text aloud?"), filters=[_text], validators=[Length(max=160)]
    )
    on = DateParts(_l("Day"), validators=[Optional()])
    time = TimeField(_l("Time"), validators=[Optional()])
    place = StringField(_l("Place"), filters=[_text], validators=[Length(max=200)])

    @property
    def is_apart(self) -> bool:
        """Whether this line has its own time or place."""
        return bool(self.on.data or self.time.data or self.place.data or self.on.errors)


class SigningForm(Form):
    on = DateParts(_l("Day of signing"), [InputRequired(MUST)])
    time = TimeField(_l("Time"), validators=[InputRequired(MUST)])
    place = StringField(_l("Place of signing"), [Length(max=200)])
    seats = FieldList(FormField(SeatForm))
    effective_on = DateParts(_l("Takes effect on"), [Optional()])

    def offer(self, lines: Iterable[SheetLine], unsigned: str) -> None:
        """Fill in what can be chosen, and by whom each line may be signed."""
        self.open = {each.signers[0].key: each for each in lines}
        for seat in (each.form for each in self.seats):
            line = self.open.get(seat.line.data or "")
            signers = line.signers if line else ()
            seat.kind.choices = options(SignatureKind, blank=unsigned)
            seat.kind.label.text = line.name if line else ""
            seat.who.choices = [
                (
                    each.key,
                    _("%(read)s (%(written)s)", read=each.name, written=label(each.capacity)),
                )
                for each in signers
            ]
            if seat.who.data not in [each.key for each in signers]:
                seat.who.data = seat.line.data

    def entries(self, country: Country) -> tuple[Entry, ...]:
        """What was typed, with its times turned from the office's clock to UTC."""
        return tuple(self._entry(seat.form, country) for seat in self.seats if seat.form.kind.data)

    def _entry(self, seat: SeatForm, country: Country) -> Entry:
        at = datetime.combine(
            seat.on.data or self.on.data, seat.time.data or self.time.data, tzinfo=country.zone
        )
        return Entry(
            signer=seat.who.data or "",
            kind=SignatureKind(seat.kind.data),
            signed_at=at.astimezone(UTC),
            place=seat.place.data or self.place.data or "",
            read_aloud_by=seat.read_aloud_by.data or "",
        )

    def refuse(self, broken: RuleBroken | Iterable[Refusal]) -> None:
        """What concerns one signer stands beside that line, where it is still open."""
        refusals = broken.refusals if isinstance(broken, RuleBroken) else tuple(broken)
        others = []
        for refusal in refusals:
            seat = self._seat_of(str(refusal.facts.get("signer", "")))
            if seat is None or seat.line.data not in self.open or refusal.field not in OF_SEAT:
                others.append(refusal)
            else:
                field = seat[refusal.field if seat.is_apart else OF_SEAT[refusal.field]]
                field.errors = [*field.errors, say(refusal)]
        self.seats.errors = [each.errors for each in self.seats]
        super().refuse(others)

    def _seat_of(self, signer: str) -> SeatForm | None:
        seats = (seat.form for seat in self.seats if seat.form.kind.data)
        return next((each for each in seats if each.who.data == signer), None)


OF_SEAT = {"kind": "kind", "read_aloud_by": "read_aloud_by", "time": "kind"}
"""Where a refusal is said of a line that has no time of its own."""


class WithdrawSignaturesForm(Form):
    reason = StringField(_l("Reason"), [InputRequired(MUST), Length(max=300)])


def signing_values(
    now: datetime, country: Country, place: str, lines: Iterable[SheetLine]
) -> dict[str, object]:
    """Now and here, and a seat for each line."""
    here = local(now, country.zone)
    seats = [{"line": line.signers[0].key} for line in lines]
    return {"on": here.date(), "time": _minutes(here), "place": place, "seats": seats}


def _minutes(at: datetime) -> time:
    return at.time().replace(second=0, microsecond=0)
