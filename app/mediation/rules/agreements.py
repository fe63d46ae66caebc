"""May this draft still be changed, and may it be signed? All that stands in the way.

Sources: a mediation agreement records the parties' voluntary terms (People's Mediation Law;
Vietnam's Law 35/2013/QH13 art. 24 names its contents). Both texts, the rate where two
currencies are owed, and the order of the days are the register's own design.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.kernel.bilingual import Language
from app.kernel.errors import Refusal
from app.kernel.money import Currency
from app.mediation.kinds import ObligationKind


class AgreementRefusal(StrEnum):
    NOT_MEDIATING = "agreement_not_mediating"
    DRAFT_EXISTS = "agreement_draft_exists"
    FROZEN = "agreement_frozen"
    NOT_SIGNED = "agreement_not_signed"
    NO_TERM = "agreement_no_term"
    TERM_EMPTY = "agreement_term_empty"
    TERM_CHANGED = "agreement_term_changed"
    TEXT_MISSING = "agreement_text_missing"
    TEXT_THERE = "agreement_text_there"
    ONE_LANGUAGE = "agreement_one_language"
    RATE_MISSING = "agreement_rate_missing"
    RATE_INCOMPLETE = "agreement_rate_incomplete"
    RATE_NOT_POSITIVE = "agreement_rate_not_positive"
    NO_PRESIDING = "agreement_no_presiding"
    SIGNED_IN_FUTURE = "agreement_signed_in_future"
    EFFECTIVE_BEFORE_SIGNED = "agreement_effective_before_signed"
    SHEET_FILE = "agreement_sheet_file"
    SHEET_FILES = "agreement_sheet_files"
    SHEET_TOO_LARGE = "agreement_sheet_too_large"
    SHEET_REASON = "agreement_sheet_reason"


class ObligationRefusal(StrEnum):
    SAME_PARTY = "obligation_same_party"
    AMOUNT_MISSING = "obligation_amount_missing"
    AMOUNT_NOT_POSITIVE = "obligation_amount_not_positive"
    AMOUNT_NOT_EXPECTED = "obligation_amount_not_expected"
    WHAT_MISSING = "obligation_what_missing"
    HAS_PLAN = "obligation_has_plan"


R, Owing = AgreementRefusal, ObligationRefusal


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as typed, in one language or both; `language` is the one it was written in."""

    zh: str
    vi: str
    language: Language

    @classmethod
    def typed(cls, zh: str, vi: str, language: Language) -> "Wording":
        """Where only the other box was filled, that one is the original."""
        texts = {Language.ZH: zh, Language.VI: vi}
        alone = texts[language.other] and not texts[language]
        return cls(zh, vi, language.other if alone else language)

    @property
    def original(self) -> str:
        return self.zh if self.language is Language.ZH else self.vi

    @property
    def translation(self) -> str:
        return self.vi if self.language is Language.ZH else self.zh


@dataclass(frozen=True, slots=True)
class TermFacts:
    """Which texts a clause has, by language; a closing one is about the paper itself."""

    position: int
    has_zh: bool
    has_vi: bool
    is_closing: bool = False


@dataclass(frozen=True, slots=True)
class SigningFacts:
    """`both_texts`: each clause must stand in both languages (not so for an oral agreement, a
    domestic case, nor for what was settled on the spot and is entered afterwards)."""

    terms: tuple[TermFacts, ...]
    currencies: frozenset[Currency]
    has_rate: bool
    has_presiding: bool
    both_texts: bool = True
    says_two: bool = False  # a clause says that there are two texts


def signing_refusals(
    facts: SigningFacts, *, signed_on: date, effective_on: date, today: date
) -> tuple[Refusal, ...]:
    """Every reason why this agreement cannot be signed on that day."""
    found: list[Refusal] = []
    if all(term.is_closing for term in facts.terms):
        found.append(Refusal(R.NO_TERM))
    if facts.both_texts:
        found += _texts(facts.terms)
    elif facts.says_two and any(_texts(facts.terms)):
        found.append(Refusal(R.ONE_LANGUAGE))
    if len(facts.currencies) > 1 and not facts.has_rate:
        found.append(Refusal(R.RATE_MISSING))
    if not facts.has_presiding:
        found.append(Refusal(R.NO_PRESIDING))
    if signed_on > today:
        found.append(Refusal(R.SIGNED_IN_FUTURE, {"today": today}, field="signed_on"))
    if effective_on < signed_on:
        details = {"signed_on": signed_on}
        found.append(Refusal(R.EFFECTIVE_BEFORE_SIGNED, details, field="effective_on"))
    return tuple(found)


def rate_refusals(rate: Decimal | None, rate_on: date | None, source: str) -> tuple[Refusal, ...]:
    """A rate is three things or none: a number above zero, its day, and where it was read."""
    given = (rate is not None, rate_on is not None, bool(source.strip()))
    if any(given) and not all(given):
        return (Refusal(R.RATE_INCOMPLETE, field="rate"),)
    if rate is not None and rate <= 0:
        return (Refusal(R.RATE_NOT_POSITIVE, field="rate"),)
    return ()


def obligation_refusals(
    kind: ObligationKind, *, same_party: bool, amount_minor: int | None, has_what: bool
) -> tuple[Refusal, ...]:
    """Why this is not yet something owed: by one to another, so much money or such a thing."""
    found: list[Refusal] = []
    if same_party:
        found.append(Refusal(Owing.SAME_PARTY, field="creditor"))
    if kind is ObligationKind.MONEY:
        if amount_minor is None:
            found.append(Refusal(Owing.AMOUNT_MISSING, field="amount"))
        elif amount_minor <= 0:
            found.append(Refusal(Owing.AMOUNT_NOT_POSITIVE, field="amount"))
        return tuple(found)
    if amount_minor is not None:
        found.append(Refusal(Owing.AMOUNT_NOT_EXPECTED, field="amount"))
    if not has_what:
        found.append(Refusal(Owing.WHAT_MISSING, field="what_zh"))
    return tuple(found)


def _texts(terms: tuple[TermFacts, ...]) -> Iterator[Refusal]:
    for term in terms:
        for language, there in ((Language.ZH, term.has_zh), (Language.VI, term.has_vi)):
            if not there:
                yield Refusal(R.TEXT_MISSING, {"position": term.position, "language": language})
