"""May this row become a case, and what is to be looked at? All reasons, each at its cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.kernel.money import Currency, Money
from app.mediation.kinds import AgreementForm, PartyRole
from app.mediation.rules import ledger_cells as cells
from app.mediation.rules.ledger_cells import Cell, Unread
from app.mediation.rules.ledger_columns import COLUMNS, STATES, type_column
from app.mediation.rules.ledger_findings import Finding
from app.mediation.rules.ledger_findings import LedgerFinding as F
from app.mediation.rules.ledger_path import NEED_OUTCOME, NO_OUTCOME, OUTCOME_OF_STATE, Days
from app.mediation.rules.ledger_sheet import Office, RowSheet
from app.mediation.rules.ledger_sides import LedgerSide, side_of
from app.mediation.rules.ledger_words import plain
from app.mediation.states import CaseState, Outcome

EARLIEST = date(1949, 10, 1)
_ORDER = ("received_on", "accepted_on", "agreed_on", "closed_on")


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A row that may become a case."""

    ledger_no: str
    days: Days
    state: CaseState
    outcome: Outcome | None
    sides: tuple[LedgerSide, LedgerSide]
    facts: str
    facts_language: str
    requests: str = ""
    cn_type: str = ""
    border_subtype: str = ""
    vn_scope: str = ""
    place: str = ""
    boundary_marker: str = ""
    claimed: Money | None = None
    mediators: tuple[int, ...] = ()
    other_mediators: tuple[str, ...] = ()
    form: AgreementForm = AgreementForm.WRITTEN
    terms_zh: str = ""
    terms_vi: str = ""
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """`row` is None where anything was refused."""

    ledger_no: str
    findings: tuple[Finding, ...]
    row: LedgerRow | None


def judge(row_cells: Mapping[str, Cell], office: Office) -> Judged:
    """Read and judge one row, by column key."""
    found: list[Finding] = []
    values = {
        column.key: cells.read(column, row_cells.get(column.key, Cell(None)), office.reading, found)
        for column in COLUMNS
    }
    sheet = RowSheet(office, row_cells, values, found)
    for check in (_type, _days, _state, _claimed):
        check(sheet)
    sides = tuple(side_of(sheet, role) for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT))
    known, others = _mediators(sheet)
    number = str(values["ledger_no"] or "")
    if any(not finding.warns for finding in found):
        return Judged(number, tuple(found), None)
    return Judged(number, tuple(found), _row(values, sides, known, others))


def _row(
    values: Mapping[str, Any], sides: Any, known: tuple[int, ...], others: tuple[str, ...]
) -> LedgerRow:
    texts = ("requests", "cn_type", "border_subtype", "vn_scope", "place", "boundary_marker",
             "terms_zh", "terms_vi", "remarks")  # fmt: skip
    return LedgerRow(
        ledger_no=values["ledger_no"],
        days=Days(*(values[name] for name in _ORDER)),
        state=values["state"],
        outcome=values["outcome"],
        sides=sides,
        facts=values["facts"],
        facts_language=values["facts_language"] or language_of(values["facts"]),
        claimed=values["claimed"],
        mediators=known,
        other_mediators=others,
        form=AgreementForm(values["form"] or AgreementForm.WRITTEN),
        **{name: values[name] or "" for name in texts},
    )


def language_of(text: str) -> str:
    """Chinese where there is any Han, else Vietnamese."""
    return "zh" if any("\u4e00" <= char <= "\u9fff" for char in text) else "vi"


def _type(sheet: RowSheet) -> None:
    column = type_column(sheet.office.reading.country)
    given = sheet.values["cn_type"] or sheet.values["vn_scope"]
    if not given and not sheet.refused("cn_type", "vn_scope"):
        sheet.refuse(F.EMPTY, column)


def _days(sheet: RowSheet) -> None:
    """No day in the future, none before the one that must come first."""
    latest: tuple[str, date] | None = None
    for name in (*_ORDER, "applicant_birth_on", "respondent_birth_on"):
        day = sheet.values[name]
        if day is None:
            continue
        if day > sheet.office.today:
            sheet.refuse(F.IN_FUTURE, name, today=sheet.office.today)
        elif name in _ORDER:
            if day < EARLIEST:
                sheet.refuse(F.TOO_OLD, name)
            if latest and day < latest[1]:
                sheet.refuse(F.BEFORE, name, other=latest[0], day=latest[1])
            latest = (name, day) if latest is None else max(latest, (name, day), key=_by_day)


def _by_day(named: tuple[str, date]) -> date:
    return named[1]


def _state(sheet: RowSheet) -> None:
    """Closed where no state is given; how it ended must be known, or follow from the state."""
    values = sheet.values
    state = CaseState(values["state"]) if values["state"] else CaseState.CLOSED
    outcome = Outcome(values["outcome"]) if values["outcome"] else None
    assert state in STATES
    expected = OUTCOME_OF_STATE.get(state)
    contradicts = outcome not in (None, expected) if expected else state in NO_OUTCOME and outcome
    if contradicts:
        sheet.refuse(F.OUTCOME_CONTRADICTS, "outcome", state=state)
    outcome = outcome or expected
    if outcome is None and state in NEED_OUTCOME and not sheet.refused("outcome"):
        if values["agreed_on"] or values["terms_zh"] or values["terms_vi"]:
            outcome = Outcome.SETTLED
        else:
            sheet.refuse(F.OUTCOME_MISSING, "outcome")
    values["state"], values["outcome"] = state, outcome
    _assumed(sheet, state, outcome)


def _assumed(sheet: RowSheet, state: CaseState, outcome: Outcome | None) -> None:
    """A day that is counted and not given is that of the step before: said, not hidden."""
    values = sheet.values
    if values["received_on"] is None:
        return
    if outcome is Outcome.SETTLED and not (values["agreed_on"] or sheet.refused("agreed_on")):
        sheet.warn(F.DAY_ASSUMED, "agreed_on")
    if state in NEED_OUTCOME and not (values["closed_on"] or sheet.refused("closed_on")):
        sheet.warn(F.DAY_ASSUMED, "closed_on")


def _claimed(sheet: RowSheet) -> None:
    values, amount = sheet.values, sheet.values["claimed"]
    if amount is None:
        return
    if not values["claimed_currency"]:
        if not sheet.refused("claimed_currency"):
            sheet.refuse(F.CURRENCY_MISSING, "claimed")
        return
    try:
        values["claimed"] = cells.money(amount, Currency(values["claimed_currency"]))
    except Unread as fault:
        sheet.refuse(fault.code, "claimed", **fault.facts)


def _mediators(sheet: RowSheet) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Those of the register, and the names of the others; the first named presides."""
    text = sheet.values["mediators"] or ""
    for sign in "、，,;；/\n":
        text = text.replace(sign, "|")
    names = [name.strip() for name in text.split("|") if name.strip()]
    others = tuple(name for name in names if plain(name) not in sheet.office.register)
    for name in others:
        sheet.warn(F.MEDIATOR_UNKNOWN, "mediators", name=name[:60])
    register = sheet.office.register
    known = dict.fromkeys(register[plain(name)] for name in names if name not in others)
    if not known and sheet.values["state"] is CaseState.MEDIATING:
        sheet.warn(F.MEDIATOR_MISSING, "mediators")
    return tuple(known), others
