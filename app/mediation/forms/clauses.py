"""What is asked to fill a clause of the library? One box per parameter, in the reader's words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from flask_babel import gettext as _
from wtforms import Field, FieldList, FormField, HiddenField
from wtforms import Form as PlainForm

from app.kernel.errors import Refusal, RuleBroken
from app.kernel.money import Currency, Money
from app.mediation.forms.amounts import OWN_CURRENCY
from app.mediation.forms.clause_boxes import (
    Box,
    ChoiceBox,
    CountBox,
    DayBox,
    MoneyBox,
    PersonBox,
    PhraseBox,
    RateBox,
    Seat,
)
from app.mediation.forms.clause_goods import GoodsBox
from app.mediation.forms.clause_lines import LinesBox, ScheduleBox, SharesBox
from app.mediation.models import Case
from app.mediation.queries.clauses import person_of
from app.mediation.rules.clauses import ParameterKind, Value, Version
from app.web.forms import Form
from app.web.labels import label, say

K = ParameterKind
BOXES: dict[ParameterKind, type[Box]] = {
    K.MONEY: MoneyBox, K.DATE: DayBox, K.PERSON: PersonBox, K.GOODS: GoodsBox, K.COUNT: CountBox,
    K.PLACE: PhraseBox, K.SCHEDULE: ScheduleBox, K.SHARES: SharesBox, K.TEXT: PhraseBox,
    K.CHOICE: ChoiceBox, K.RATE: RateBox,
}  # fmt: skip
Lines = TypeVar("Lines", bound=LinesBox)
PREFIX = "p_"
"""Before a parameter's name, so that no name of the library meets a name of the form."""


class ClauseForm(Form):
    """`values` is what could be read; what is not there yet is left to the rules. `opened` names
    the clause as it stood when its form was opened."""

    opened = HiddenField()
    version: Version
    values: dict[str, Value]

    def prepare(self, version: Version, case: Case, seats: list[Seat]) -> None:
        self.version, self.values = version, {}
        own = OWN_CURRENCY[case.country]
        for box in self.boxes:
            if isinstance(box, MoneyBox):
                box.ask(self._parameter(box), seats, own)
        currency = self._currency(own)
        for box in self.boxes:
            box.ask(self._parameter(box), seats, currency)

    @property
    def boxes(self) -> list[Box]:
        return [self[PREFIX + each.name].form for each in self.version.parameters]

    def box(self, name: str) -> Box | None:
        field = self._fields.get(PREFIX + name)
        return field.form if field is not None else None

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        self._read()
        return fine and not self.errors

    def refuse(self, broken: RuleBroken | Iterable[Refusal]) -> None:
        """What a rule says of a parameter stands beside that parameter's box."""
        refusals = broken.refusals if isinstance(broken, RuleBroken) else tuple(broken)
        for refusal in refusals:
            box = self.box(refusal.field or "")
            if box is None:
                self.form_errors.append(say(refusal))
            else:
                box.anchor.errors = [*box.anchor.errors, say(refusal)]

    def read_quietly(self) -> None:
        """What stands in the boxes, before anybody is told what is wrong with it."""
        self._read()
        self.forget_errors()

    def forget_errors(self) -> None:
        self.form_errors = []
        for field in _innermost(self):
            field.errors = []

    def stay(self) -> None:
        """Nothing but showing both texts."""
        self.forget_errors()

    def propose(self) -> None:
        """Fill the rows of instalments from number, first day and distance."""
        self._change(ScheduleBox, ScheduleBox.propose)

    def add_share(self) -> None:
        self._change(SharesBox, SharesBox.add)

    def divide(self) -> None:
        self._change(SharesBox, SharesBox.divide)

    def _change(self, kind: type[Lines], change: Callable[[Lines], None]) -> None:
        """Only what keeps from this change is said, nothing yet of what is left to be typed."""
        self.forget_errors()
        for box in self.boxes:
            if isinstance(box, kind):
                change(box)

    def _read(self) -> None:
        """Amount and shares first: instalments are parts of their sum."""
        later = [box for box in self.boxes if isinstance(box, ScheduleBox)]
        shares = [box for box in self.boxes if isinstance(box, SharesBox)]
        for box in self.boxes:
            if box not in later and box not in shares:
                self._take(box)
        for box in shares:
            box.total = self._amount()
            self._take(box)
            self._add_up(box)
        for box in later:
            box.total = self._amount()
            self._take(box)

    def _take(self, box: Box) -> None:
        value = box.read()
        if value is not None:
            self.values[box.parameter.name] = value

    def _add_up(self, box: SharesBox) -> None:
        """Where no amount was typed, it is what the shares make together."""
        amount, shares = self.box("amount"), self.values.get(box.parameter.name)
        if not isinstance(amount, MoneyBox) or not isinstance(shares, tuple):
            return
        if amount.number.data or amount.number.errors:
            return
        total = sum((each.amount for each in shares), start=Money(0, box.currency))  # type: ignore[union-attr]
        amount.number.data = MoneyBox.shown(total)["number"]
        self.values[amount.parameter.name] = total

    def _amount(self) -> Money | None:
        amount = self.values.get("amount")
        return amount if isinstance(amount, Money) else None

    def _currency(self, own: str) -> str:
        amount = self.box("amount")
        typed = amount.currency.data if isinstance(amount, MoneyBox) else own
        return typed if typed in tuple(Currency) else own

    def _parameter(self, box: Box) -> Any:
        return next(e for e in self.version.parameters if self[PREFIX + e.name].form is box)


def _innermost(form: PlainForm) -> Iterator[Field]:
    """Every field of a form and of the forms in it, lists of rows included."""
    for field in form:
        yield from _within(field)


def _within(field: Field) -> Iterator[Field]:
    if isinstance(field, FormField):
        yield from _innermost(field.form)
        return
    yield field
    if isinstance(field, FieldList):
        for row in field:
            yield from _within(row)


def clause_form(
    version: Version,
    case: Case,
    *,
    data: Mapping[str, Any] | None = None,
    opened: str = "",
    **options: Any,
) -> ClauseForm:
    """The form of a clause; `data` is the boxes' data by the name of the parameter."""
    fields = {PREFIX + e.name: FormField(BOXES[e.kind]) for e in version.parameters}
    kind = type("FilledClauseForm", (ClauseForm,), fields)
    known = {PREFIX + name: value for name, value in (data or {}).items()}
    form: ClauseForm = kind(data=known | {"opened": opened}, **options)
    form.prepare(version, case, seats_of(case))
    return form


def data_of(version: Version, values: Mapping[str, Value]) -> dict[str, Any]:
    """The values of a clause as its form shows them."""
    return {
        each.name: BOXES[each.kind].shown(values[each.name])
        for each in version.parameters
        if each.name in values
    }


def seats_of(case: Case) -> list[Seat]:
    return [
        Seat(
            person_of(party),
            _("%(read)s (%(written)s)", read=party.name, written=label(party.role)),
            party.role,
        )
        for party in case.parties
    ]
