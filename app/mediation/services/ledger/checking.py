"""What would become of each row? Judged one by one; nothing is written here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.kernel.country import Country
from app.kernel.errors import Refusal, RuleBroken
from app.mediation.models import RowFate
from app.mediation.queries import ledger as queries
from app.mediation.queries.mediators import mediators_for
from app.mediation.rules.ledger_cells import Cell, Reading
from app.mediation.rules.ledger_columns import MAY_DEFAULT, MUST, type_column
from app.mediation.rules.ledger_findings import Finding, ImportRefusal, LedgerFinding
from app.mediation.rules.ledger_rows import Judged, LedgerRow, judge
from app.mediation.rules.ledger_sheet import Office
from app.mediation.rules.ledger_words import plain
from app.mediation.services.ledger.table import Table
from app.reference import queries as reference

Mapping_ = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Checked:
    """A row's number in the spreadsheet, its fate so far, and what may be written of it."""

    number: int
    ledger_no: str
    fate: RowFate
    findings: tuple[Finding, ...]
    row: LedgerRow | None


def office_for(organisation_id: int, mapping: Mapping_, today: date) -> Office:
    """What is known once for all rows of a ledger."""
    organisation = reference.organisation(organisation_id)
    reading = Reading(
        country=organisation.country,
        lexicon=queries.lexicon(),
        values={
            column: {plain(word): code for word, code in words.items()}
            for column, words in mapping.get("values", {}).items()
        },
        defaults=mapping.get("defaults", {}),
    )
    people = [each for each in mediators_for(organisation_id, today) if each.can_mediate]
    names = {
        plain(name): person.id
        for person in people
        for name in (person.name_latin, person.name_han, person.name)
        if name
    }
    return Office(
        reading=reading,
        today=today,
        birth_codes=frozenset(each.code for each in reference.birth_codes()),
        register=names,
    )


def check(
    table: Table, mapping: Mapping_, office: Office, already: frozenset[str]
) -> Iterator[Checked]:
    """The fate of every filled row. `already`: ledger numbers that are in the register."""
    seen: dict[str, int] = {}
    for number, cells in table.rows(mapping["columns"]):
        judged = judge(cells, office)
        yield _fate(number, cells, judged, already, seen)
        if judged.ledger_no:
            seen.setdefault(judged.ledger_no, number)


def _fate(
    number: int,
    cells: Mapping[str, Cell],
    judged: Judged,
    already: frozenset[str],
    seen: Mapping[str, int],
) -> Checked:
    at = cells["ledger_no"].name
    findings, row = judged.findings, judged.row
    if judged.ledger_no in already:
        known = Finding(LedgerFinding.ALREADY, "ledger_no", at, True)
        return Checked(number, judged.ledger_no, RowFate.ALREADY, (known,), None)
    if judged.ledger_no in seen:
        twice = Finding(LedgerFinding.TWICE, "ledger_no", at, facts={"row": seen[judged.ledger_no]})
        findings, row = (*findings, twice), None
    if row is None:
        fate = RowFate.REFUSED
    else:
        fate = RowFate.WOULD_WARN if findings else RowFate.WOULD_IMPORT
    return Checked(number, judged.ledger_no, fate, findings, row)


def mapping_refusals(mapping: Mapping_, country: Country) -> list[Refusal]:
    """What a mapping lacks: the must columns (or a value for all), and one of the two types."""
    columns, defaults = mapping["columns"], mapping.get("defaults", {})
    wanted = [key for key in MUST if key not in columns]
    wanted = [key for key in wanted if not (key in MAY_DEFAULT and defaults.get(key))]
    if not {"cn_type", "vn_scope"} & set(columns):
        wanted.append(type_column(country))
    found = [Refusal(ImportRefusal.HEADINGS, {"column": key}, field=key) for key in wanted]
    used: dict[str, str] = {}
    for key, heading in columns.items():
        if heading in used:
            found.append(Refusal(ImportRefusal.USED_TWICE, {"heading": heading}, field=key))
        used[heading] = key
    return found


def demand_mapping(mapping: Mapping_, country: Country) -> None:
    """Raises RuleBroken with every column that is missing."""
    if found := mapping_refusals(mapping, country):
        raise RuleBroken(found)
