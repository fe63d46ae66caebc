"""What is asked when a deadline is moved or put away?"""

from collections.abc import Iterable
from datetime import date

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length

from app.mediation.models import Party
from app.web.fields import DateParts
from app.web.forms import Form

MUST = _l("Fill this in.")
WHY = _l("Say why more time is needed.")


class ExtendForm(Form):
    """Followed by one date per party whose consent is needed (`extend_form`)."""

    new_due_on = DateParts(_l("New last day"), [InputRequired(MUST)])
    reason = TextAreaField(_l("Why is more time needed?"), [InputRequired(WHY), Length(max=300)])

    def consents(self) -> dict[int, date | None]:
        """The day each party agreed, by the party's id."""
        return {
            int(name.removeprefix("consent_")): field.data
            for name, field in self._fields.items()
            if name.startswith("consent_")
        }


def extend_form(parties: Iterable[Party], suggested: date | None) -> ExtendForm:
    fields = {
        f"consent_{party.id}": DateParts(
            _l("%(party)s agreed on", party=party.name),
            [InputRequired(_l("Enter the day on which %(party)s agreed.", party=party.name))],
        )
        for party in parties
    }
    return type("ExtendFormOfCase", (ExtendForm,), fields)(data={"new_due_on": suggested})  # type: ignore[no-any-return]


class ClearForm(Form):
    reason = TextAreaField(
        _l("Why does this deadline no longer apply?"), [InputRequired(MUST), Length(max=300)]
    )
