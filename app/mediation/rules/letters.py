"""Where does a letter stand, and what must be true before it goes out?

A letter that takes a person's name across the border needs the consent of every party and a
reviewer's approval (the register's own design); one that names nobody needs neither.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.kernel.errors import Refusal
from app.kernel.han import HAN_RUN
from app.kernel.text import fold, query_words
from app.mediation.rules.attachments import FileRefusal
from app.mediation.rules.disclosures import DisclosureState


class LetterStage(StrEnum):
    DRAFT = "draft"
    WAITING = "waiting"
    APPROVED = "approved"
    SENT = "sent"
    ARRIVED = "arrived"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class LetterRefusal(StrEnum):
    NOT_A_DRAFT = "letter_not_a_draft"
    NOT_SENT = "letter_not_sent"
    IS_WITHDRAWN = "letter_is_withdrawn"
    ADDRESSEE_MISSING = "letter_addressee_missing"
    ADDRESSEE_NOT_THERE = "letter_addressee_not_there"
    ADDRESSEE_SIDE = "letter_addressee_side"
    SUBJECT_MISSING = "letter_subject_missing"
    TEXT_MISSING = "letter_text_missing"
    NAMES_SOMEBODY = "letter_names_somebody"
    NOT_APPROVED = "letter_not_approved"


R = LetterRefusal
OUT = frozenset({LetterStage.SENT, LetterStage.ARRIVED, LetterStage.ANSWERED})


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """`approval` is where the request for it stands, None where nothing was asked."""

    is_draft: bool
    has_arrived: bool = False
    is_answered: bool = False
    is_withdrawn: bool = False
    approval: DisclosureState | None = None


def stage_of(facts: LetterFacts) -> LetterStage:
    """Where a letter stands. One that came in has arrived; one that was logged has been sent."""
    if facts.is_withdrawn:
        return LetterStage.WITHDRAWN
    if not facts.is_draft:
        if facts.is_answered:
            return LetterStage.ANSWERED
        return LetterStage.ARRIVED if facts.has_arrived else LetterStage.SENT
    if facts.approval is DisclosureState.WAITING:
        return LetterStage.WAITING
    if facts.approval is DisclosureState.APPROVED:
        return LetterStage.APPROVED
    return LetterStage.DRAFT


@dataclass(frozen=True, slots=True)
class LetterText:
    """What a letter says, in both languages."""

    subject_zh: str
    subject_vi: str
    zh: str
    vi: str

    @property
    def all_of_it(self) -> str:
        return "\n".join((self.subject_zh, self.subject_vi, self.zh, self.vi))

    @property
    def is_whole(self) -> bool:
        return all(map(str.strip, (self.subject_zh, self.subject_vi, self.zh, self.vi)))


def text_refusals(text: LetterText) -> Iterator[Refusal]:
    """One language is enough to begin with; the other can follow from the interpreter."""
    if not (text.subject_zh.strip() or text.subject_vi.strip()):
        yield Refusal(R.SUBJECT_MISSING, field="subject_zh")
    if not (text.zh.strip() or text.vi.strip()):
        yield Refusal(R.TEXT_MISSING, field="text_zh")


def naming_refusals(
    text: LetterText, *, names: Iterable[str], names_people: bool, head: Iterable[str] = ()
) -> Iterator[Refusal]:
    """A letter that is said to name nobody must not name a person of the case, neither in its
    text nor in its `head`: to whom it goes, and its number."""
    named = () if names_people else names_in("\n".join((text.all_of_it, *head)), names)
    if named:
        facts = {"names": " · ".join(named)}
        yield Refusal(R.NAMES_SOMEBODY, facts, field="names_people")


def names_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Which of these names stand in a text, accents, case and spaces aside.

    A name of one syllable or character is no sign of a person: it stands in any text.
    """
    words = f" {' '.join(query_words(text))} "
    unspaced = "".join(text.split())
    return tuple(dict.fromkeys(name for name in names if _stands_in(name, words, unspaced)))


def _stands_in(name: str, words: str, unspaced: str) -> bool:
    """Han is looked for as it is written, letters as whole words."""
    if not name.isascii() and len(han := "".join(c for c in name if c >= "\u3400")) > 1:
        return han in unspaced
    wanted = query_words(name)
    return len(wanted) > 1 and f" {' '.join(wanted)} " in words


def is_named(typed: str, names: Iterable[str]) -> bool:
    """Whether what was typed as addressee names one of these bodies, accents, case, width and
    spaces aside; more may stand beside the name."""
    words = f" {' '.join(query_words(typed))} "
    unspaced = "".join(fold(typed).split())
    return any(_is_body(name, words, unspaced) for name in filter(None, names))


def _is_body(name: str, words: str, unspaced: str) -> bool:
    if HAN_RUN.search(name):
        return "".join(fold(name).split()) in unspaced
    return f" {' '.join(query_words(name))} " in words


def sending_refusals(
    facts: LetterFacts, text: LetterText, *, needs_approval: bool, sent_on: date, today: date
) -> tuple[Refusal, ...]:
    """Why it cannot go out; `facts.approval` counts only where it is needed."""
    found = [*draft_refusals(facts)]
    if not text.is_whole:
        found.append(Refusal(R.TEXT_MISSING))
    if needs_approval and facts.approval is not DisclosureState.APPROVED:
        found.append(Refusal(R.NOT_APPROVED))
    if sent_on > today:
        found.append(Refusal(FileRefusal.LETTER_IN_FUTURE, field="sent_on"))
    return tuple(found)


def draft_refusals(facts: LetterFacts) -> Iterator[Refusal]:
    """Only a draft may still be changed."""
    if facts.is_withdrawn:
        yield Refusal(R.IS_WITHDRAWN)
    elif not facts.is_draft:
        yield Refusal(R.NOT_A_DRAFT)


def later_refusals(
    facts: LetterFacts, on: date, *, letter_on: date, today: date, field: str
) -> tuple[Refusal, ...]:
    """Why it cannot have arrived or been answered on that day."""
    found = []
    if facts.is_withdrawn:
        found.append(Refusal(R.IS_WITHDRAWN))
    elif facts.is_draft:
        found.append(Refusal(R.NOT_SENT))
    if on > today:
        found.append(Refusal(FileRefusal.LETTER_IN_FUTURE, field=field))
    if on < letter_on:
        answered = field == "answered_on"
        early = FileRefusal.ANSWERED_BEFORE_LETTER if answered else (
            FileRefusal.RECEIVED_BEFORE_LETTER
        )  # fmt: skip
        found.append(Refusal(early, field=field))
    return tuple(found)


def withdrawal_refusals(facts: LetterFacts, reason: str) -> tuple[Refusal, ...]:
    """Nothing is deleted: a letter entered or sent wrongly is withdrawn with a reason."""
    found = [Refusal(R.IS_WITHDRAWN)] if facts.is_withdrawn else []
    if not reason.strip():
        found.append(Refusal(FileRefusal.REASON_MISSING, field="reason"))
    return tuple(found)
