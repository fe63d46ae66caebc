"""What is said when the clause library is to change: why, and yes or no?"""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, Length

from app.mediation.rules.clause_proposals import Word
from app.web.forms import Form

APPROVE, REFUSE = "approve", "refuse"


def reason_field() -> TextAreaField:
    return TextAreaField(
        _l("Why should it change?"),
        description=_l("The second person reads this beside the change."),
        validators=[Length(max=500)],
    )


class ReasonForm(Form):
    reason = reason_field()


class WordForm(Form):
    decision = RadioField(_l("Your decision"), validators=[InputRequired(_l("Choose one."))])
    reason = TextAreaField(
        _l("Reason"),
        description=_l("A refusal always says why. Who proposed it reads it."),
        validators=[Length(max=500)],
    )

    def offer(self) -> None:
        self.decision.choices = [(APPROVE, _("Put it in force")), (REFUSE, _("Refuse"))]

    def said(self) -> Word:
        return Word(self.decision.data == APPROVE, self.reason.data or "")
