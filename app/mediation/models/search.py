"""Under which words is a case found? Folded words, found by prefix through an index."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base
from app.mediation.rules.search_words import LONGEST

# Binary order on both databases, so that the words with a beginning are one range of the index.
_WORD = String(LONGEST).with_variant(String(LONGEST, collation="C"), "postgresql")


class CaseWord(Base):
    """One word of a party's name or of a number; words that only begin another are left out.

    The key finds the cases of a word, the index tells whether a case has it.
    """

    __tablename__ = "case_word"
    __table_args__ = (
        Index("ix_case_word_case", "case_id", "word"),
        {"sqlite_with_rowid": False},
    )

    word: Mapped[str] = mapped_column(_WORD, primary_key=True)
    case_id: Mapped[int] = mapped_column(
        ForeignKey("mediation_case.id", ondelete="CASCADE"), primary_key=True
    )
