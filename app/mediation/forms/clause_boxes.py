"""How is one gap of a clause asked for? A small form per kind of parameter.

Each box reads what was typed into a value, or None; what cannot be read is its fields' error.
That something is missing is for the rules to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, IntegerField, SelectField, StringField, TextAreaField
from wtforms import Form as PlainForm
from wtforms.validators import Length, NumberRange, Optional

from app.kernel.money import Currency, Money
from app.mediation.forms.amounts import read_amount
from app.mediation.forms.obligations import plain
from app.mediation.kinds import PartyRole
from app.mediation.queries import goods
from app.mediation.rules.clause_parts import Parameter
from app.mediation.rules.clause_values import Person, Phrase, Rate, Value
from app.web.fields import DateParts, Number
from app.web.forms import Form
from app.web.labels import label
from app.web.locale import current_language


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who can be chosen: the party as texts write it, as the reader knows it."""

    person: Person
    caption: str
    role: PartyRole


class Box(PlainForm):
    """What every box has: cleaned text, a field that bears the parameter's name and its errors."""

    main: ClassVar[str]
    parameter: Parameter

    class Meta:
        get_translations = Form.Meta.get_translations
        bind_field = Form.Meta.bind_field

    def ask(self, parameter: Parameter, seats: Sequence[Seat], currency: str) -> None:
        """Take the parameter's name, and whatever is to be chosen from."""
        self.parameter = parameter
        self[self.main].label.text = self.caption

    @property
    def anchor(self) -> Field:
        return self[self.main]

    @property
    def caption(self) -> str:
        return self.parameter.label.in_(current_language())

    @property
    def is_central(self) -> bool:
        """Asked at once; what may stay empty is folded away, but for when money is due."""
        return not self.parameter.optional or self.parameter.name in ("due", "schedule")

    @property
    def is_open(self) -> bool:
        """Something stands in it, or is wrong with it."""
        return bool(self.errors) or self.read() is not None

    def read(self) -> Value | None:
        raise NotImplementedError

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        """A value as the box's data."""
        raise NotImplementedError


class MoneyBox(Box):
    main = "number"
    number = StringField(validators=[Length(max=40)])
    currency = SelectField(_l("Currency"))

    def ask(self, parameter: Parameter, seats: Sequence[Seat], currency: str) -> None:
        super().ask(parameter, seats, currency)
        self.currency.choices = [(each.value, label(each)) for each in Currency]
        self.currency.data = self.currency.data or currency

    def read(self) -> Money | None:
        return read_amount(self.number, self.currency)

    @staticmethod
    def shown(value: Money) -> dict[str, Any]:
        return {"number": plain(value), "currency": value.currency.value}


class DayBox(Box):
    main = "day"
    day = DateParts(validators=[Optional()])

    def read(self) -> Value | None:
        return self.day.data  # type: ignore[no-any-return]

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {"day": value}


class PersonBox(Box):
    main = "party"
    party = SelectField()
    seats: Sequence[Seat] = ()

    def ask(self, parameter: Parameter, seats: Sequence[Seat], currency: str) -> None:
        super().ask(parameter, seats, currency)
        self.seats = seats
        self.party.choices = [("", "–"), *seat_choices(seats)]

    def read(self) -> Person | None:
        return seated(self.seats, self.party.data)

    @staticmethod
    def shown(value: Person) -> dict[str, Any]:
        return {"party": str(value.party_id)}


class CountBox(Box):
    main = "number"
    number = IntegerField(validators=[Optional(), NumberRange(0, 100_000)])

    def read(self) -> int | None:
        return self.number.data

    @staticmethod
    def shown(value: int) -> dict[str, Any]:
        return {"number": value}


class PhraseBox(Box):
    """Words in both languages; a text still missing stays empty."""

    main = "zh"
    zh = TextAreaField(validators=[Length(max=600)])
    vi = TextAreaField(validators=[Length(max=600)])

    def ask(self, parameter: Parameter, seats: Sequence[Seat], currency: str) -> None:
        self.parameter = parameter
        self.zh.label.text = _("%(what)s, in Chinese", what=self.caption)
        self.vi.label.text = _("%(what)s, in Vietnamese", what=self.caption)

    def read(self) -> Phrase | None:
        zh, vi = self.zh.data or "", self.vi.data or ""
        return Phrase(zh, vi) if zh or vi else None

    @staticmethod
    def shown(value: Phrase) -> dict[str, Any]:
        return {"zh": value.zh, "vi": value.vi}


class ChoiceBox(Box):
    """Few answers stand below each other, many in a list; `is_short` says which."""

    main = "code"
    code = SelectField(validators=[Optional()], validate_choice=False, default="")

    def ask(self, parameter: Parameter, seats: Sequence[Seat], currency: str) -> None:
        super().ask(parameter, seats, currency)
        zh = current_language() == "zh"
        answers = [(each.code, each.zh if zh else each.vi) for each in parameter.choices]
        blank = [] if self.is_short else [("", "–")]
        self.code.choices = [*blank, *answers]

    @property
    def is_short(self) -> bool:
        return len(self.parameter.choices) < 5 and not self.parameter.optional

    def read(self) -> str | None:
        known = {each.code for each in self.parameter.choices}
        return self.code.data if self.code.data in known else None

    @staticmethod
    def shown(value: str) -> dict[str, Any]:
        return {"code": value}


class RateBox(Box):
    main = "number"
    number = Number(
        _l("Đồng for one yuan"),
        validators=[Optional(), NumberRange(min=Decimal("0.000001"))],
        places=None,
    )
    on = DateParts(_l("Day of the rate"), [Optional()])
    source_zh = StringField(_l("Source of the rate, in Chinese"), [Length(max=200)])
    source_vi = StringField(_l("Source of the rate, in Vietnamese"), [Length(max=200)])

    def ask(self, parameter: Parameter, seats: Sequence[Seat], currency: str) -> None:
        self.parameter = parameter

    def read(self) -> Rate | None:
        said = Phrase(self.source_zh.data or "", self.source_vi.data or "")
        source = goods.completed(said, goods.RATE_SOURCE)
        if self.number.data is None or self.on.data is None or not (source.zh or source.vi):
            return None
        return Rate(self.number.data, self.on.data, source)

    @staticmethod
    def shown(value: Rate) -> dict[str, Any]:
        source = {"source_zh": value.source.zh, "source_vi": value.source.vi}
        return {"number": value.vnd_for_one_cny, "on": value.on} | source


def seat_choices(seats: Sequence[Seat]) -> list[tuple[str, str]]:
    return [(str(seat.person.party_id), seat.caption) for seat in seats]


def seated(seats: Sequence[Seat], chosen: str | None) -> Person | None:
    return next((s.person for s in seats if str(s.person.party_id) == chosen), None)
