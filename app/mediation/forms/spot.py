"""What is asked, on one page, of a dispute that was settled on the spot?"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from app.kernel.bilingual import Language
from app.kernel.country import Country
from app.kernel.money import Currency, Money
from app.mediation.forms.agreements import MUST, language_choices
from app.mediation.forms.amounts import read_amount
from app.mediation.kinds import AgreementForm, PartyRole
from app.mediation.models import Mediator
from app.mediation.rules.agreements import Wording
from app.mediation.services.intake import Side
from app.mediation.services.spot import SpotCase, SpotMoney
from app.reference import queries as reference
from app.reference.models import CodeList, Organisation
from app.web.fields import DateParts
from app.web.forms import Form
from app.web.labels import label

NO_MONEY, PAID, LATER = "none", "paid", "later"


class SpotForm(Form):
    office = SelectField(_l("Handling office"), validators=[InputRequired(MUST)])
    happened_on = DateParts(_l("Day it was settled"), [InputRequired(MUST)])
    applicant = StringField(_l("Name of the applicant"), [InputRequired(MUST), Length(max=160)])
    applicant_nationality = SelectField(_l("Nationality of the applicant"))
    respondent = StringField(_l("Name of the respondent"), [InputRequired(MUST), Length(max=160)])
    respondent_nationality = SelectField(_l("Nationality of the respondent"))
    cn_type = SelectField(_l("Type of dispute"))
    vn_scope = SelectField(_l("Scope of mediation"))
    border_subtype = SelectField(_l("Cross-border sub-type"))
    facts = TextAreaField(_l("What happened"), [InputRequired(MUST), Length(max=8000)])
    facts_language = RadioField(_l("Written in"), validators=[InputRequired(MUST)])
    term_zh = TextAreaField(_l("What was agreed, in Chinese"), [Length(max=8000)])
    term_vi = TextAreaField(_l("What was agreed, in Vietnamese"), [Length(max=8000)])
    term_language = RadioField(_l("Written first in"), validators=[InputRequired(MUST)])
    money = RadioField(_l("Money"), validators=[InputRequired(MUST)])
    amount = StringField(_l("Amount"), [Length(max=40)])
    currency = SelectField(_l("Currency"))
    payer = RadioField(_l("Who pays"), validators=[InputRequired(MUST)])
    due_on = DateParts(_l("To be paid by"), [Optional()])
    form = RadioField(_l("Form of the agreement"), validators=[InputRequired(MUST)])
    mediator = SelectField(_l("Mediator"), validators=[InputRequired(MUST)])
    place = StringField(_l("Place"), [Length(max=200)])
    sum: Money | None = None

    def __init__(
        self,
        country: Country,
        offices: Sequence[Organisation],
        mediators: Sequence[Mediator],
        locale: str,
        today: date,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.office.choices = [(str(each.id), each.name.in_(locale)) for each in offices]
        known = [(str(each.id), each.name) for each in mediators]
        self.mediator.choices = [("", _("Choose")), *known]
        self._codes(country, locale, today)
        self.facts_language.choices = self.term_language.choices = language_choices()
        self.form.choices = [(each.value, label(each)) for each in AgreementForm]
        self.currency.choices = [(each.value, label(each)) for each in Currency]
        self.payer.choices = [
            (each.value, label(each)) for each in (PartyRole.RESPONDENT, PartyRole.APPLICANT)
        ]
        self.money.choices = [
            (NO_MONEY, _l("No money is paid")),
            (PAID, _l("Paid at once")),
            (LATER, _l("To be paid later")),
        ]

    def _codes(self, country: Country, locale: str, today: date) -> None:
        def choices(kind: CodeList) -> list[tuple[str, str]]:
            return [("", _("Choose")), *reference.code_choices(kind, on=today, locale=locale)]

        nations = choices(CodeList.NATIONALITY)
        self.applicant_nationality.choices = self.respondent_nationality.choices = nations
        self.border_subtype.choices = choices(CodeList.DISPUTE_SUBTYPE)
        self.cn_type.choices = choices(CodeList.DISPUTE_TYPE)
        self.vn_scope.choices = choices(CodeList.VN_SCOPE)
        if country is Country.CN:
            del self.vn_scope
        else:
            del self.cn_type

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        self.sum = None
        if self.money.data != NO_MONEY:
            self.sum = read_amount(self.amount, self.currency)
            if self.sum is None and not self.amount.errors:
                self.amount.errors = [MUST]
            if self.money.data == LATER and self.due_on.data is None and not self.due_on.errors:
                self.due_on.errors = [MUST]
        for name in ("applicant_nationality", "respondent_nationality"):
            if not self[name].data:
                self[name].errors = [MUST]
        return fine and not self.errors

    def spot(self) -> SpotCase:
        term = Wording.typed(
            self.term_zh.data or "", self.term_vi.data or "", Language(self.term_language.data)
        )
        return SpotCase(
            office_id=int(self.office.data),
            happened_on=self.happened_on.data,
            applicant=Side(self.applicant.data, self.applicant_nationality.data),
            respondent=Side(self.respondent.data, self.respondent_nationality.data),
            cn_type=self._typed("cn_type"),
            vn_scope=self._typed("vn_scope"),
            border_subtype=self.border_subtype.data or "",
            facts=self.facts.data,
            language=self.facts_language.data,
            term=term,
            form=AgreementForm(self.form.data),
            mediator_id=int(self.mediator.data),
            money=self._money(),
            place=self.place.data or "",
        )

    def _typed(self, name: str) -> str:
        field = self._fields.get(name)
        return (field.data or "") if field is not None else ""

    def _money(self) -> SpotMoney | None:
        if self.sum is None:
            return None
        return SpotMoney(
            amount=self.sum,
            applicant_pays=self.payer.data == PartyRole.APPLICANT,
            paid_at_once=self.money.data == PAID,
            due_on=self.due_on.data,
        )
