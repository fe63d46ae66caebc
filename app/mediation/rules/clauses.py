"""What does a clause of the library say in each language, and what may it be made of?

The public face of the clause rules: `clause_parts` (what a clause is), `clause_patterns` (the
grammar), `clause_values`, `clause_writing`, `clause_judging`, `clause_promises`.
"""

from app.kernel.bilingual import Bilingual, Language
from app.kernel.text import clean
from app.mediation.rules.clause_judging import filled, is_empty, languages_of, value_refusals
from app.mediation.rules.clause_parts import (
    Choice,
    ClauseRefusal,
    Effect,
    Parameter,
    ParameterKind,
    Version,
)
from app.mediation.rules.clause_patterns import (
    CONVERTED,
    Gap,
    Stretch,
    pattern_refusals,
    stretches_of,
)
from app.mediation.rules.clause_promises import Promised, past_days, promised
from app.mediation.rules.clause_terms import version_refusals
from app.mediation.rules.clause_values import (
    Goods,
    Person,
    Phrase,
    Rate,
    Share,
    Value,
    Values,
    canonical,
    lacking,
    phrases,
    restored,
    translated,
)
from app.mediation.rules.clause_writing import written

__all__ = [
    "Choice", "ClauseRefusal", "Effect", "Goods", "Parameter", "ParameterKind", "Person", "Phrase",
    "Promised", "Rate", "Share", "Value", "Values", "Version", "canonical", "filled", "is_empty",
    "lacking", "languages_of", "past_days", "pattern_refusals", "phrases", "preview", "promised",
    "render", "restored", "translated", "value_refusals", "version_refusals",
]  # fmt: skip


def render(version: Version, values: Values, language: Language) -> str:
    """The clause in one language; empty where a text of it is missing in that language."""
    if language not in languages_of(version, values):
        return ""
    return _joined(version, values, language, show_gaps=False)


def preview(version: Version, values: Values) -> Bilingual:
    """Both texts as far as the values go; what is still missing stands as 〔label〕."""
    return Bilingual(*(_joined(version, values, each, show_gaps=True) for each in Language))


def _joined(version: Version, values: Values, language: Language, *, show_gaps: bool) -> str:
    return clean("".join(
        _stretch(version, stretch, values, language, show_gaps)
        for stretch in stretches_of(version, language)
    ))  # fmt: skip


def _stretch(
    version: Version, stretch: Stretch, values: Values, language: Language, show_gaps: bool
) -> str:
    if stretch.optional and any(_falls_away(version, name, values) for name in stretch.gaps):
        return ""
    said = []
    for piece in stretch.pieces:
        text = written(version, piece.name, values, language) if isinstance(piece, Gap) else piece
        said.append(text or (_gap(version, piece, language) if show_gaps else ""))
    return "".join(said)


def _falls_away(version: Version, name: str, values: Values) -> bool:
    """A gap nobody filled, in either language."""
    parameter = version.parameter(name)
    if parameter is None:  # computed from the amount and the rate
        return not written(version, name, values, Language.ZH)
    return parameter.optional and is_empty(values.get(name))


def _gap(version: Version, piece: str | Gap, language: Language) -> str:
    if not isinstance(piece, Gap):
        return piece
    name = "amount" if piece.name == CONVERTED else piece.name
    parameter = version.parameter(name)
    return f"〔{parameter.label.in_(language)}〕" if parameter else ""
