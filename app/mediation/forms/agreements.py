"""What is asked when an agreement is drafted, and its sheet comes back signed?"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileRequired, MultipleFileField
from wtforms import HiddenField, IntegerField, RadioField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from app.kernel.bilingual import Language
from app.mediation.kinds import AgreementForm, PrevailingText
from app.mediation.models import Agreement, Case
from app.mediation.rules.agreements import Wording
from app.mediation.rules.clauses import Effect
from app.mediation.services.agreements import AgreementDraft
from app.mediation.services.sheets import Upload
from app.web.fields import DateParts, Number
from app.web.forms import Form
from app.web.labels import label
from app.web.locale import current_language

MUST = _l("Fill this in.")


def language_choices() -> list[tuple[str, str]]:
    """The reader's own language first."""
    ordered = sorted(Language, key=lambda each: each.value != current_language())
    return [(each.value, label(each)) for each in ordered]


class DraftForm(Form):
    form = RadioField(_l("Form of the agreement"), validators=[InputRequired(MUST)])
    facts_zh = TextAreaField(_l("Facts and matters in dispute, in Chinese"), [Length(max=8000)])
    facts_vi = TextAreaField(_l("Facts and matters in dispute, in Vietnamese"), [Length(max=8000)])
    facts_language = RadioField(_l("Written first in"), validators=[InputRequired(MUST)])
    prevailing = RadioField(_l("Which text counts"), validators=[InputRequired(MUST)])
    copies = IntegerField(_l("Number of copies"), [InputRequired(MUST), NumberRange(1, 20)])
    place = StringField(_l("Place of signing"), [Length(max=200)])
    rate = Number(_l("Đồng for one yuan"), [Optional(), NumberRange(min=0.000001)], places=None)
    rate_on = DateParts(_l("Day of the rate"), [Optional()])
    rate_source = StringField(_l("Source of the rate"), [Length(max=200)])

    def __init__(self, *args: Any, said: Iterable[str] = (), **kwargs: Any) -> None:
        """`said`: what clauses say, and is not asked here."""
        super().__init__(*args, **kwargs)
        self.form.choices = [(each.value, label(each)) for each in AgreementForm]
        self.prevailing.choices = [(each.value, label(each)) for each in PrevailingText]
        for name in said:
            del self[name]
        self.facts_language.choices = language_choices()

    def draft(self) -> AgreementDraft:
        return AgreementDraft(
            form=AgreementForm(self.form.data),
            prevailing=PrevailingText(self.prevailing.data) if "prevailing" in self else None,
            copies=self.copies.data if "copies" in self else None,
            place=self.place.data or "",
            facts=Wording.typed(
                self.facts_zh.data or "",
                self.facts_vi.data or "",
                Language(self.facts_language.data),
            ),
            rate=self.rate.data,
            rate_on=self.rate_on.data,
            rate_source=self.rate_source.data or "",
        )


def said_by_clauses(agreement: Agreement) -> list[str]:
    """The questions that clauses of the agreement answer."""
    answers = {"prevailing": Effect.AUTHORITY, "copies": Effect.COPIES}
    return [name for name, effect in answers.items() if agreement.says(effect)]


def new_draft_values(case: Case, language: str) -> dict[str, Any]:
    """A draft starts from what the case already says."""
    said = case.facts
    return {
        "form": AgreementForm.WRITTEN.value,
        "prevailing": PrevailingText.BOTH.value,
        "copies": 3,
        "place": case.office.name.in_(language),
        "facts_zh": said.text_in("zh") if said else "",
        "facts_vi": said.text_in("vi") if said else "",
        "facts_language": said.language if said and said.language in ("zh", "vi") else language,
    }


def draft_values(agreement: Agreement) -> dict[str, Any]:
    said = agreement.facts
    names = ("copies", "place", "rate_on", "rate_source")
    return {name: getattr(agreement, name) for name in names} | {
        "form": agreement.form.value,
        "prevailing": agreement.prevailing.value,
        "rate": None if agreement.rate is None else _short(agreement.rate),
        "facts_zh": said.text_in("zh") if said else "",
        "facts_vi": said.text_in("vi") if said else "",
        "facts_language": said.language if said else Language.ZH.value,
    }


def _short(rate: Decimal) -> Decimal:
    """3600 and 3652.5, not 3600.000000, and never 3.6E+3."""
    return rate.quantize(Decimal(1)) if rate == rate.to_integral_value() else rate.normalize()


class TermForm(Form):
    text_zh = TextAreaField(_l("Clause in Chinese"), [Length(max=8000)])
    text_vi = TextAreaField(_l("Clause in Vietnamese"), [Length(max=8000)])
    language = RadioField(_l("Written first in"), validators=[InputRequired(MUST)])
    opened = HiddenField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language.choices = language_choices()

    def wording(self) -> Wording:
        zh, vi = self.text_zh.data or "", self.text_vi.data or ""
        return Wording.typed(zh, vi, Language(self.language.data))


class TermTranslationForm(Form):
    text = TextAreaField(_l("Translation"), [InputRequired(MUST), Length(max=8000)])


class SheetForm(Form):
    file = MultipleFileField(
        _l("Photo or scan of the signed sheet"), [FileRequired(_l("Choose a file."))]
    )
    title = StringField(_l("Title in the file"), [Length(max=160)])
    reason = StringField(_l("Why another sheet replaces it"), [Length(max=300)])

    def uploads(self) -> list[Upload]:
        """The files in the order in which they were chosen."""
        return [Upload(each.filename or "", each.read()) for each in self.file.data]
