"""By what is the list of cases narrowed? Filters that stand in the address."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField, StringField

from app.kernel.country import Country
from app.mediation.forms.choices import Choice, chosen, coded, members, numbered
from app.mediation.queries.cases import CaseFilters
from app.mediation.states import CaseState
from app.reference.models import CodeList
from app.web.fields import DateParts
from app.web.forms import Form


class CaseListForm(Form):
    """Sent by GET: what cannot be understood narrows nothing."""

    class Meta(Form.Meta):
        csrf = False

    q = StringField(_l("Name or number"))
    state = SelectField(_l("State"))
    type = SelectField(_l("Type of dispute"))
    office_id = SelectField(_l("Handling office"))
    received_from = DateParts(_l("Received from"))
    received_to = DateParts(_l("Received until"))
    overdue = BooleanField(_l("A deadline has passed"))
    untouched = BooleanField(_l("Nobody has touched it for a month"))
    to_confirm = BooleanField(_l("A translation waits for confirmation"))

    def offer(self, country: Country, offices: list[Choice], today: date) -> None:
        every = _("All")
        self.state.choices = [("", every), *members(CaseState)]
        kind = CodeList.DISPUTE_TYPE if country is Country.CN else CodeList.VN_SCOPE
        self.type.choices = [("", every), *coded(kind, today)]
        self.office_id.choices = [("", every), *offices]

    def filters(self, country: Country) -> CaseFilters:
        kind = "cn_type" if country is Country.CN else "vn_scope"
        return CaseFilters(
            q=(self.q.data or "")[:200],
            state=chosen(CaseState, self._known("state")),
            office_id=numbered(self._known("office_id")),
            received_from=self.received_from.data,
            received_to=self.received_to.data,
            overdue=bool(self.overdue.data),
            untouched=bool(self.untouched.data),
            to_confirm=bool(self.to_confirm.data),
            **{kind: self._known("type") or ""},
        )

    def _known(self, name: str) -> Any:
        """The choice, where it is one of those offered."""
        field = self[name]
        return field.data if field.data in dict(field.choices) else None
