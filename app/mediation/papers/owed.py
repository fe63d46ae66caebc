"""How is what is owed set in tables? Money in parts as people by days; anything else row by row.

Who owes, to whom, for what and how is said once above a table of money, its total in words below.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from app.kernel.money import Currency, Money
from app.mediation.papers.values import BLANK, PaperText
from app.mediation.papers.wording import (
    NOTHING,
    amount_both,
    date_both,
    figures_both,
    span_both,
    unit_both,
    words_both,
)
from app.mediation.rules.owed_table import OwedTable, Part

Data = dict[str, Any]
MOST_DAYS, MOST_PEOPLE = 5, 4
"""As many columns of sums as stand side by side on a sheet."""


@dataclass(frozen=True)
class PaperObligation:
    """Who owes whom: money (`amount`), goods or an act (`what`), or both.

    `part` tells which of several payments it is, `until` the last day where one row tells a plan.
    """

    debtor: PaperText
    creditor: PaperText
    what: PaperText = BLANK
    amount: Money | None = None
    due_on: date | None = None
    place: PaperText = BLANK
    part: PaperText = BLANK
    manner: PaperText = BLANK
    until: date | None = None


@dataclass(frozen=True)
class _Receiver:
    """Somebody who is paid through a party is named in `what`."""

    creditor: PaperText
    what: PaperText


def owed_data(owed: Sequence[PaperObligation]) -> Data:
    """Blocks of money in parts, the rows that stand alone, and what all of it comes to."""
    groups: dict[Any, list[PaperObligation]] = {}
    for each in owed:
        groups.setdefault(_promise(each), []).append(each)
    together = [parts for parts in groups.values() if len(parts) > 1]
    alone = [parts[0] for parts in groups.values() if len(parts) == 1]
    sums = [_sum(parts) for parts in together] + [each.amount for each in alone if each.amount]
    return {
        "blocks": [_block(parts) for parts in together],
        "obligations": [_row(each) for each in alone],
        "totals": _totals(sums),
    }


def _promise(each: PaperObligation) -> Any:
    """What stands in one table: money of one debtor, paid in one way at one place."""
    if each.amount is None or each.until is not None:
        return id(each)
    return each.debtor, each.amount.currency, each.manner, each.place


def _row(each: PaperObligation) -> Data:
    return {
        "debtor": asdict(each.debtor),
        "creditor": asdict(each.creditor),
        "what": asdict(each.what),
        "part": asdict(each.part),
        "manner": asdict(each.manner),
        "amount": amount_both(each.amount),
        "due_on": span_both(each.due_on, each.until),
        "place": asdict(each.place),
    }


def _block(parts: list[PaperObligation]) -> Data:
    one, total = parts[0], _sum(parts)
    creditors, whats = {each.creditor for each in parts}, {each.what for each in parts}
    return {
        "debtor": asdict(one.debtor),
        "creditor": asdict(one.creditor if len(creditors) == 1 else BLANK),
        "what": asdict(one.what if len(whats) == 1 else BLANK),
        "manner": asdict(one.manner),
        "place": asdict(one.place),
        "unit": unit_both(total.currency),
        "total": {"amount": amount_both(total), "in_words": words_both(total)},
        "total_figures": figures_both(total),
    } | _laid_out(parts)


def _laid_out(parts: list[PaperObligation]) -> Data:
    """Days across or down, whichever fits; too many of both are listed day by day."""
    table = OwedTable(tuple(
        Part(_Receiver(each.creditor, each.what), each.due_on, each.amount)
        for each in parts if each.amount is not None
    ))  # fmt: skip
    people, days = table.receivers, table.days
    if len(people) == 1 or (len(days) > MOST_DAYS and len(people) <= MOST_PEOPLE):
        return {
            "by": "day",
            "columns": [_named(each, people) for each in people] if len(people) > 1 else [],
            "rows": [
                _line(_dated(day, parts), [table.cell(each, day) for each in people], table.on(day))
                for day in days
            ],
            "sums": [figures_both(table.of(each)) for each in people],
        }
    if len(days) <= MOST_DAYS:
        return {
            "by": "creditor",
            "columns": [_dated(day, parts) for day in days],
            "rows": [
                _line(_named(each, people), [table.cell(each, day) for day in days], table.of(each))
                for each in people
            ],
            "sums": [figures_both(table.on(day)) for day in days],
        }
    return {
        "by": "each_day",
        "columns": [],
        "rows": [
            _line(_dated(day, parts), [], table.on(day)) | {"people": [
                _line(_named(each, people), [], sum_) for each in people
                if (sum_ := table.cell(each, day)) is not None
            ]}
            for day in days
        ],
        "sums": [],
    }  # fmt: skip


def _line(head: Data, cells: Iterable[Money | None], total: Money) -> Data:
    return head | {"cells": [figures_both(each) for each in cells], "sum": figures_both(total)}


def _dated(day: date | None, parts: list[PaperObligation]) -> Data:
    """A day, and which payment falls on it where that is the same for all."""
    told = {each.part for each in parts if each.due_on == day}
    part = asdict(told.pop()) if len(told) == 1 else NOTHING
    return {"name": date_both(day), "note": part}


def _named(one: _Receiver, all_of: list[_Receiver]) -> Data:
    """Who receives; the name, the purpose or both, as far as they tell one from another."""
    who = one.creditor if len({each.creditor for each in all_of}) > 1 else BLANK
    what = one.what if len({each.what for each in all_of}) > 1 else BLANK
    return {"name": asdict(who), "note": asdict(what)}


def _sum(parts: Iterable[PaperObligation]) -> Money:
    first, *rest = [each.amount for each in parts if each.amount is not None]
    return sum(rest, first)


def _totals(sums: Iterable[Money]) -> list[Data]:
    """What is owed in each currency, where that is more than one sum."""
    found: dict[Currency, list[Money]] = {}
    for each in sums:
        found.setdefault(each.currency, []).append(each)
    added = [sum(some, Money(0, currency)) for currency, some in found.items() if len(some) > 1]
    return [{"amount": amount_both(one), "in_words": words_both(one)} for one in added]
