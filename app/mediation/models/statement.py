"""How are somebody's words kept? The original and its language, a translation, who confirmed it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Model, enum_column, instant_column
from app.kernel.bilingual import TranslationStatus


class StatementText(Model):
    """`subject` says what it speaks of: `facts`, `requests`, `session:<number>`,
    `agreement:<id>`. `language` is a code of the list of spoken languages (zh, vi, za …); the
    original is never overwritten. `translation` is Vietnamese for a Chinese original, Chinese
    for any other."""

    __tablename__ = "statement_text"
    __table_args__ = (UniqueConstraint("case_id", "subject"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"))
    subject: Mapped[str] = mapped_column(String(40))
    original: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8))
    translation: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[TranslationStatus] = enum_column(
        TranslationStatus, default=TranslationStatus.NONE
    )
    translated_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    translated_at: Mapped[datetime | None] = instant_column()
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    confirmed_at: Mapped[datetime | None] = instant_column()
    confirmed_on: Mapped[date | None] = mapped_column()
    confirmation_note: Mapped[str] = mapped_column(String(300), default="")  # who read it, to whom

    @property
    def translation_language(self) -> str:
        return "vi" if self.language == "zh" else "zh"

    def text_in(self, language: str) -> str:
        """The words in `zh` or `vi`, empty when there are none in it."""
        if self.language == language:
            return self.original
        return self.translation if self.translation_language == language else ""
