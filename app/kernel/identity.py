"""Can this be the number of such a document, and does it agree with the person?

A number is normalised, then refused by name where it cannot be right, and doubted where
it may be. None of this proves that a document exists: the officer looks at the original.
"""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


class DocumentKind(StrEnum):
    CN_ID = "cn_id"
    VN_CCCD = "vn_cccd"
    VN_CMND = "vn_cmnd"
    CN_BORDER_PERMIT = "cn_border_permit"
    VN_BORDER_PASS = "vn_border_pass"
    PASSPORT = "passport"
    OTHER = "other"
    NONE_SEEN = "none_seen"


class DocumentFinding(StrEnum):
    """What is wrong with a number, or doubtful about it."""

    NUMBER_MISSING = "number_missing"
    NUMBER_NOT_EXPECTED = "number_not_expected"
    CN_ID_LENGTH = "cn_id_length"
    CN_ID_FIFTEEN_DIGITS = "cn_id_fifteen_digits"
    CN_ID_DATE = "cn_id_date"
    CN_ID_CHECK_DIGIT = "cn_id_check_digit"
    CN_ID_SEX_DIFFERS = "cn_id_sex_differs"
    CN_ID_BIRTH_DIFFERS = "cn_id_birth_differs"
    CCCD_LENGTH = "cccd_length"
    CCCD_BIRTH_YEAR_FUTURE = "cccd_birth_year_future"
    CCCD_SEX_DIFFERS = "cccd_sex_differs"
    CCCD_BIRTH_YEAR_DIFFERS = "cccd_birth_year_differs"
    CCCD_UNKNOWN_CODE = "cccd_unknown_code"
    CMND_LENGTH = "cmnd_length"
    CMND_LEGACY = "cmnd_legacy"
    PERMIT_SHAPE = "permit_shape"
    PASSPORT_SHAPE = "passport_shape"
    PASSPORT_UNUSUAL = "passport_unusual"
    OTHER_SHAPE = "other_shape"


@dataclass(frozen=True, slots=True)
class DocumentCheck:
    """A number as it is stored, why it is refused, and what to look at again."""

    normalised: str
    refusals: tuple[DocumentFinding, ...] = ()
    warnings: tuple[DocumentFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Question:
    """A normalised number with what is known of its holder."""

    number: str
    sex: str | None
    birth_on: date | None
    today: date
    birth_codes: Collection[str]

    def contradicts_sex(self, sex: Sex) -> bool:
        return self.sex in tuple(Sex) and self.sex != sex


_Found = tuple[list[DocumentFinding], list[DocumentFinding]]
_F = DocumentFinding


def normalise(number: str) -> str:
    """Ordinary digits and capitals, without the spaces, hyphens and invisible signs of typing."""
    wide = unicodedata.normalize("NFKC", number)
    kept = (c for c in wide if unicodedata.category(c) not in ("Zs", "Cc", "Cf", "Pd"))
    return "".join(kept).upper()


def mask(number: str) -> str:
    """Enough of a number to recognise, too little to use: `4514************20`."""
    for length, head, tail in ((12, 4, 2), (8, 2, 2), (5, 1, 1)):
        if len(number) >= length:
            return number[:head] + "*" * (len(number) - head - tail) + number[-tail:]
    return "*" * len(number)


def check_document(
    kind: DocumentKind,
    number: str,
    *,
    sex: str | None = None,
    birth_on: date | None = None,
    today: date,
    birth_codes: Collection[str] = frozenset(),
) -> DocumentCheck:
    """Every reason to refuse or doubt `number`, compared with the holder's sex and birth date.

    `birth_codes` are the known first three digits of a CCCD; without them none is doubted.
    """
    normalised = normalise(number)
    if (kind is DocumentKind.NONE_SEEN) is bool(normalised):
        missing = _F.NUMBER_NOT_EXPECTED if normalised else _F.NUMBER_MISSING
        return DocumentCheck(normalised, refusals=(missing,))
    if not normalised:
        return DocumentCheck("")
    question = _Question(normalised, sex, birth_on, today, birth_codes)
    refusals, warnings = _CHECKS[kind](question)
    return DocumentCheck(normalised, tuple(refusals), tuple(warnings))


def cn_check_digit(first_seventeen: str) -> str:
    """The last sign of a Chinese identity number, ISO 7064 MOD 11-2 (GB 11643)."""
    remainder = 0
    for digit in first_seventeen:
        remainder = (remainder + int(digit)) * 2 % 11
    return "0123456789X"[(12 - remainder) % 11]


def _cn_id(asked: _Question) -> _Found:
    number = asked.number
    if re.fullmatch("[0-9]{15}", number):
        return [_F.CN_ID_FIFTEEN_DIGITS], []
    if not re.fullmatch("[0-9]{17}[0-9X]", number):
        return [_F.CN_ID_LENGTH], []
    refusals, warnings = [], []
    born = _date(number[6:14])
    if born is None or not date(1900, 1, 1) <= born <= asked.today:
        refusals.append(_F.CN_ID_DATE)
    elif asked.birth_on and asked.birth_on != born:
        warnings.append(_F.CN_ID_BIRTH_DIFFERS)
    if cn_check_digit(number[:17]) != number[17]:
        refusals.append(_F.CN_ID_CHECK_DIGIT)
    if asked.contradicts_sex(Sex.MALE if int(number[16]) % 2 else Sex.FEMALE):
        warnings.append(_F.CN_ID_SEX_DIFFERS)
    return refusals, warnings


def _date(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def _cccd(asked: _Question) -> _Found:
    """Circular 07/2016/TT-BCA art. 7: place of registration, century with sex, year of birth.

    There is no check digit, so what contradicts the holder is refused, not only doubted.
    """
    number = asked.number
    if not re.fullmatch("[0-9]{12}", number):
        return [_F.CCCD_LENGTH], []
    refusals: list[DocumentFinding] = []
    doubts: list[DocumentFinding] = []
    century, female = divmod(int(number[3]), 2)
    year = 1900 + 100 * century + int(number[4:6])
    if year > asked.today.year:
        refusals.append(_F.CCCD_BIRTH_YEAR_FUTURE)
    elif asked.birth_on and asked.birth_on.year != year:
        doubts.append(_F.CCCD_BIRTH_YEAR_DIFFERS)
    if asked.contradicts_sex(Sex.FEMALE if female else Sex.MALE):
        doubts.append(_F.CCCD_SEX_DIFFERS)
    if asked.birth_codes and number[:3] not in asked.birth_codes:
        doubts.append(_F.CCCD_UNKNOWN_CODE)
    return refusals, doubts


def _cmnd(asked: _Question) -> _Found:
    """The nine-digit card of before: kept for old records, always doubted."""
    if not re.fullmatch("[0-9]{9}", asked.number):
        return [_F.CMND_LENGTH], []
    return [], [_F.CMND_LEGACY]


def _permit(asked: _Question) -> _Found:
    """Border passes of either side: no published format was found, so only the shape."""
    shaped = re.fullmatch("[A-Z0-9]{5,20}", asked.number)
    return ([] if shaped else [_F.PERMIT_SHAPE]), []


def _passport(asked: _Question) -> _Found:
    if not re.fullmatch("[A-Z0-9]{5,15}", asked.number):
        return [_F.PASSPORT_SHAPE], []
    usual = re.fullmatch("[A-Z][A-Z0-9][0-9]{6,7}", asked.number)
    return [], [] if usual else [_F.PASSPORT_UNUSUAL]


def _other(asked: _Question) -> _Found:
    fits = len(asked.number) <= 40 and any(c.isalnum() for c in asked.number)
    return ([] if fits else [_F.OTHER_SHAPE]), []


_CHECKS: dict[DocumentKind, Callable[[_Question], _Found]] = {
    DocumentKind.CN_ID: _cn_id,
    DocumentKind.VN_CCCD: _cccd,
    DocumentKind.VN_CMND: _cmnd,
    DocumentKind.CN_BORDER_PERMIT: _permit,
    DocumentKind.VN_BORDER_PASS: _permit,
    DocumentKind.PASSPORT: _passport,
    DocumentKind.OTHER: _other,
}
