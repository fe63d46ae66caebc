"""Is this a dispute for mediation at all, and if not, whose is it?

Sources: the border management agreement signed on 18 November 2009 (listed events go to the
border representatives or the competent bodies); the exclusions of people's mediation
(matters for a special body, matters a court, the police or an agency already has); the Supreme
People's Court's 2011 rules on confirmation (status, adoption, marriage). Questions are data.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class ScreeningKey(StrEnum):
    BORDER_EVENT = "border_event"
    SUSPECTED_CRIME = "suspected_crime"
    WITH_AUTHORITY = "with_authority"
    STATUS = "status"
    OWNERSHIP = "ownership"
    PARTY_REFUSES = "party_refuses"
    HARM_TOLD_ALONE = "harm_told_alone"


class RefersTo(StrEnum):
    BORDER_REPRESENTATIVES = "border_representatives"
    POLICE = "police"
    COURT_OR_AGENCY = "court_or_agency"
    COMPETENT_AUTHORITY = "competent_authority"
    PARTY_REFUSES = "party_refuses"


@dataclass(frozen=True, slots=True)
class ScreeningQuestion:
    """A *yes* is a hit. `blocking`: the case cannot be accepted while the answer stands."""

    key: ScreeningKey
    refers_to: RefersTo
    family_only: bool = False
    blocking: bool = True
    excludes_court_step: bool = False
    printed: bool = True

    @property
    def offers_letter(self) -> bool:
        """There is an authority to write to; a refusal by a party leads to no desk."""
        return self.refers_to is not RefersTo.PARTY_REFUSES


QUESTIONS: tuple[ScreeningQuestion, ...] = (
    # Livestock or cutting across the line may come back to the office: offered, not blocking.
    ScreeningQuestion(ScreeningKey.BORDER_EVENT, RefersTo.BORDER_REPRESENTATIVES, blocking=False),
    ScreeningQuestion(ScreeningKey.SUSPECTED_CRIME, RefersTo.POLICE),
    # Already with a court or agency that has not itself sent the parties here.
    ScreeningQuestion(ScreeningKey.WITH_AUTHORITY, RefersTo.COURT_OR_AGENCY),
    ScreeningQuestion(ScreeningKey.STATUS, RefersTo.COMPETENT_AUTHORITY, excludes_court_step=True),
    ScreeningQuestion(
        ScreeningKey.OWNERSHIP, RefersTo.COMPETENT_AUTHORITY, excludes_court_step=True
    ),
    ScreeningQuestion(ScreeningKey.PARTY_REFUSES, RefersTo.PARTY_REFUSES),
    # Asked of each party alone. Not blocking: the answer must never show through a refusal.
    ScreeningQuestion(
        ScreeningKey.HARM_TOLD_ALONE,
        RefersTo.POLICE,
        family_only=True,
        blocking=False,
        printed=False,
    ),
)

Answers = Mapping[ScreeningKey, bool]
"""Recorded answers; a key that is absent has not been asked yet."""


@dataclass(frozen=True, slots=True)
class FamilyPrompt:
    """Speak to each party alone about violence and trafficking; `hotlines` is a *setting*."""

    question: ScreeningQuestion
    hotlines: tuple[str, ...]


def questions(*, is_family: bool) -> tuple[ScreeningQuestion, ...]:
    return tuple(question for question in QUESTIONS if is_family or not question.family_only)


def unanswered(answers: Answers, *, is_family: bool) -> tuple[ScreeningQuestion, ...]:
    return tuple(q for q in questions(is_family=is_family) if q.key not in answers)


def family_prompt(*, is_family: bool, hotlines: tuple[str, ...]) -> FamilyPrompt | None:
    """The prompt of a family case, with the numbers to call; None in any other case."""
    asked = [question for question in questions(is_family=is_family) if question.family_only]
    return FamilyPrompt(asked[0], hotlines) if asked else None


def hits(answers: Answers) -> tuple[ScreeningQuestion, ...]:
    return tuple(question for question in QUESTIONS if answers.get(question.key, False))


def blocking_hits(answers: Answers) -> tuple[ScreeningQuestion, ...]:
    return tuple(question for question in hits(answers) if question.blocking)


def printable(answers: Answers) -> dict[ScreeningKey, bool]:
    """The answers a paper, a timeline or an export may show."""
    return {q.key: answers[q.key] for q in QUESTIONS if q.printed and q.key in answers}


def court_step_excluded(answers: Answers) -> bool:
    """The law keeps the matter from judicial confirmation or recognition."""
    return any(question.excludes_court_step for question in hits(answers))
