"""Which number comes next? Drawn inside the open transaction: rolled back, it was never given."""

from datetime import date

from sqlalchemy import text

from app.db import db
from app.kernel.country import Country
from app.kernel.errors import RuleBroken
from app.mediation.models import Case, Letter
from app.mediation.rules.numbers import (
    CASE_NUMBER,
    LETTER_NUMBER,
    LETTER_NUMBER_PLAIN,
    REGISTRATION_NUMBER,
    render,
)
from app.reference import queries as reference
from app.reference.models import Organisation, OrganisationKind

CASE = "case"
REGISTRATION = "registration"
LETTER = "letter"

# The same words on SQLite and PostgreSQL. The row stays locked until the transaction ends, so
# that whoever comes next waits for it and goes on from what was really given.
_DRAW = text(
    "INSERT INTO number_series (organisation_id, year, kind, last) "
    "VALUES (:organisation_id, :year, :kind, 1) "
    "ON CONFLICT (organisation_id, year, kind) "
    "DO UPDATE SET last = number_series.last + 1 RETURNING last"
)


def next_number(organisation_id: int, year: int, kind: str) -> int:
    """The next number of a series, gapless per organisation and year."""
    place = {"organisation_id": organisation_id, "year": year, "kind": kind}
    return int(db.session.execute(_DRAW, place).scalar_one())


def number_case(case: Case, on: date) -> None:
    """Give the case number of acceptance, once; a case mediated again keeps its own."""
    if case.case_seq is not None or case.committee is None:
        return
    case.case_year = on.year
    case.case_seq = next_number(case.committee.id, on.year, CASE)
    case.case_no = printed(case.committee, CASE, on.year, case.case_seq)


def register_case(case: Case, on: date) -> None:
    """Give the registration number of intake, once."""
    if case.registered_seq is not None:
        return
    case.registered_year = on.year
    case.registered_seq = next_number(case.office.id, on.year, REGISTRATION)
    case.registered_no = printed(case.office, REGISTRATION, on.year, case.registered_seq)


def number_letter(letter: Letter, on: date) -> None:
    """Give the number a letter goes out with, gapless for the office and year."""
    office = letter.case.office
    seq = next_number(office.id, on.year, LETTER)
    short = _short(office)
    pattern = LETTER_NUMBER_PLAIN if short == office.code else LETTER_NUMBER[office.country]
    letter.number = render(pattern, year=on.year, short=short, seq=seq)


def printed(organisation: Organisation, kind: str, year: int, seq: int) -> str:
    """The number as the organisation writes it; a bad pattern falls back to the country's."""
    short = _short(organisation)
    usual = (CASE_NUMBER if kind == CASE else REGISTRATION_NUMBER)[organisation.country]
    pattern = (organisation.case_no_pattern if kind == CASE else "") or usual
    try:
        return render(pattern, year=year, short=short, seq=seq)
    except RuleBroken:
        return render(usual, year=year, short=short, seq=seq)


def _short(organisation: Organisation) -> str:
    """Its short name in its own language; an office without one is called by its committee's."""
    if own := _own_short(organisation):
        return own
    below = reference.children_of(organisation.id)
    committees = (each for each in below if each.kind is OrganisationKind.MEDIATION_COMMITTEE)
    return next(filter(None, map(_own_short, committees)), organisation.code)


def _own_short(organisation: Organisation) -> str:
    is_chinese = organisation.country is Country.CN
    return organisation.short_zh if is_chinese else organisation.short_vi
