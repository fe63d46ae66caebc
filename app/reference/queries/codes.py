"""What may be chosen from a code list, and what is a chosen code called?"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select

from app.db import db
from app.kernel.bilingual import Bilingual
from app.kernel.errors import NotFound
from app.reference.models import BirthCode, Code, CodeList


def code(code_id: int) -> Code:
    """Raises NotFound."""
    found = db.session.get(Code, code_id)
    if found is None:
        raise NotFound(code_id=code_id)
    return found


def codes(kind: CodeList, *, on: date | None = None) -> list[Code]:
    """The values of a list in their order; only those valid on a day, where it is given."""
    query = select(Code).where(Code.kind == kind)
    if on is not None:
        query = query.where(
            or_(Code.valid_from.is_(None), Code.valid_from <= on),
            or_(Code.valid_to.is_(None), Code.valid_to >= on),
        )
    return list(db.session.scalars(query.order_by(Code.position, Code.code)))


def code_choices(kind: CodeList, *, on: date, locale: str) -> list[tuple[str, str]]:
    """(code, words for the reader) of what may be chosen on a day."""
    return [(found.code, found.name.in_(locale)) for found in codes(kind, on=on)]


def code_names(kind: CodeList) -> dict[str, Bilingual]:
    """What each code of a list is called, those no longer chosen included."""
    return {found.code: found.name for found in codes(kind)}


def is_code(kind: CodeList, value: str, *, on: date) -> bool:
    """Whether the list holds this code on that day."""
    return any(found.code == value for found in codes(kind, on=on))


def birth_codes() -> Sequence[BirthCode]:
    """The birthplace codes of Vietnamese citizen numbers, by code."""
    return db.session.scalars(select(BirthCode).order_by(BirthCode.code)).all()
