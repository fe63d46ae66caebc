"""How does a text exist in the two languages, and how far can its translation be trusted?"""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    ZH = "zh"
    VI = "vi"

    @classmethod
    def of(cls, locale: str) -> "Language":
        """The language of a locale such as `zh_Hans_CN`; ValueError for any third one."""
        return cls(locale.replace("-", "_").partition("_")[0].lower())

    @property
    def other(self) -> "Language":
        return Language.VI if self is Language.ZH else Language.ZH


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A name or text kept in both languages; either may still be missing."""

    zh: str | None = None
    vi: str | None = None

    def in_(self, locale: str) -> str:
        """The text for a reader of `locale`, or the other language's if there is none."""
        return self._get(self.language_in(locale))

    def language_in(self, locale: str) -> Language:
        """The language `in_` really answers in, for the page's `lang` mark."""
        wanted = Language.of(locale)
        return wanted if self._get(wanted) or not self._get(wanted.other) else wanted.other

    @property
    def has_both(self) -> bool:
        return bool(self.zh and self.vi)

    def _get(self, language: Language) -> str:
        return (self.zh if language is Language.ZH else self.vi) or ""


class TranslationStatus(StrEnum):
    """Who has vouched for a translation; `LIBRARY`: both texts come from the same data."""

    NONE = "none"
    UNCONFIRMED = "unconfirmed"
    LIBRARY = "library"
    SECOND_PERSON = "second_person"
    READ_BACK = "read_back"
    OTHER_SIDE_MEDIATOR = "other_side_mediator"

    @property
    def is_confirmed(self) -> bool:
        return self not in (TranslationStatus.NONE, TranslationStatus.UNCONFIRMED)

    @property
    def is_vouched(self) -> bool:
        """Somebody says so: the ways in which a person can confirm."""
        return self.is_confirmed and self is not TranslationStatus.LIBRARY


@dataclass(frozen=True, slots=True)
class Statement:
    """What a person said, in their language, beside its translation; never overwritten by it."""

    original: str
    language: Language
    translation: str = ""
    status: TranslationStatus = TranslationStatus.NONE

    @property
    def is_confirmed(self) -> bool:
        """Whether there is a translation that somebody vouched for."""
        return bool(self.translation) and self.status.is_confirmed

    def in_(self, locale: str) -> str:
        """What a reader of `locale` can read: their language if there is one, else the original."""
        return self.as_bilingual().in_(locale)

    def as_bilingual(self) -> Bilingual:
        if self.language is Language.ZH:
            return Bilingual(zh=self.original, vi=self.translation)
        return Bilingual(zh=self.translation, vi=self.original)
