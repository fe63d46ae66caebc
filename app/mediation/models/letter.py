"""What is remembered of a letter? Logged as it came or went, or written here in both languages."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Model, enum_column, instant_column
from app.kernel.bilingual import Bilingual
from app.mediation.kinds import LetterDirection, LetterKind
from app.mediation.models.case import Case
from app.mediation.models.statement import StatementText
from app.reference.models import Organisation


class Letter(Model):
    """A letter to or from the other side or another authority.

    One that was written here (`composed`) has its text as the statement `letter:<id>` and is a
    draft until `sent_on`; then it bears that day and its number. `letter_on` is the day it bears.
    """

    __tablename__ = "letter"

    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"), index=True)
    kind: Mapped[LetterKind] = enum_column(LetterKind)
    direction: Mapped[LetterDirection] = enum_column(LetterDirection)
    correspondent: Mapped[str] = mapped_column(String(200))
    number: Mapped[str] = mapped_column(String(80), default="")
    letter_on: Mapped[date] = mapped_column()
    received_on: Mapped[date | None] = mapped_column()
    answered_on: Mapped[date | None] = mapped_column()
    note: Mapped[str] = mapped_column(Text, default="")
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))

    composed: Mapped[bool] = mapped_column(default=False, server_default="0")
    addressee_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    crosses_border: Mapped[bool] = mapped_column(default=True, server_default="1")
    names_people: Mapped[bool] = mapped_column(default=False, server_default="0")
    subject_zh: Mapped[str] = mapped_column(String(200), default="", server_default="")
    subject_vi: Mapped[str] = mapped_column(String(200), default="", server_default="")
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    sent_on: Mapped[date | None] = mapped_column()
    withdrawn_at: Mapped[datetime | None] = instant_column()
    withdrawn_reason: Mapped[str] = mapped_column(String(300), default="", server_default="")

    case: Mapped[Case] = relationship()
    writers: Mapped[list["LetterWriter"]] = relationship(back_populates="letter")
    addressee: Mapped[Organisation | None] = relationship()

    @property
    def subject(self) -> Bilingual:
        return Bilingual(self.subject_zh, self.subject_vi)

    @property
    def to(self) -> Bilingual:
        """The addressee: as an organisation of the register is called, else as it was typed."""
        if self.addressee is not None:
            return self.addressee.name
        return Bilingual(self.correspondent, self.correspondent)

    @property
    def text(self) -> StatementText | None:
        """What a letter that was written here says."""
        return self.case.statement(f"letter:{self.id}")

    @property
    def is_draft(self) -> bool:
        return self.composed and self.sent_on is None

    @property
    def needs_approval(self) -> bool:
        """Whether it takes a person's name across the border."""
        return self.composed and self.names_people and self.crosses_border

    def wrote(self, user_id: int | None) -> None:
        """Remember who wrote a word of it, whoever writes after them."""
        if user_id is not None and user_id not in {each.user_id for each in self.writers}:
            self.writers.append(LetterWriter(user_id=user_id))


class LetterWriter(Model):
    """Somebody who wrote a word of a letter, in either language: they do not approve it."""

    __tablename__ = "letter_writer"
    __table_args__ = (UniqueConstraint("letter_id", "user_id"),)

    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))

    letter: Mapped[Letter] = relationship(back_populates="writers")
