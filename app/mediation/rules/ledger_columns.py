"""Which columns has a ledger that we take over, and what may each hold?

The keys stand in the hidden first row of our own workbook. Must fields are those of intake:
both names, nationalities, type, facts and the day received, with the ledger's own number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.kernel.country import Country
from app.kernel.identity import DocumentKind, Sex
from app.kernel.money import Currency
from app.mediation.kinds import AgreementForm, PartyRole
from app.mediation.states import CaseState, Outcome


class ColumnKind(StrEnum):
    """TEXT also takes a plain number (a ledger number); DIGITS never, for it loses zeros."""

    TEXT = "text"
    WORDS = "words"
    DIGITS = "digits"
    DATE = "date"
    CODE = "code"
    AMOUNT = "amount"


class WordList(StrEnum):
    """Where the words of a CODE column come from: a code list, or an enumeration of ours."""

    NATIONALITY = "nationality"
    CN_TYPE = "dispute_type_cn_return"
    BORDER_SUBTYPE = "dispute_subtype_cross_border"
    VN_SCOPE = "vn_scope"
    LANGUAGE = "spoken_language"
    SEX = "sex"
    DOCUMENT_KIND = "document_kind"
    CURRENCY = "currency"
    OUTCOME = "outcome"
    FORM = "form"
    STATE = "state"


FROM_CODE_LISTS = (
    WordList.NATIONALITY,
    WordList.CN_TYPE,
    WordList.BORDER_SUBTYPE,
    WordList.VN_SCOPE,
    WordList.LANGUAGE,
)

STATES = (
    CaseState.RECEIVED,
    CaseState.ACCEPTED,
    CaseState.MEDIATING,
    CaseState.AGREED,
    CaseState.PERFORMED,
    CaseState.NOT_AGREED,
    CaseState.NOT_ACCEPTED,
    CaseState.REFERRED,
    CaseState.TERMINATED,
    CaseState.CLOSED,
    CaseState.ARCHIVED,
)
"""Not those that stand on obligations: a ledger does not list who owes whom what by when."""

MEMBERS: Mapping[WordList, tuple[StrEnum, ...]] = {
    WordList.SEX: tuple(Sex),
    WordList.DOCUMENT_KIND: tuple(DocumentKind),
    WordList.CURRENCY: tuple(Currency),
    WordList.OUTCOME: tuple(Outcome),
    WordList.FORM: tuple(AgreementForm),
    WordList.STATE: STATES,
}


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """`limit` is how many characters are kept; a longer text is refused, never cut."""

    key: str
    kind: ColumnKind = ColumnKind.WORDS
    must: bool = False
    limit: int = 160
    words: WordList | None = None


K, W, Column = ColumnKind, WordList, LedgerColumn
LONG = 10_000


def _code(key: str, words: WordList, must: bool = False) -> LedgerColumn:
    return Column(key, K.CODE, must=must, words=words)


def _side(role: PartyRole) -> tuple[LedgerColumn, ...]:
    return (
        Column(f"{role}_name", must=True),
        _code(f"{role}_nationality", W.NATIONALITY, must=True),
        _code(f"{role}_sex", W.SEX),
        Column(f"{role}_birth_on", K.DATE),
        _code(f"{role}_document_kind", W.DOCUMENT_KIND),
        Column(f"{role}_document_number", K.DIGITS, limit=40),
        Column(f"{role}_phone", K.DIGITS, limit=40),
        Column(f"{role}_address", K.TEXT, limit=300),
    )


COLUMNS: tuple[LedgerColumn, ...] = (
    Column("ledger_no", K.TEXT, must=True, limit=80),
    Column("received_on", K.DATE, must=True),
    *_side(PartyRole.APPLICANT),
    *_side(PartyRole.RESPONDENT),
    _code("cn_type", W.CN_TYPE),
    _code("border_subtype", W.BORDER_SUBTYPE),
    _code("vn_scope", W.VN_SCOPE),
    Column("facts", must=True, limit=LONG),
    _code("facts_language", W.LANGUAGE),
    Column("requests", limit=LONG),
    Column("place", K.TEXT, limit=300),
    Column("boundary_marker", K.TEXT, limit=40),
    Column("claimed", K.AMOUNT),
    _code("claimed_currency", W.CURRENCY),
    Column("mediators", limit=300),
    Column("accepted_on", K.DATE),
    _code("outcome", W.OUTCOME),
    Column("agreed_on", K.DATE),
    _code("form", W.FORM),
    Column("terms_zh", limit=LONG),
    Column("terms_vi", limit=LONG),
    _code("state", W.STATE),
    Column("closed_on", K.DATE),
    Column("remarks", K.TEXT, limit=LONG),
)
BY_KEY: Mapping[str, LedgerColumn] = {column.key: column for column in COLUMNS}
MUST = tuple(column.key for column in COLUMNS if column.must)
MAY_DEFAULT = ("applicant_nationality", "respondent_nationality", "claimed_currency")
"""What old ledgers often leave unsaid: the officer may name one value for every blank cell."""


def type_column(country: Country) -> str:
    """Which of the two type columns an office of this country is asked for."""
    return "cn_type" if country is Country.CN else "vn_scope"
