"""What is asked of whoever translates the words typed into a clause? One answer per word."""

from collections.abc import Mapping

from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length

from app.mediation.forms.agreements import MUST
from app.mediation.forms.clauses import PREFIX
from app.web.forms import Form

_SUFFIX = "_words"


class WordsForm(Form):
    def words(self) -> dict[str, str]:
        """What was typed, by the name of the parameter."""
        fields = {name: field for name, field in self._fields.items() if name.endswith(_SUFFIX)}
        return {
            name.removeprefix(PREFIX).removesuffix(_SUFFIX): field.data or ""
            for name, field in fields.items()
        }


def words_form(lacking: Mapping[str, tuple[str, str]]) -> WordsForm:
    """A box for each: called as the parameter is, with the original words under it."""
    fields = {
        f"{PREFIX}{name}{_SUFFIX}": TextAreaField(
            called, [InputRequired(MUST), Length(max=600)], description=said
        )
        for name, (called, said) in lacking.items()
    }
    form: WordsForm = type("LackingWordsForm", (WordsForm,), fields)()
    return form
