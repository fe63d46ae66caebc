"""How does a paper hold what it says: one text in both languages, or a line to write on?"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from app.kernel.bilingual import Bilingual
from app.mediation.models import Party, StatementText

Language = Literal["zh", "vi"]


@dataclass(frozen=True)
class PaperText:
    """One text in both languages; `unconfirmed` names one that is an unconfirmed translation."""

    zh: str = ""
    vi: str = ""
    unconfirmed: Language | None = None


BLANK = PaperText()


@dataclass(frozen=True)
class PaperSigner:
    """Someone who signs; `note`: on whose behalf or how. Parties get room for a fingerprint."""

    name: PaperText
    role: PaperText
    note: PaperText = BLANK


def same(text: str | None) -> PaperText:
    """A name or number that reads alike on both sides."""
    return PaperText(text or "", text or "")


def pair(name: Bilingual | None) -> PaperText:
    """A name kept in two languages; where one is missing, the other stands for it."""
    return BLANK if name is None else PaperText(name.in_("zh"), name.in_("vi"))


def called(party: Party) -> PaperText:
    """What each side reads as the party's name."""
    return PaperText(party.name_han or party.name, party.name_latin or party.name)


def told(statement: StatementText | None) -> PaperText:
    """Somebody's words, and which of the two texts nobody has vouched for."""
    if statement is None:
        return BLANK
    translated = statement.translation and not statement.status.is_confirmed
    doubtful = cast(Language, statement.translation_language) if translated else None
    return PaperText(statement.text_in("zh"), statement.text_in("vi"), unconfirmed=doubtful)


def age_on(born_on: date, day: date) -> int:
    """In whole years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
