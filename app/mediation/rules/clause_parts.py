"""What is a clause of the library made of? Titles, two patterns, parameters, and what it does."""

from dataclasses import dataclass
from enum import StrEnum

from app.kernel.bilingual import Bilingual, Language


class ParameterKind(StrEnum):
    MONEY = "money"
    DATE = "date"
    PERSON = "person"
    GOODS = "goods"
    COUNT = "count"
    PLACE = "place"
    SCHEDULE = "schedule"
    SHARES = "shares"
    TEXT = "text"
    CHOICE = "choice"
    RATE = "rate"


class Effect(StrEnum):
    """What a clause does beside being text: something becomes owed, or the agreement itself
    learns which text counts and how many copies there are."""

    NONE = "none"
    MONEY = "money"
    GOODS = "goods"
    ACT = "act"
    AUTHORITY = "authority"
    COPIES = "copies"
    LANGUAGES = "languages"

    @property
    def owes(self) -> bool:
        return self in (Effect.MONEY, Effect.GOODS, Effect.ACT)

    @property
    def is_closing(self) -> bool:
        """About the paper itself: such a clause stands at the end, and only once."""
        return self in (Effect.AUTHORITY, Effect.COPIES, Effect.LANGUAGES)


class ClauseRefusal(StrEnum):
    TITLE_MISSING = "clause_title_missing"
    PATTERN_EMPTY = "clause_pattern_empty"
    PATTERN_BRACKETS = "clause_pattern_brackets"
    PATTERN_BRACES = "clause_pattern_braces"
    PATTERN_UNKNOWN = "clause_pattern_unknown"
    PATTERN_MISSING = "clause_pattern_missing"
    PATTERN_BARE = "clause_pattern_bare"
    PATTERN_NOTHING_OPTIONAL = "clause_pattern_nothing_optional"
    PARAMETER_TWICE = "clause_parameter_twice"
    PARAMETER_NAME = "clause_parameter_name"
    PARAMETER_LABEL = "clause_parameter_label"
    PARAMETER_CHOICES = "clause_parameter_choices"
    PARAMETER_KIND = "clause_parameter_kind"
    PARAMETER_BESIDE = "clause_parameter_beside"
    PARAMETER_WANTED = "clause_parameter_wanted"
    TOO_LONG = "clause_too_long"
    VALUE_MISSING = "clause_value_missing"
    LANGUAGES_MIXED = "clause_languages_mixed"
    COUNT_NOT_POSITIVE = "clause_count_not_positive"
    CHOICE_UNKNOWN = "clause_choice_unknown"
    SHARES_CURRENCY = "clause_shares_currency"
    SHARES_NOT_POSITIVE = "clause_shares_not_positive"
    SHARES_SUM_DIFFERS = "clause_shares_sum_differs"
    SHARES_TWICE = "clause_shares_twice"
    NOT_A_PARTY = "clause_not_a_party"
    SHARES_OUTSIDER = "clause_shares_outsider"
    DUE_AND_SCHEDULE = "clause_due_and_schedule"
    PRICE_NOT_REDUCED = "clause_price_not_reduced"
    PERIOD_BACKWARDS = "clause_period_backwards"
    PERIOD_TOO_LONG = "clause_period_too_long"
    KEY_TAKEN = "clause_key_taken"
    ALREADY_THERE = "clause_already_there"
    SAME_AGAIN = "clause_same_again"
    WITHDRAWN = "clause_withdrawn"
    OF_A_CLAUSE = "clause_obligation_of_a_clause"
    FROM_LIBRARY = "clause_from_library"
    NOT_FROM_LIBRARY = "clause_not_from_library"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a choice: its code, and the words that stand for it in each text."""

    code: str
    zh: str
    vi: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A gap in the clause. An optional one stands in square brackets of both patterns."""

    name: str
    kind: ParameterKind
    label_zh: str
    label_vi: str
    optional: bool = False
    choices: tuple[Choice, ...] = ()

    @property
    def label(self) -> Bilingual:
        return Bilingual(self.label_zh, self.label_vi)


@dataclass(frozen=True, slots=True)
class Version:
    """A clause as it stands at one time; `use` says in one line when to choose it."""

    title_zh: str
    title_vi: str
    pattern_zh: str
    pattern_vi: str
    parameters: tuple[Parameter, ...]
    effect: Effect = Effect.NONE
    use_zh: str = ""
    use_vi: str = ""

    @property
    def title(self) -> Bilingual:
        return Bilingual(self.title_zh, self.title_vi)

    @property
    def use(self) -> Bilingual:
        return Bilingual(self.use_zh, self.use_vi)

    def pattern(self, language: Language) -> str:
        return self.pattern_zh if language is Language.ZH else self.pattern_vi

    def parameter(self, name: str) -> Parameter | None:
        return next((each for each in self.parameters if each.name == name), None)

    def has(self, name: str) -> bool:
        return self.parameter(name) is not None
