"""What do people send about a party, their rights and consents?"""

from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from app.kernel.country import Country
from app.kernel.identity import DocumentKind, Sex
from app.mediation.forms.choices import chosen, coded, members
from app.mediation.kinds import ConsentPurpose, PartyKind, PartyRole, RepresentativeKind
from app.mediation.models import Party
from app.mediation.services.particulars import Sealing
from app.mediation.services.parties import PartyDetails
from app.reference.models import CodeList
from app.web.fields import DateParts
from app.web.forms import Form


class PartyForm(Form):
    """Sealed fields come empty: left empty they stay, the box beside them empties them."""

    role = RadioField(_l("Role"), validators=[InputRequired()])
    kind = RadioField(_l("Who it is"), validators=[InputRequired()])
    name = StringField(_l("Name as written on the document"), validators=[Length(max=160)])
    name_han = StringField(_l("Name in Chinese characters"), validators=[Length(max=80)])
    name_latin = StringField(_l("Name in Latin letters"), validators=[Length(max=120)])
    nationality = SelectField(_l("Nationality"))
    sex = RadioField(_l("Sex"), validators=[Optional()])
    birth_on = DateParts(_l("Date of birth"), validators=[Optional()])
    ethnic_group = SelectField(_l("Ethnic group"))
    occupation = StringField(_l("Occupation"), validators=[Length(max=120)])
    language = SelectField(_l("Language spoken"))
    needs_interpreter = BooleanField(_l("Needs an interpreter"))
    document_kind = SelectField(_l("Document seen"))
    document_number = StringField(_l("Document number"), validators=[Length(max=60)])
    document_number_emptied = BooleanField(_l("Remove the number kept"))
    document_issued_on = DateParts(_l("Issued on"), validators=[Optional()])
    document_expires_on = DateParts(_l("Valid until"), validators=[Optional()])
    phone_country = RadioField(_l("Country of the telephone"), validators=[Optional()])
    phone = StringField(_l("Telephone"), validators=[Length(max=40)])
    phone_emptied = BooleanField(_l("Remove the telephone kept"))
    address = TextAreaField(_l("Address"), validators=[Length(max=300)])
    address_emptied = BooleanField(_l("Remove the address kept"))
    representative_kind = SelectField(_l("Represented by"))
    representative_name = StringField(
        _l("Name of the representative"), validators=[Length(max=160)]
    )
    representative_note = StringField(
        _l("Scope of the power, or relation to the party"), validators=[Length(max=300)]
    )
    accept_doubts = BooleanField(_l("I looked at the document again; save it as it is"))

    def offer(self, party: Party | None, country: Country, today: date) -> None:
        unknown = _("Not filled in")
        kept = party or Party(nationality="", ethnic_group="", language="")
        self.role.choices, self.kind.choices = members(PartyRole), members(PartyKind)
        self.sex.choices = members(Sex)
        self.nationality.choices = coded(
            CodeList.NATIONALITY, today, blank=_("Choose"), kept=kept.nationality
        )
        self.ethnic_group.choices = coded(
            CodeList.ETHNIC_GROUP, today, blank=unknown, kept=kept.ethnic_group
        )
        self.language.choices = coded(
            CodeList.SPOKEN_LANGUAGE, today, blank=unknown, kept=kept.language
        )
        self.document_kind.choices = [("", unknown), *members(DocumentKind)]
        self.phone_country.choices = members((country, country.other))
        self.representative_kind.choices = [("", _("Nobody")), *members(RepresentativeKind)]

    def details(self) -> PartyDetails:
        return PartyDetails(
            role=PartyRole(self.role.data),
            kind=PartyKind(self.kind.data),
            name=self.name.data or "",
            name_han=self.name_han.data or "",
            name_latin=self.name_latin.data or "",
            nationality=self.nationality.data or "",
            sex=chosen(Sex, self.sex.data),
            birth_on=self.birth_on.data,
            ethnic_group=self.ethnic_group.data or "",
            occupation=self.occupation.data or "",
            language=self.language.data or "",
            needs_interpreter=bool(self.needs_interpreter.data),
            document_kind=chosen(DocumentKind, self.document_kind.data),
            document_issued_on=self.document_issued_on.data,
            document_expires_on=self.document_expires_on.data,
            representative_kind=chosen(RepresentativeKind, self.representative_kind.data),
            representative_name=self.representative_name.data or "",
            representative_note=self.representative_note.data or "",
        )

    def sealing(self) -> Sealing:
        return Sealing(
            document_number=self._sealed("document_number"),
            phone=self._sealed("phone"),
            phone_country=Country(self.phone_country.data or self.phone_country.choices[0][0]),
            address=self._sealed("address"),
        )

    def _sealed(self, name: str) -> str | None:
        typed = self[name].data or None
        return "" if typed is None and self[f"{name}_emptied"].data else typed


class RightsForm(Form):
    on = DateParts(_l("Told on"), validators=[InputRequired()])
    language = SelectField(_l("In which language"), validators=[InputRequired()])

    def offer(self, today: date) -> None:
        self.language.choices = coded(CodeList.SPOKEN_LANGUAGE, today, blank=_("Choose"))


class ConsentForm(RightsForm):
    purpose = RadioField(_l("Consents to"), validators=[InputRequired()])
    on = DateParts(_l("Consented on"), validators=[InputRequired()])

    def offer(self, today: date) -> None:
        super().offer(today)
        self.purpose.choices = members(ConsentPurpose)


class WithdrawalForm(Form):
    on = DateParts(_l("Withdrawn on"), validators=[InputRequired()])


class RevealForm(Form):
    reason = StringField(_l("Why you need to see it"), validators=[Length(max=300)])
