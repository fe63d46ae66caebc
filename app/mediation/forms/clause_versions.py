"""What is asked of whoever writes a clause of the library: titles, use, patterns, parameters?"""

from enum import StrEnum
from typing import Any, TypeVar

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    FieldList,
    FormField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms import Form as PlainForm
from wtforms.validators import InputRequired, Length, Regexp

from app.mediation.forms.agreements import MUST
from app.mediation.forms.clause_proposals import reason_field
from app.mediation.forms.options import options
from app.mediation.rules.clauses import Choice, Effect, Parameter, ParameterKind, Version
from app.web.forms import Form

MOST_PARAMETERS = 20
MOST_PATTERN = 4000
"""A longer one is refused; while it is typed, it is shown so far."""
E = TypeVar("E", bound=StrEnum)
_KEY = r"^[a-z][a-z0-9_]{2,39}$"


class ParameterForm(PlainForm):
    class Meta:
        get_translations = Form.Meta.get_translations
        bind_field = Form.Meta.bind_field

    name = StringField(_l("Name in the pattern"), [Length(max=30)])
    kind = SelectField(_l("Kind"), default=ParameterKind.TEXT.value)
    label_zh = StringField(_l("Question in Chinese"), [Length(max=80)])
    label_vi = StringField(_l("Question in Vietnamese"), [Length(max=80)])
    optional = BooleanField(_l("May stay empty"))
    choices = TextAreaField(_l("Answers to choose from"), [Length(max=2000)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = options(ParameterKind)

    def parameter(self) -> Parameter | None:
        """None for a line left empty."""
        if not (self.name.data or self.label_zh.data or self.label_vi.data):
            return None
        return Parameter(
            name=self.name.data or "",
            kind=_known(ParameterKind, self.kind.data, ParameterKind.TEXT),
            label_zh=self.label_zh.data or "",
            label_vi=self.label_vi.data or "",
            optional=bool(self.optional.data),
            choices=_choices(self.choices.data or ""),
        )


class VersionForm(Form):
    title_zh = StringField(_l("Title in Chinese"), [Length(max=120)])
    title_vi = StringField(_l("Title in Vietnamese"), [Length(max=120)])
    use_zh = StringField(_l("When to use it, in Chinese"), [Length(max=300)])
    use_vi = StringField(_l("When to use it, in Vietnamese"), [Length(max=300)])
    effect = SelectField(_l("What becomes owed by it"))
    pattern_zh = TextAreaField(_l("Text in Chinese"), [Length(max=MOST_PATTERN)])
    pattern_vi = TextAreaField(_l("Text in Vietnamese"), [Length(max=MOST_PATTERN)])
    parameters = FieldList(FormField(ParameterForm), max_entries=MOST_PARAMETERS)
    reason = reason_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.effect.choices = options(Effect)

    def draft(self) -> Version:
        """What stands on the page, sound or not."""
        found = (line.form.parameter() for line in self.parameters)
        return Version(
            title_zh=self.title_zh.data or "",
            title_vi=self.title_vi.data or "",
            pattern_zh=(self.pattern_zh.data or "")[:MOST_PATTERN],
            pattern_vi=(self.pattern_vi.data or "")[:MOST_PATTERN],
            parameters=tuple(each for each in found if each is not None),
            effect=_known(Effect, self.effect.data, Effect.NONE),
            use_zh=self.use_zh.data or "",
            use_vi=self.use_vi.data or "",
        )

    def add_parameter(self) -> None:
        if len(self.parameters) < MOST_PARAMETERS:
            self.parameters.append_entry()

    def refuse(self, broken: Any) -> None:
        """What a rule says of the parameters as a whole stands over their list."""
        super().refuse(broken)
        self.parameters.errors = [each for each in self.parameters.errors if isinstance(each, str)]


class NewClauseForm(VersionForm):
    key = StringField(
        _l("Short name in the system"),
        [InputRequired(MUST), Regexp(_KEY, message=_l("Small letters a–z, digits and _ only."))],
    )


def version_values(version: Version) -> dict[str, Any]:
    """A version as the form shows it, with one empty line for another parameter."""
    names = ("title_zh", "title_vi", "use_zh", "use_vi", "pattern_zh", "pattern_vi")
    return {name: getattr(version, name) for name in names} | {
        "effect": version.effect.value,
        "parameters": [_line(each) for each in version.parameters],
    }


def _line(parameter: Parameter) -> dict[str, Any]:
    names = ("name", "label_zh", "label_vi", "optional")
    lines = (f"{each.code} | {each.zh} | {each.vi}" for each in parameter.choices)
    return {name: getattr(parameter, name) for name in names} | {
        "kind": parameter.kind.value,
        "choices": "\n".join(lines),
    }


def _known(kind: type[E], code: str | None, otherwise: E) -> E:
    """What was chosen; the field itself refuses what is no choice."""
    return next((each for each in kind if each.value == code), otherwise)


def _choices(text: str) -> tuple[Choice, ...]:
    """A line that has no three parts is an answer without its words, which the rules refuse."""
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        code, zh, vi = ([part.strip() for part in line.split("|")] + ["", ""])[:3]
        found.append(Choice(code, zh, vi))
    return tuple(found)
