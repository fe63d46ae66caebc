"""What does one say with a move? The day, and why, where to, by whose seal where it needs that."""

from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from app.mediation.forms.options import Options, options
from app.mediation.kinds import Route, TerminationKind
from app.mediation.states import NEEDS_REASON, NEEDS_ROUTE, CaseAction
from app.web.fields import DateParts
from app.web.forms import Form


class MoveForm(Form):
    """Fields that the action does not need are taken out by `for_action`."""

    committee = RadioField(
        _l("Which committee takes the case on?"),
        description=_l("It gives the case its number and seals the agreement."),
        validators=[Optional()],
    )
    termination = RadioField(_l("Why does the mediation end?"), validators=[Optional()])
    referred_to = StringField(
        _l("Which authority is it referred to?"),
        description=_l("The full name of the authority, as it stands on the letter."),
        validators=[InputRequired(_l("Enter the authority.")), Length(max=200)],
    )
    reason = TextAreaField(
        _l("Why?"),
        description=_l("The file shows this reason, and the parties may be told it."),
        validators=[InputRequired(_l("Say why.")), Length(max=2000)],
    )
    route_told = RadioField(
        _l("Which other lawful way were the parties told?"), validators=[Optional()]
    )
    on = DateParts(_l("On which day?"), validators=[InputRequired(_l("Enter the day."))])
    write_letter = BooleanField(_l("Also enter the transfer letter, to print and sign"))
    letter_no = StringField(
        _l("Number of the letter"),
        description=_l("From your office's own list of letters; it can be left empty."),
        validators=[Length(max=80)],
    )
    confirmed = BooleanField(_l("I have checked this; it cannot be undone."))

    @classmethod
    def for_action(
        cls, action: CaseAction, *, today: date, committees: Options, final: bool
    ) -> "MoveForm":
        """The form with the fields of this action; `final` asks for a tick."""
        form = cls(data={"on": today, "write_letter": True})
        kept = {"on", "csrf_token"}
        kept |= {"reason"} if action in NEEDS_REASON else set()
        kept |= {"route_told"} if action in NEEDS_ROUTE else set()
        kept |= {"confirmed"} if final else set()
        if action is CaseAction.ACCEPT and committees:
            kept.add("committee")
            form.committee.choices = committees
            if len(committees) == 1 and not form.committee.data:
                form.committee.data = committees[0][0]
        if action is CaseAction.REFER:
            kept |= {"referred_to", "write_letter", "letter_no"}
        if action is CaseAction.TERMINATE:
            kept.add("termination")
        form.route_told.choices = options(Route)
        form.termination.choices = options(TerminationKind)
        for name in set(form._fields) - kept:
            del form[name]
        return form

    def said(self, name: str) -> str:
        """What was typed or chosen in a field, empty where this action has no such field."""
        field = self._fields.get(name)
        return "" if field is None else (field.data or "")

    def validate_confirmed(self, field: BooleanField) -> None:
        """A step that cannot be undone is ticked first. Raises ValidationError."""
        if not field.data:
            raise ValidationError(_("Tick the box to go on."))
