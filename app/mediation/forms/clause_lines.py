"""How are instalments and shares asked for? In rows, proposed first, changed by hand after."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, FieldList, FormField, IntegerField, SelectField, StringField
from wtforms.validators import Length, NumberRange, Optional

from app.kernel.errors import RuleBroken
from app.kernel.han import HAN_RUN
from app.kernel.money import Currency, Money
from app.mediation.forms.agreements import MUST
from app.mediation.forms.amounts import read_amount
from app.mediation.forms.clause_boxes import Box, Seat, seat_choices, seated
from app.mediation.forms.obligations import plain
from app.mediation.rules.clause_parts import Parameter
from app.mediation.rules.clause_values import Person, Share
from app.mediation.rules.performance import Instalment, instalments
from app.web.fields import DateParts
from app.web.labels import say

MOST_PARTS, MOST_SHARES, MOST_MONTHS = 60, 60, 24
OTHER = "other"
"""Chosen where somebody receives a share who is no party of the case."""


class LinesBox(Box):
    """A box whose value is rows of money, all in the clause's one currency."""

    main = "rows"
    currency: Currency
    total: Money | None = None

    def ask(self, parameter: Parameter, seats: Sequence[Seat], currency: str) -> None:
        self.parameter, self.currency = parameter, Currency(currency)
        self[self.main].label.text = self.caption

    def amount_of(self, field: Field) -> Money | None:
        return read_amount(field, _Fixed(self.currency))

    def settle(self) -> None:
        """The rows know now what is wrong with any of them."""
        field = self[self.main]
        field.errors = [row.errors for row in field if row.errors]


class _Fixed:
    """The currency of the whole clause, where a row has no choice of its own."""

    def __init__(self, currency: Currency) -> None:
        self.data = currency.value


class PartBox(Box):
    main = "amount"
    amount = StringField(_l("Amount"), [Length(max=40)])
    due_on = DateParts(_l("Due on"), [Optional()])


class ScheduleBox(LinesBox):
    """Equal parts by number, first day and distance; or the rows as they stand."""

    count = IntegerField(_l("Number of instalments"), [Optional(), NumberRange(1, MOST_PARTS)])
    first = DateParts(_l("First instalment due on"), [Optional()])
    every = IntegerField(
        _l("Months between instalments"), [Optional(), NumberRange(1, MOST_MONTHS)]
    )
    rows = FieldList(FormField(PartBox), max_entries=MOST_PARTS)

    @property
    def anchor(self) -> Field:
        return self.count

    def read(self) -> tuple[Instalment, ...] | None:
        if self.rows.entries:
            return self._rows()
        return self.proposed()

    def proposed(self) -> tuple[Instalment, ...] | None:
        """Equal parts of the clause's amount; None as long as it, or an answer, is missing.

        How far apart they are is asked from the start, so that it alone is no answer.
        """
        asked = (self.count, self.first, self.every)
        if self.count.data is None and self.first.data is None:
            return None
        for field in asked:
            if field.data is None and not field.errors:
                field.errors = [MUST]
        if self.total is None or any(field.data is None for field in asked):
            return None
        if not (1 <= self.count.data <= MOST_PARTS and 1 <= self.every.data <= MOST_MONTHS):
            return None  # what the fields themselves refuse is not tried out
        try:
            return instalments(self.total, *(field.data for field in asked))
        except RuleBroken as broken:
            self.count.errors = [*self.count.errors, *map(say, broken.refusals)]
            return None

    def propose(self) -> None:
        """Put the proposal into the rows, in the place of what stood there."""
        plan = self.proposed()
        if plan is None:
            self._ask_for_answers()
            return
        while self.rows.entries:
            self.rows.pop_entry()
        for part in plan:
            self.rows.append_entry({"amount": plain(part.amount), "due_on": part.due_on})

    def _ask_for_answers(self) -> None:
        if self.total is None:
            self.count.errors = [*self.count.errors, _("Fill in the amount first.")]
        for field in (self.count, self.first, self.every):
            if field.data is None and not field.errors:
                field.errors = [MUST]

    def _rows(self) -> tuple[Instalment, ...] | None:
        plan = []
        for row in self.rows:
            amount, due_on = self.amount_of(row.form.amount), row.form.due_on.data
            if amount is not None and due_on is not None:
                plan.append(Instalment(due_on, amount))
            elif amount is not None and not row.form.due_on.errors:
                row.form.due_on.errors = [*row.form.due_on.errors, MUST]
            elif due_on is not None and not row.form.amount.errors:
                row.form.amount.errors = [*row.form.amount.errors, MUST]
        self.settle()
        return tuple(plan) or None

    @staticmethod
    def shown(value: tuple[Instalment, ...]) -> dict[str, Any]:
        rows = [{"amount": plain(part.amount), "due_on": part.due_on} for part in value]
        return {"rows": rows, "count": len(rows), "first": value[0].due_on, "every": 1}


class ShareBox(Box):
    main = "amount"
    party = SelectField(_l("Who receives"), default="")
    name = StringField(_l("Name"), [Length(max=120)])
    other_name = StringField(_l("Name in the other writing"), [Length(max=120)])
    amount = StringField(_l("Amount"), [Length(max=40)])

    def person(self, seats: Sequence[Seat]) -> Person | None:
        """A party, or somebody named; a name known in one writing only stands in both texts."""
        name, other = self.name.data or "", self.other_name.data or ""
        if self.party.data != OTHER:
            return seated(seats, self.party.data)
        if not name:
            return None
        if HAN_RUN.search(name):
            return Person(None, name, other or name)
        return Person(None, other or name, name)


class SharesBox(LinesBox):
    rows = FieldList(FormField(ShareBox), max_entries=MOST_SHARES)
    seats: Sequence[Seat] = ()

    def ask(self, parameter: Parameter, seats: Sequence[Seat], currency: str) -> None:
        super().ask(parameter, seats, currency)
        self.seats = seats
        for row in self.rows:
            self._offer(row)

    def add(self) -> None:
        if len(self.rows) < MOST_SHARES:
            self._offer(self.rows.append_entry())

    def divide(self) -> None:
        """Equal shares of the clause's amount for everybody in the rows."""
        taken = [row for row in self.rows if row.form.party.data]
        if self.total is None or not taken:
            self.rows.errors = [_("Fill in the amount first, and who receives a share.")]
            return
        for row, amount in zip(taken, self.total.split(len(taken)), strict=True):
            row.form.amount.data = plain(amount)

    def read(self) -> tuple[Share, ...] | None:
        shares = []
        for row in self.rows:
            amount, person = self.amount_of(row.form.amount), row.form.person(self.seats)
            if amount is not None and person is not None:
                shares.append(Share(person, amount))
            elif person is not None and not row.form.amount.errors:
                sentence = _("Write the amount, or choose nobody in this row.")
                row.form.amount.errors = [*row.form.amount.errors, sentence]
            elif amount is not None:
                field = row.form.name if row.form.party.data == OTHER else row.form.party
                field.errors = [*field.errors, MUST]
        self.settle()
        return tuple(shares) or None

    def _offer(self, row: Field) -> None:
        nobody, other = ("", _("Nobody")), (OTHER, _("Somebody else"))
        row.form.party.choices = [nobody, *seat_choices(self.seats), other]

    @staticmethod
    def shown(value: tuple[Share, ...]) -> dict[str, Any]:
        return {"rows": [_row(share) for share in value]}


def _row(share: Share) -> dict[str, Any]:
    person, amount = share.person, {"amount": plain(share.amount)}
    if person.party_id is not None:
        return amount | {"party": str(person.party_id)}
    return amount | {"party": OTHER, "name": person.zh, "other_name": person.vi}
