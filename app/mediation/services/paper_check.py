"""What is a stranger told of a paper they hold? Whether it is ours; its number, its date, no more.

Every question counts against the address it comes from, whether its answer is yes or no.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.exc import IntegrityError

from app.accounts import throttle
from app.db import transaction
from app.documents.pdf_words import words_of
from app.kernel.errors import Refusal, RuleBroken
from app.mediation.models import IssuedPaper
from app.mediation.queries.issued import by_any_serial, by_file, by_serial
from app.mediation.rules.papers import (
    PaperRefusal,
    Sameness,
    Standing,
    digits_meant,
    serial_meant,
    serials_in,
)

TRIES = 60  # in a window, from one address: an office behind one address checks many papers
CANDIDATES = 20  # serials looked up of one file


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything that is told. Number and date only of a paper that the asker holds."""

    standing: Standing = Standing.UNKNOWN
    sameness: Sameness | None = None  # where a file was asked about
    serial: str = ""
    issued_on: date | None = None


def check_paper(serial: str, digits: str, *, address: str, now: datetime) -> Verdict:
    """By the serial and the first digits of the check code, as scanned or typed.

    Raises RuleBroken when one address asks too often.
    """
    _count(address, now)
    row, meant = by_serial(serial_meant(serial)), digits_meant(digits)
    if row is None or not meant or not row.data_digest.startswith(meant):
        return Verdict()
    return Verdict(_standing(row), None, row.serial, row.issued_on)


def check_file(data: bytes, *, address: str, now: datetime) -> Verdict:
    """By the file itself: the very file, one that bears a serial of ours, or neither.

    Raises RuleBroken when one address asks too often.
    """
    _count(address, now)
    same = by_file(hashlib.sha256(data).hexdigest())
    row = same or by_any_serial(serials_in(words_of(data))[:CANDIDATES])
    if row is None:
        return Verdict(sameness=Sameness.UNKNOWN)
    sameness = Sameness.IDENTICAL if same else Sameness.CHANGED
    return Verdict(_standing(row), sameness, row.serial, row.issued_on)


def _standing(row: IssuedPaper) -> Standing:
    return Standing.ISSUED if row.stands else Standing.WITHDRAWN


def _count(address: str, now: datetime) -> None:
    while True:
        try:
            with transaction():
                left = throttle.take_one(f"check:{address[:64]}", TRIES, now)
            break
        except IntegrityError:  # another made the counter first: count on that one
            continue
    if not left:
        minutes = throttle.WINDOW // timedelta(minutes=1)
        raise RuleBroken([Refusal(PaperRefusal.TOO_MANY_CHECKS, {"minutes": minutes})])
