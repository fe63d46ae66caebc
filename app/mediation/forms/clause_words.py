"""What is asked of whoever translates the words typed into a clause? One answer per word."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length

from app.mediation.forms.agreements import MUST
from app.mediation.forms.clauses import PREFIX
from app.web.forms import Form


class WordsForm(Form):
    asked: ClassVar[Mapping[str, str]] = {}  # the parameter behind each box, in their order

    def words(self) -> dict[str, list[str]]:
        """What was typed, by the name of the parameter."""
        typed: dict[str, list[str]] = {}
        for box, parameter in self.asked.items():
            typed.setdefault(parameter, []).append(self[box].data or "")
        return typed


def words_form(lacking: Mapping[str, tuple[str, Sequence[str]]]) -> WordsForm:
    """A box for each: called as the parameter is, with the original words under it."""
    fields, asked = {}, {}
    for parameter, (called, originals) in lacking.items():
        for number, said in enumerate(originals):
            box = f"{PREFIX}{parameter}_words{number or ''}"
            checks = [InputRequired(MUST), Length(max=600)]
            fields[box] = TextAreaField(called, checks, description=said)
            asked[box] = parameter
    form: WordsForm = type("LackingWordsForm", (WordsForm,), {**fields, "asked": asked})()
    return form
