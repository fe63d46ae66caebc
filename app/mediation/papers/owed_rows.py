"""How does the paper's table list what is owed? One row each; a long even plan in one row.

A child's support is paid month after month: two hundred equal rows say less than one.
"""

from collections.abc import Iterable
from itertools import groupby

from app.kernel.money import Money
from app.mediation.models import Obligation
from app.mediation.papers.owed import PaperObligation
from app.mediation.papers.values import PaperText, called, pair
from app.mediation.papers.wording import amount_both

MOST_ROWS = 12
"""Of one plan: a year of months."""


def owed_rows(obligations: Iterable[Obligation]) -> tuple[PaperObligation, ...]:
    """In their order, by their days; a plan told in one row stands where it begins."""
    listed = list(obligations)
    plans = {
        plan: list(parts)
        for plan, parts in groupby(sorted(listed, key=lambda one: one.plan), lambda one: one.plan)
    }
    rows: list[PaperObligation] = []
    for each in listed:
        parts = plans[each.plan]
        if not (each.plan and _is_long_and_even(parts)):
            rows.append(_row(each, _number(each)))
        elif each is parts[0]:
            rows.append(_together(parts))
    return tuple(rows)


def _is_long_and_even(parts: list[Obligation]) -> bool:
    dated = all(part.due_on is not None and part.amount is not None for part in parts)
    return dated and len(parts) > MOST_ROWS and len({part.amount for part in parts}) == 1


def _together(parts: list[Obligation]) -> PaperObligation:
    """The whole sum, with how many payments of how much, from the first day to the last."""
    first, last = parts[0], parts[-1]
    assert first.amount is not None
    each = amount_both(first.amount)
    parted = PaperText(
        f"共{len(parts)}期，每期{each['zh']}", f"{len(parts)} đợt, mỗi đợt {each['vi']}"
    )
    total = Money(first.amount.minor * len(parts), first.amount.currency)
    return _row(first, parted, total, last)


def _row(
    each: Obligation, part: PaperText, amount: Money | None = None, last: Obligation | None = None
) -> PaperObligation:
    return PaperObligation(
        debtor=called(each.debtor),
        creditor=called(each.creditor),
        what=PaperText(each.what_zh or each.what_vi, each.what_vi or each.what_zh),
        part=part,
        manner=pair(each.manner_said),
        amount=amount or each.amount,
        due_on=each.due_on,
        until=last.due_on if last else None,
        place=pair(each.place_said),
    )


def _number(each: Obligation) -> PaperText:
    """Which part of its plan it is."""
    if not each.plan:
        return PaperText("", "")
    number, count = each.instalment, each.instalments
    return PaperText(f"第{number}期，共{count}期", f"đợt {number}/{count}")
