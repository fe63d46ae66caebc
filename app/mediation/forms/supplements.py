"""What is asked when the parties change what they signed? What is replaced, and why."""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectMultipleField, TextAreaField
from wtforms.validators import InputRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from app.kernel.bilingual import Language
from app.mediation.forms.agreements import MUST, language_choices
from app.mediation.models import Obligation
from app.mediation.queries.agreements import Standing
from app.mediation.rules.agreements import Wording
from app.web.filters import day, money
from app.web.forms import Form
from app.web.locale import current_language


class ReplacesForm(Form):
    replaces = SelectMultipleField(
        _l("What does the new agreement take the place of?"),
        coerce=int,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )

    def offer(self, rows: Iterable[Standing]) -> None:
        """What is still to be done, each with what is left of it."""
        self.replaces.choices = [(row.obligation.id, _said(row)) for row in rows]


class SupplementForm(ReplacesForm):
    facts_zh = TextAreaField(_l("Why it is changed, in Chinese"), [Length(max=4000)])
    facts_vi = TextAreaField(_l("Why it is changed, in Vietnamese"), [Length(max=4000)])
    facts_language = RadioField(_l("Written first in"), validators=[InputRequired(MUST)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.facts_language.choices = language_choices()

    def facts(self) -> Wording:
        zh, vi = self.facts_zh.data or "", self.facts_vi.data or ""
        return Wording.typed(zh, vi, Language(self.facts_language.data))


def _said(row: Standing) -> str:
    """`韦大山 → 阮文雄 · 6,000.00 yuan left · due 1 December`."""
    owed = row.obligation
    left = _("%(amount)s left", amount=money(row.left)) if row.left else _what(owed)
    due = _("due on %(day)s", day=day(owed.due_on)) if owed.due_on else _("no day agreed")
    return " · ".join((f"{owed.debtor.name} → {owed.creditor.name}", left, due))


def _what(owed: Obligation) -> str:
    texts = {"zh": owed.what_zh or owed.what_vi, "vi": owed.what_vi or owed.what_zh}
    return texts[current_language()]
