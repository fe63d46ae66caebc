"""What is asked of something owed, and of a plan of instalments?"""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import ImmutableMultiDict
from wtforms import FieldList, FormField, IntegerField, RadioField, SelectField, StringField
from wtforms import Form as PlainForm
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from app.kernel.money import Currency, Money
from app.mediation.forms.agreements import MUST
from app.mediation.forms.amounts import read_amount
from app.mediation.kinds import ObligationKind
from app.mediation.models import Case, Obligation
from app.mediation.rules.performance import Instalment
from app.mediation.services.obligations import Promise
from app.web.fields import DateParts
from app.web.filters import figure
from app.web.forms import Form
from app.web.labels import label

MAX_PARTS = 36


def party_choices(case: Case) -> list[tuple[str, str]]:
    return [(str(each.id), f"{each.name}（{label(each.role)}）") for each in case.parties]


class OwedForm(Form):
    """Who owes whom; what both pages share."""

    debtor = SelectField(_l("Who owes"), validators=[InputRequired(MUST)])
    creditor = SelectField(_l("Who receives"), validators=[InputRequired(MUST)])
    amount = StringField(_l("Amount"), [Length(max=40)])
    currency = SelectField(_l("Currency"))
    manner = StringField(_l("Manner of performance"), [Length(max=200)])
    place = StringField(_l("Place of performance"), [Length(max=200)])
    money: Money | None = None

    def __init__(self, case: Case, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.debtor.choices = self.creditor.choices = party_choices(case)
        self.currency.choices = [(each.value, label(each)) for each in Currency]

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        self.money = read_amount(self.amount, self.currency)
        return fine and not self.amount.errors


class ObligationForm(OwedForm):
    kind = RadioField(_l("What is owed"), validators=[InputRequired(MUST)])
    what_zh = StringField(_l("Goods or act, in Chinese"), [Length(max=300)])
    what_vi = StringField(_l("Goods or act, in Vietnamese"), [Length(max=300)])
    due_on = DateParts(_l("Due on"), [Optional()])

    def __init__(self, case: Case, *args: Any, **kwargs: Any) -> None:
        super().__init__(case, *args, **kwargs)
        self.kind.choices = [(each.value, label(each)) for each in ObligationKind]

    def promise(self) -> Promise:
        return Promise(
            kind=ObligationKind(self.kind.data),
            debtor_id=int(self.debtor.data),
            creditor_id=int(self.creditor.data),
            what_zh=self.what_zh.data or "",
            what_vi=self.what_vi.data or "",
            amount=self.money,
            due_on=self.due_on.data,
            manner=self.manner.data or "",
            place=self.place.data or "",
        )


class PartForm(PlainForm):
    amount = StringField(_l("Amount"), [InputRequired(MUST), Length(max=40)])
    due_on = DateParts(_l("Due on"), [InputRequired(MUST)])


class PlanForm(OwedForm):
    """Two steps on one page: the register proposes equal parts, the officer may change them."""

    count = IntegerField(
        _l("Number of instalments"), [InputRequired(MUST), NumberRange(1, MAX_PARTS)]
    )
    first_due = DateParts(_l("First instalment due on"), [InputRequired(MUST)])
    every_months = IntegerField(
        _l("Months between instalments"), [InputRequired(MUST), NumberRange(1, 24)]
    )
    down_amount = StringField(_l("Down payment"), [Length(max=40)])
    down_on = DateParts(_l("Down payment due on"), [Optional()])
    parts = FieldList(FormField(PartForm), max_entries=MAX_PARTS + 1)
    down: Money | None = None
    plan: Sequence[Instalment] = ()

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        self.down = read_amount(self.down_amount, self.currency)
        if self.down is not None and self.down_on.data is None:
            self.down_on.errors = [*self.down_on.errors, MUST]
        if self.money is None and not self.amount.errors:
            self.amount.errors = [*self.amount.errors, MUST]
        fine = fine and not (self.amount.errors or self.down_amount.errors or self.down_on.errors)
        return fine and self._read_parts()

    def down_payment(self) -> Instalment | None:
        if self.down is None or self.down_on.data is None:
            return None
        return Instalment(self.down_on.data, self.down)

    def promise(self) -> Promise:
        return Promise(
            kind=ObligationKind.MONEY,
            debtor_id=int(self.debtor.data),
            creditor_id=int(self.creditor.data),
            amount=self.money,
            manner=self.manner.data or "",
            place=self.place.data or "",
        )

    def _read_parts(self) -> bool:
        """The instalments as they stand on the page."""
        plan: list[Instalment] = []
        for part in self.parts:
            amount = read_amount(part.form.amount, self.currency)
            if amount is not None:
                plan.append(Instalment(part.form.due_on.data, amount))
        self.plan = plan
        return len(plan) == len(self.parts)


def plan_rows(plan: tuple[Instalment, ...]) -> list[dict[str, Any]]:
    """A proposed plan as the page's rows."""
    return [{"amount": plain(part.amount), "due_on": part.due_on} for part in plan]


def without_parts(sent: ImmutableMultiDict[str, str]) -> ImmutableMultiDict[str, str]:
    """What was sent but the rows, so that a new proposal replaces them."""
    kept = [(name, value) for name, value in sent.items(multi=True) if name[:6] != "parts-"]
    return ImmutableMultiDict(kept)


def plain(amount: Money) -> str:
    """An amount as the reader writes it, in groups; yuan with both decimals, so that it is read
    again in one way only."""
    return figure(amount)


def obligation_values(obligation: Obligation) -> dict[str, Any]:
    names = ("what_zh", "what_vi", "due_on", "manner", "place")
    return {name: getattr(obligation, name) for name in names} | {
        "kind": obligation.kind.value,
        "debtor": str(obligation.debtor_id),
        "creditor": str(obligation.creditor_id),
        "amount": plain(obligation.amount) if obligation.amount else "",
        "currency": obligation.currency.value if obligation.currency else Currency.CNY.value,
    }
