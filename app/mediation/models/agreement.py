"""What was agreed? The agreement, its terms, and what is owed by it."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    ForeignKey,
    Index,
    Numeric,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Model, enum_column, instant_column
from app.kernel.bilingual import Bilingual, Language, Statement, TranslationStatus
from app.kernel.money import Currency, Money
from app.mediation.kinds import (
    AgreementForm,
    Basis,
    ObligationKind,
    PrevailingText,
)
from app.mediation.models.case import Case
from app.mediation.models.clause import ClauseVersion
from app.mediation.models.party import Party
from app.mediation.models.statement import StatementText
from app.mediation.rules.clauses import Effect

if TYPE_CHECKING:
    from app.mediation.models.performance import Receipt
    from app.mediation.models.signature import AgreementSignature


class Agreement(Model):
    """A draft until `frozen_at`: then its text is what was signed, with its digest, for good.

    A change afterwards is a supplementary agreement: one that `supplements` the main one, with
    its own number of order.
    """

    __tablename__ = "agreement"
    __table_args__ = (UniqueConstraint("supplements_id", "supplement_no"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("mediation_case.id"), index=True)
    supplements_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"))
    supplement_no: Mapped[int | None] = mapped_column()
    form: Mapped[AgreementForm] = enum_column(AgreementForm, default=AgreementForm.WRITTEN)
    prevailing: Mapped[PrevailingText] = enum_column(PrevailingText, default=PrevailingText.BOTH)
    copies: Mapped[int] = mapped_column(default=3)
    place: Mapped[str] = mapped_column(String(200), default="")
    rate: Mapped[Decimal | None] = mapped_column(Numeric(18, 6))  # VND for one CNY
    rate_on: Mapped[date | None] = mapped_column()
    rate_source: Mapped[str] = mapped_column(String(200), default="")
    signed_on: Mapped[date | None] = mapped_column()
    effective_on: Mapped[date | None] = mapped_column()
    scan_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))
    frozen_at: Mapped[datetime | None] = instant_column()
    frozen_text: Mapped[str] = mapped_column(Text, default="")  # canonical JSON of what was signed
    digest: Mapped[str] = mapped_column(String(64), default="")  # its SHA-256
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))

    case: Mapped[Case] = relationship(back_populates="agreements")
    terms: Mapped[list["Term"]] = relationship(back_populates="agreement", order_by="Term.position")
    obligations: Mapped[list["Obligation"]] = relationship(
        back_populates="agreement",
        order_by=lambda: _by_day(),
        foreign_keys="Obligation.agreement_id",
    )
    signatures: Mapped[list["AgreementSignature"]] = relationship(
        back_populates="agreement", order_by="AgreementSignature.id"
    )
    supplements: Mapped["Agreement | None"] = relationship(
        remote_side="Agreement.id", back_populates="supplementary"
    )
    supplementary: Mapped[list["Agreement"]] = relationship(
        back_populates="supplements", order_by="Agreement.supplement_no"
    )
    replaces: Mapped[list["Obligation"]] = relationship(
        back_populates="replaced_by",
        order_by=lambda: _by_day(),
        foreign_keys="Obligation.replaced_by_id",
    )

    @property
    def number(self) -> Bilingual:
        """The number it bears: that of the case, a supplementary one with its own after it."""
        number = self.case.number
        if self.supplement_no is None:
            return Bilingual(number, number)
        return Bilingual(
            f"{number}-补{self.supplement_no}", f"{number}-bổ sung {self.supplement_no}"
        )

    @property
    def is_supplement(self) -> bool:
        return self.supplements_id is not None

    @property
    def standing_signatures(self) -> list["AgreementSignature"]:
        """Names and fingerprints that were not withdrawn: while there are any, the text stays."""
        return [each for each in self.signatures if each.binds]

    @property
    def facts(self) -> StatementText | None:
        """Main facts and disputed matters, as the agreement states them."""
        return self.case.statement(f"agreement:{self.id}")

    @property
    def is_frozen(self) -> bool:
        return self.frozen_at is not None

    @property
    def substance(self) -> list["Term"]:
        """What the parties agreed, without the clauses about the paper itself."""
        return [term for term in self.terms if not term.is_closing]

    def says(self, effect: Effect) -> bool:
        """Whether a clause of this effect stands in it."""
        versions = (term.clause_version for term in self.terms)
        return any(each is not None and each.effect is effect for each in versions)

    def has_clause(self, key: str) -> bool:
        """Whether this clause of the library stands in it, in whichever version."""
        versions = (term.clause_version for term in self.terms)
        return any(each is not None and each.clause.key == key for each in versions)

    @property
    def languages(self) -> tuple[Language, ...]:
        """What it is drawn up in: both, unless it was signed, or the case is domestic, in one."""
        written = tuple(each for each in Language if all(term.has(each) for term in self.terms))
        may_be_one = self.is_frozen or self.case.basis is Basis.DOMESTIC
        return written if may_be_one and written else tuple(Language)

    @property
    def currencies(self) -> frozenset[Currency]:
        """What is owed in; two of them need a rate."""
        return frozenset(each.currency for each in self.obligations if each.currency is not None)

    @property
    def has_rate(self) -> bool:
        return self.rate is not None and self.rate_on is not None and bool(self.rate_source)

    @property
    def names_rate(self) -> bool:
        """A rate is set down for the agreement, or said by one of its clauses."""
        return self.has_rate or any("rate" in (term.values or {}) for term in self.terms)


class Term(Model):
    """One clause in both languages; `language` is the one it was written in.

    A clause of the library names its version and keeps its `values`; a free one has neither.
    """

    __tablename__ = "term"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    position: Mapped[int] = mapped_column()
    language: Mapped[str] = mapped_column(String(2))
    text_zh: Mapped[str] = mapped_column(Text, default="")
    text_vi: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[TranslationStatus] = enum_column(
        TranslationStatus, default=TranslationStatus.UNCONFIRMED
    )
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    translated_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    confirmed_at: Mapped[datetime | None] = instant_column()
    confirmed_on: Mapped[date | None] = mapped_column()
    confirmation_note: Mapped[str] = mapped_column(String(300), default="")
    clause_version_id: Mapped[int | None] = mapped_column(ForeignKey("clause_version.id"))
    values: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))

    agreement: Mapped[Agreement] = relationship(back_populates="terms")
    clause_version: Mapped[ClauseVersion | None] = relationship()
    obligations: Mapped[list["Obligation"]] = relationship(
        back_populates="term", order_by=lambda: _by_day()
    )

    @property
    def is_closing(self) -> bool:
        """About the paper itself: which text counts, languages, copies."""
        return self.clause_version is not None and self.clause_version.effect.is_closing

    @property
    def statement(self) -> Statement:
        """The clause as an original with its translation."""
        language = Language(self.language)
        return Statement(
            self.text_in(language), language, self.text_in(language.other), self.status
        )

    def text_in(self, language: Language) -> str:
        return self.text_zh if language is Language.ZH else self.text_vi

    def has(self, language: Language) -> bool:
        return bool(self.text_in(language))


class Obligation(Model):
    """Who owes whom what by when. Instalments are obligations that share `plan`.

    One that follows from a clause names its `term`. `manner` and `place` are as typed; where a
    clause says them in both languages, they are Chinese beside `manner_vi` and `place_vi`.
    """

    __tablename__ = "obligation"
    __table_args__ = (Index("ix_obligation_due", "due_on"),)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    term_id: Mapped[int | None] = mapped_column(ForeignKey("term.id"), index=True)
    kind: Mapped[ObligationKind] = enum_column(ObligationKind)
    debtor_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    creditor_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    what_zh: Mapped[str] = mapped_column(String(300), default="")
    what_vi: Mapped[str] = mapped_column(String(300), default="")
    amount_minor: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[Currency | None] = enum_column(Currency)
    due_on: Mapped[date | None] = mapped_column()
    manner: Mapped[str] = mapped_column(String(200), default="")
    manner_vi: Mapped[str] = mapped_column(String(200), default="")
    place: Mapped[str] = mapped_column(String(200), default="")
    place_vi: Mapped[str] = mapped_column(String(200), default="")
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"), index=True)
    plan: Mapped[str] = mapped_column(String(32), default="")
    instalment: Mapped[int | None] = mapped_column()
    instalments: Mapped[int | None] = mapped_column()

    agreement: Mapped[Agreement] = relationship(
        back_populates="obligations", foreign_keys=[agreement_id]
    )
    term: Mapped[Term | None] = relationship(back_populates="obligations")
    replaced_by: Mapped[Agreement | None] = relationship(
        back_populates="replaces", foreign_keys=[replaced_by_id]
    )
    debtor: Mapped[Party] = relationship(foreign_keys=[debtor_id])
    creditor: Mapped[Party] = relationship(foreign_keys=[creditor_id])
    receipts: Mapped[list["Receipt"]] = relationship(
        back_populates="obligation", order_by="Receipt.id"
    )

    @property
    def manner_said(self) -> Bilingual:
        return Bilingual(self.manner, self.manner_vi or self.manner)

    @property
    def place_said(self) -> Bilingual:
        return Bilingual(self.place, self.place_vi or self.place)

    @property
    def amount(self) -> Money | None:
        if self.amount_minor is None or self.currency is None:
            return None
        return Money(self.amount_minor, self.currency)

    @property
    def is_replaced(self) -> bool:
        """A supplementary agreement in force took the place of what was left of it."""
        return self.replaced_by is not None and self.replaced_by.is_frozen


def _by_day() -> tuple[ColumnElement[Any], ...]:
    """What has no day comes last, on either database: the signed text is in this order."""
    return Obligation.due_on.nulls_last(), Obligation.id.expression
