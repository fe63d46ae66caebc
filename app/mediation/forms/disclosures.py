"""What is said when something is to cross the border: by who asks, who decides, who ends it?"""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from app.mediation.forms.choices import Choice
from app.mediation.rules.disclosures import Decision
from app.web.fields import DateParts
from app.web.forms import Form

APPROVE, REFUSE = "approve", "refuse"


class PurposeForm(Form):
    """For a letter: all else is in the letter itself."""

    purpose = TextAreaField(
        _l("What is it needed for?"),
        description=_l("The reviewer reads this beside the letter."),
        validators=[InputRequired(_l("Say what it is needed for.")), Length(max=500)],
    )


class JointViewForm(Form):
    case_mediator_id = SelectField(
        _l("Mediator of the other side"),
        coerce=int,
        validators=[InputRequired(_l("Choose the person."))],
    )
    account = StringField(
        _l("User name of this person"),
        description=_l(
            "As the other side gave it to you. This page never says whether such an account "
            "exists: a wrong name simply opens nothing."
        ),
        validators=[InputRequired(_l("Enter the user name.")), Length(max=64)],
    )
    until = DateParts(_l("Open until"), validators=[InputRequired(_l("Enter the day."))])
    purpose = TextAreaField(
        _l("What is it needed for?"),
        description=_l("The reviewer reads this with the request."),
        validators=[InputRequired(_l("Say what it is needed for.")), Length(max=500)],
    )

    def offer(self, people: list[Choice]) -> None:
        self.case_mediator_id.choices = [(int(key), name) for key, name in people]


class DecisionForm(Form):
    decision = RadioField(_l("Your decision"), validators=[InputRequired(_l("Choose one."))])
    instrument = StringField(
        _l("Instrument or instruction it rests on"), validators=[Optional(), Length(max=300)]
    )
    reason = TextAreaField(
        _l("Reason"),
        description=_l("A refusal always says why. The officer reads it."),
        validators=[Length(max=500)],
    )

    def offer(self) -> None:
        self.decision.choices = [(APPROVE, _("Approve")), (REFUSE, _("Refuse"))]

    def said(self) -> Decision:
        return Decision(
            approve=self.decision.data == APPROVE,
            reason=self.reason.data or "",
            instrument=self.instrument.data or "",
        )


class RevokeForm(Form):
    reason = TextAreaField(_l("Why?"), validators=[InputRequired(_l("Say why.")), Length(max=500)])
