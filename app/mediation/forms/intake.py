"""What do people send when a dispute comes in? Screening answers, then the essentials."""

from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field, RadioField, SelectField, StringField, SubmitField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from app.kernel.country import Country
from app.mediation.forms.choices import chosen, coded, members, written
from app.mediation.kinds import Channel
from app.mediation.rules.screening import ScreeningKey
from app.mediation.services.intake import Essentials, Side
from app.reference.models import CodeList, Organisation
from app.web.fields import DateParts
from app.web.forms import Form
from app.web.labels import label
from app.web.locale import current_language

YES_NO = [SelectChoice("yes", _l("Yes")), SelectChoice("no", _l("No"))]
MAX_FACTS = 20_000


def _question() -> RadioField:
    return RadioField(choices=YES_NO, validators=[InputRequired()])


class ScreeningForm(Form):
    """One radio a question, none chosen beforehand. The family question only in family cases."""

    border_event = _question()
    suspected_crime = _question()
    with_authority = _question()
    status = _question()
    ownership = _question()
    party_refuses = _question()
    harm_told_alone = _question()

    def ask(self, *, is_family: bool, already_asked_alone: bool = False) -> None:
        """What was told alone is never shown again: once asked, it may be left open."""
        for key in ScreeningKey:
            self[key.value].label.text = label(key)
        if not is_family:
            del self.harm_told_alone
        elif already_asked_alone:
            self.harm_told_alone.validators = [Optional()]

    def show(self, answers: dict[ScreeningKey, bool]) -> None:
        for key, answer in answers.items():
            if key is not ScreeningKey.HARM_TOLD_ALONE and key.value in self._fields:
                self[key.value].data = "yes" if answer else "no"

    def answers(self) -> dict[ScreeningKey, bool]:
        given = {key: self[key.value].data for key in ScreeningKey if key.value in self._fields}
        return {key: answer == "yes" for key, answer in given.items() if answer in ("yes", "no")}


MUSTS = {
    "applicant_name": _l("Enter the applicant's name."),
    "applicant_nationality": _l("Choose the applicant's nationality."),
    "respondent_name": _l("Enter the respondent's name."),
    "respondent_nationality": _l("Choose the respondent's nationality."),
    "facts": _l("Write down what happened, in a sentence or two."),
    "received_on": _l("Enter the day on which the office received it."),
}


class EssentialsForm(Form):
    """Few must fields; what is left empty stays on the list of what is missing."""

    office_id = SelectField(_l("Handling office"), validators=[InputRequired()])
    applicant_name = StringField(_l("Name of the applicant"), validators=[Length(max=160)])
    applicant_nationality = SelectField(_l("Nationality of the applicant"))
    respondent_name = StringField(_l("Name of the respondent"), validators=[Length(max=160)])
    respondent_nationality = SelectField(_l("Nationality of the respondent"))
    cn_type = SelectField(_l("Type of dispute"))
    vn_scope = SelectField(_l("Type of dispute"))
    border_subtype = SelectField(_l("What it is about across the border"))
    facts = TextAreaField(_l("What happened"), validators=[Length(max=MAX_FACTS)])
    language = SelectField(_l("Language these words are written in"))
    received_on = DateParts(_l("Day received"), validators=[Optional()])
    channel = RadioField(_l("How they came"), validators=[Optional()])
    save = SubmitField(_l("Keep as a draft"))

    def offer(self, offices: list[Organisation], country: Country, today: date) -> None:
        """Fill in what can be chosen; each side's register asks for its own heading."""
        blank = str(_l("Choose"))
        names = current_language()
        self.office_id.choices = [(str(each.id), each.name.in_(names)) for each in offices]
        for side in (self.applicant_nationality, self.respondent_nationality):
            side.choices = coded(CodeList.NATIONALITY, today, blank=blank)
        self.border_subtype.choices = coded(
            CodeList.DISPUTE_SUBTYPE, today, blank=str(_l("None of these"))
        )
        self.language.choices = written(today)
        self.channel.choices = members(Channel)
        if country is Country.CN:
            self.cn_type.choices = coded(CodeList.DISPUTE_TYPE, today, blank=blank)
            del self.vn_scope
        else:
            self.vn_scope.choices = coded(CodeList.VN_SCOPE, today, blank=blank)
            del self.cn_type

    @property
    def type_field(self) -> Field:
        return self._fields.get("cn_type") or self._fields["vn_scope"]

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """A draft may lack anything; what is registered has every must field."""
        valid = super().validate(*args, **kwargs)
        return valid if self.save.data else self._has_musts() and valid

    def _has_musts(self) -> bool:
        wanted = MUSTS | {self.type_field.name: _l("Choose the type of dispute.")}
        absent = [name for name in wanted if not self[name].data and not self[name].errors]
        for name in absent:
            self[name].errors = [str(wanted[name])]
        return not absent

    def essentials(self) -> Essentials:
        fields = self._fields
        return Essentials(
            office_id=int(self.office_id.data),
            received_on=self.received_on.data,
            channel=chosen(Channel, self.channel.data),
            applicant=Side(self.applicant_name.data or "", self.applicant_nationality.data or ""),
            respondent=Side(
                self.respondent_name.data or "", self.respondent_nationality.data or ""
            ),
            cn_type=fields["cn_type"].data if "cn_type" in fields else "",
            vn_scope=fields["vn_scope"].data if "vn_scope" in fields else "",
            border_subtype=self.border_subtype.data or "",
            facts=self.facts.data or "",
            language=self.language.data,
        )
