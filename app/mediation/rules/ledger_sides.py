"""Who stands on each side of a row, and may their papers and telephones be kept so?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.kernel.country import Country
from app.kernel.identity import DocumentKind, Sex, check_document
from app.kernel.phones import e164
from app.mediation.kinds import PartyRole
from app.mediation.rules.ledger_findings import LedgerFinding as F
from app.mediation.rules.ledger_sheet import RowSheet

_NAMES = ("name", "nationality", "sex", "birth_on", "document_kind", "document_number",
          "phone", "address")  # fmt: skip


@dataclass(frozen=True, slots=True)
class LedgerSide:
    """One of the two sides, as the register will keep it."""

    role: PartyRole
    name: str
    nationality: str
    sex: Sex | None = None
    birth_on: date | None = None
    document_kind: DocumentKind | None = None
    document_number: str = ""
    phone: str = ""
    address: str = ""


def side_of(sheet: RowSheet, role: PartyRole) -> LedgerSide:
    given = {name: sheet.values[f"{role}_{name}"] for name in _NAMES}
    return LedgerSide(
        role=role,
        name=given["name"] or "",
        nationality=given["nationality"] or "",
        sex=Sex(given["sex"]) if given["sex"] else None,
        birth_on=given["birth_on"],
        document_kind=DocumentKind(given["document_kind"]) if given["document_kind"] else None,
        document_number=_document(sheet, role, given),
        phone=_phone(sheet, role, given),
        address=given["address"] or "",
    )


def _document(sheet: RowSheet, role: PartyRole, given: Mapping[str, Any]) -> str:
    column, kind_column = f"{role}_document_number", f"{role}_document_kind"
    number, kind = given["document_number"], given["document_kind"]
    if sheet.refused(column, kind_column) or not (number or kind):
        return ""
    if not kind:
        sheet.refuse(F.KIND_MISSING, column)
        return ""
    result = check_document(
        DocumentKind(kind),
        number or "",
        sex=given["sex"],
        birth_on=given["birth_on"],
        today=sheet.office.today,
        birth_codes=sheet.office.birth_codes,
    )
    for code in result.refusals:
        sheet.refuse(code, column)
    for code in result.warnings:
        sheet.warn(code, column)
    return result.normalised


def _phone(sheet: RowSheet, role: PartyRole, given: Mapping[str, Any]) -> str:
    """A number without its prefix belongs to the party's own country, else to the other one."""
    typed = given["phone"]
    if not typed:
        return ""
    own = sheet.office.reading.country
    home = Country(given["nationality"]) if given["nationality"] in tuple(Country) else own
    number = e164(typed, home) or e164(typed, home.other)
    if number is None:
        sheet.refuse(F.NOT_PHONE, f"{role}_phone")
    return number or ""
