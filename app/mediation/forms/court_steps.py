"""What is asked when the parties went to a court, and when the court answered?"""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, Length, Optional

from app.mediation.forms.agreements import MUST
from app.mediation.kinds import CourtResult, PartyRole
from app.mediation.models import CourtStep
from app.mediation.rules import court_step as rules
from app.mediation.services.court_steps import Filing
from app.web.fields import DateParts
from app.web.forms import Form
from app.web.labels import label

SIDES = (PartyRole.APPLICANT, PartyRole.RESPONDENT)


class FilingForm(Form):
    court = StringField(_l("Court"), [InputRequired(MUST), Length(max=200)])
    filed_on = DateParts(_l("Request filed on"), [InputRequired(MUST)])
    asking = SelectMultipleField(_l("Who asks the court"))
    number = StringField(_l("Number given by the court"), [Length(max=80)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asking.choices = [(each.value, label(each)) for each in SIDES]

    def filing(self, step: rules.CourtStep) -> Filing:
        asking = self.asking.data or []
        return Filing(
            step=step,
            court=self.court.data or "",
            filed_on=self.filed_on.data,
            number=self.number.data or "",
            applicant_asks=PartyRole.APPLICANT.value in asking,
            respondent_asks=PartyRole.RESPONDENT.value in asking,
        )


class ResultForm(Form):
    result = RadioField(_l("Result"), validators=[InputRequired(MUST)])
    decided_on = DateParts(_l("Decided on"), [Optional()])
    number = StringField(_l("Number given by the court"), [Length(max=80)])
    note = StringField(_l("Note"), [Length(max=300)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.result.choices = [(each.value, label(each)) for each in CourtResult]


def result_values(step: CourtStep) -> dict[str, Any]:
    return {
        "result": step.result.value,
        "decided_on": step.decided_on,
        "number": step.number,
        "note": step.note,
    }
