"""What do people send when they correct a group of a case?"""

from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from app.kernel.money import AmountAmbiguous, Currency, Money
from app.mediation.forms.choices import Choice, chosen, coded, members, written
from app.mediation.forms.intake import MAX_FACTS
from app.mediation.kinds import Basis, Channel
from app.mediation.models import Case
from app.reference.models import CodeList
from app.web.fields import DateParts
from app.web.forms import Form


class BasisForm(Form):
    basis = RadioField(_l("On what basis"), validators=[Optional()])
    memorandum_id = SelectField(_l("Memorandum"), validators=[Optional()])
    instrument = StringField(
        _l("Name of the instrument or instruction"), validators=[Length(max=300)]
    )
    committee_id = SelectField(_l("Committee that seals the agreement"), validators=[Optional()])
    former_no = StringField(_l("Number before this register"), validators=[Length(max=80)])

    def offer(self, memoranda: list[Choice], committees: list[Choice]) -> None:
        self.basis.choices = members(Basis)
        self.memorandum_id.choices = [("", _("Choose")), *memoranda]
        self.committee_id.choices = [("", _("Choose")), *committees]


class PlaceForm(Form):
    cn_division_id = SelectField(_l("Place on the Chinese side"), validators=[Optional()])
    vn_division_id = SelectField(_l("Place on the Vietnamese side"), validators=[Optional()])
    place = StringField(_l("Place in words"), validators=[Length(max=300)])
    boundary_marker = StringField(_l("Nearest boundary marker"), validators=[Length(max=40)])

    def offer(self, cn: list[Choice], vn: list[Choice]) -> None:
        self.cn_division_id.choices = [("", _("Choose")), *cn]
        self.vn_division_id.choices = [("", _("Choose")), *vn]


class DisputeForm(Form):
    cn_type = SelectField(_l("Type in the Chinese return"))
    border_subtype = SelectField(_l("What it is about across the border"))
    vn_scope = SelectField(_l("Heading in the Vietnamese register"))
    facts = TextAreaField(_l("What happened"), validators=[Length(max=MAX_FACTS)])
    facts_language = SelectField(_l("Language these words are written in"))
    requests = TextAreaField(_l("What is asked for"), validators=[Length(max=MAX_FACTS)])
    requests_language = SelectField(_l("Language the request is written in"))
    amount = StringField(_l("Amount claimed"), validators=[Length(max=40)])
    currency = SelectField(_l("Currency"))

    def offer(self, case: Case, on: date) -> None:
        blank = _("Choose")
        self.cn_type.choices = coded(CodeList.DISPUTE_TYPE, on, blank=blank, kept=case.cn_type)
        self.border_subtype.choices = coded(
            CodeList.DISPUTE_SUBTYPE, on, blank=_("None of these"), kept=case.border_subtype
        )
        self.vn_scope.choices = coded(CodeList.VN_SCOPE, on, blank=blank, kept=case.vn_scope)
        self.facts_language.choices = self.requests_language.choices = written(on)
        self.currency.choices = members(Currency)

    def validate_amount(self, field: StringField) -> None:
        try:
            self.claimed()
        except AmountAmbiguous:
            raise ValidationError(
                _("This can be read in two ways. Write it without separators, for example 1200.")
            ) from None
        except ValueError:
            raise ValidationError(_("Enter the amount in figures, for example 1200.50.")) from None

    def claimed(self) -> Money | None:
        """Raises ValueError where the text is no amount."""
        currency = chosen(Currency, self.currency.data)
        if not self.amount.data or currency is None:
            return None
        return Money.parse(self.amount.data, currency)


class SourceForm(Form):
    source = SelectField(_l("Source"))
    channel = RadioField(_l("How they came"), validators=[Optional()])
    received_on = DateParts(_l("Day received"), validators=[InputRequired()])
    referred_by = StringField(_l("Passed on or asked for by"), validators=[Length(max=200)])
    referral_letter_no = StringField(_l("Number of their letter"), validators=[Length(max=80)])

    def offer(self, case: Case, on: date) -> None:
        self.source.choices = coded(CodeList.CASE_SOURCE, on, blank=_("Choose"), kept=case.source)
        self.channel.choices = members(Channel)
