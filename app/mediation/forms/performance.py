"""What is asked of a receipt, a default, a follow-up visit?"""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import HiddenField, RadioField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from app.kernel.money import Money
from app.mediation.forms.agreements import MUST
from app.mediation.forms.amounts import read_amount
from app.mediation.forms.obligations import plain
from app.mediation.kinds import Satisfaction
from app.mediation.models import Obligation
from app.mediation.services.follow_ups import Visit
from app.web.fields import DateParts
from app.web.forms import Form
from app.web.labels import label


class ReceiptForm(Form):
    """For money the amount is asked, in the currency owed; goods and acts are done on a day."""

    amount = StringField(_l("Amount received"), [Length(max=40)])
    currency = HiddenField()
    received_on = DateParts(_l("Day of receipt"), [InputRequired(MUST)])
    note = StringField(_l("Note"), [Length(max=300)])
    file = FileField(_l("Photo or scan of the receipt"))
    money: Money | None = None

    def __init__(
        self, obligation: Obligation, left: Money | None, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.owes_money = obligation.currency is not None
        if obligation.currency is None:
            self.received_on.label.text = _l("Done on")
            return
        self.currency.data = obligation.currency.value
        if not self.is_submitted() and left is not None:
            self.amount.data = plain(left)

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        if self.owes_money:
            self.money = read_amount(self.amount, self.currency)
        return fine and not self.amount.errors


class WithdrawForm(Form):
    reason = StringField(
        _l("Why is the receipt withdrawn?"), [InputRequired(MUST), Length(max=300)]
    )


class DefaultForm(Form):
    on = DateParts(_l("Day of this finding"), [InputRequired(MUST)])
    reason = TextAreaField(
        _l("What was not performed, and what the debtor says"),
        [InputRequired(MUST), Length(max=2000)],
    )


class FollowUpForm(Form):
    visited_on = DateParts(_l("Day of the visit"), [InputRequired(MUST)])
    visitor = StringField(_l("Follow-up visitor"), [InputRequired(MUST), Length(max=160)])
    performance = TextAreaField(
        _l("How the agreement is performed"), [InputRequired(MUST), Length(max=4000)]
    )
    satisfaction = RadioField(_l("The parties are"), choices=())
    later_court_case = StringField(_l("Later court case"), [Length(max=300)])
    new_risk = StringField(_l("New risk"), [Length(max=300)])
    measures = TextAreaField(_l("Measures taken"), [Length(max=4000)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = [(each.value, label(each)) for each in Satisfaction]
        self.satisfaction.choices = [*asked, ("", _l("Not asked"))]

    def visit(self) -> Visit:
        said = self.satisfaction.data
        return Visit(
            visited_on=self.visited_on.data,
            visitor=self.visitor.data or "",
            performance=self.performance.data or "",
            satisfaction=Satisfaction(said) if said else None,
            later_court_case=self.later_court_case.data or "",
            new_risk=self.new_risk.data or "",
            measures=self.measures.data or "",
        )
