"""What does every form share? CSRF, translated messages, cleaned text, the language button."""

from collections.abc import Iterable
from typing import Any

from flask_babel import Domain
from flask_wtf import FlaskForm
from wtforms import Field, FieldList, FormField

from app.kernel.errors import Refusal, RuleBroken
from app.kernel.text import clean
from app.web.labels import say
from app.web.locale import is_language_switch

_messages = Domain(domain="wtforms")


class _Translations:
    """WTForms' own messages from our catalogue `wtforms` (it ships no Vietnamese).

    They are asked of the catalogue itself: WTForms fills in the blanks, which Flask-Babel's
    `ngettext` would do before it, without knowing what belongs there.
    """

    def gettext(self, string: str) -> str:
        return str(_messages.get_translations().ugettext(string))

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return str(_messages.get_translations().ungettext(singular, plural, n))


def tidy(value: Any) -> Any:
    """Typed text in NFC, without control characters; other values as they are."""
    return clean(value) if isinstance(value, str) else value


class Form(FlaskForm):
    """The base of every form: text is cleaned, and the language button never saves."""

    class Meta:
        def get_translations(self, _form: Any) -> Any:
            return _Translations()

        def bind_field(self, form: Any, unbound: Any, options: Any) -> Field:
            if issubclass(unbound.field_class, (FieldList, FormField)):
                return unbound.bind(form=form, **options)  # its entries are fields of their own
            filters = [*unbound.kwargs.get("filters", ()), tidy]
            return unbound.bind(form=form, filters=filters, **options)

    def validate_on_submit(self, *args: Any, **kwargs: Any) -> bool:
        if is_language_switch():
            return False
        return bool(super().validate_on_submit(*args, **kwargs))

    def refuse(self, broken: RuleBroken | Iterable[Refusal]) -> None:
        """Put each refusal of a rule beside its field, or at the head of the form."""
        refusals = broken.refusals if isinstance(broken, RuleBroken) else tuple(broken)
        for refusal in refusals:
            field = self._fields.get(refusal.field or "")
            if field is None:
                self.form_errors.append(say(refusal))
            else:
                field.errors = [*field.errors, say(refusal)]
