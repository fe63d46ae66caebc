"""What can be chosen in a form? Enumerations and code lists in the reader's words."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from app.kernel.bilingual import Language
from app.reference import queries as reference
from app.reference.models import CodeList
from app.web.labels import label
from app.web.locale import current_language

Choice = tuple[str, str]
Member = TypeVar("Member", bound=StrEnum)


def members(enum: Iterable[StrEnum]) -> list[Choice]:
    return [(member.value, label(member)) for member in enum]


def coded(kind: CodeList, on: date, *, blank: str | None = None, kept: str = "") -> list[Choice]:
    """The codes of a list on a day; `kept` stays choosable where a case already has it."""
    found = reference.code_choices(kind, on=on, locale=current_language())
    if kept and kept not in {code for code, _ in found}:
        name = reference.code_names(kind).get(kept)
        found.append((kept, name.in_(current_language()) if name else kept))
    return found if blank is None else [("", blank), *found]


def written(on: date) -> list[Choice]:
    """The languages a text can be in: the two working languages, then the others as spoken."""
    others = [
        each for each in coded(CodeList.SPOKEN_LANGUAGE, on) if each[0] not in tuple(Language)
    ]
    return [*members(Language), *others]


def chosen(enum: type[Member], value: str | None) -> Member | None:
    """The member behind a choice; None where nothing was chosen."""
    return enum(value) if value else None


def numbered(value: str | None) -> int | None:
    return int(value) if value else None
