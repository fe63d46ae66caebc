"""Has what was promised been done, and do the instalments add up?

Sources: obligations fall due as the parties agreed (no law sets their dates, and a day off does
not move them); the committee checks and urges performance under the People's Mediation Law.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.kernel.errors import Refusal, RuleBroken
from app.kernel.money import Currency, Money
from app.kernel.periods import add_months
from app.mediation.kinds import ObligationKind
from app.mediation.states import CaseAction


class ObligationState(StrEnum):
    NOT_DUE = "not_due"
    PART = "part"
    DONE = "done"
    OVERDUE = "overdue"
    REPLACED = "replaced"


SETTLED = frozenset({ObligationState.DONE, ObligationState.REPLACED})
"""Nothing more is to be done about it."""


class PerformanceRefusal(StrEnum):
    RECEIPT_NOT_POSITIVE = "receipt_not_positive"
    RECEIPT_CURRENCY = "receipt_currency"
    RECEIPT_TOO_MUCH = "receipt_too_much"
    RECEIPT_IN_FUTURE = "receipt_in_future"
    PLAN_EMPTY = "plan_empty"
    PLAN_INTERVAL = "plan_interval"
    PLAN_CURRENCY = "plan_currency"
    PLAN_NOT_POSITIVE = "plan_not_positive"
    PLAN_SUM_DIFFERS = "plan_sum_differs"
    PLAN_DATES_BACKWARDS = "plan_dates_backwards"


P = PerformanceRefusal


@dataclass(frozen=True, slots=True)
class Owed:
    """One obligation: money with its receipts, or goods or an act with the day they were given.

    `due_on` None is owed without a date, and is never overdue. `replaced`: a supplementary
    agreement took the place of what was left; what was received until then stays received.
    """

    kind: ObligationKind
    due_on: date | None = None
    amount: Money | None = None
    receipts: tuple[Money, ...] = ()
    done_on: date | None = None
    replaced: bool = False

    def __post_init__(self) -> None:
        if (self.kind is ObligationKind.MONEY) != (self.amount is not None):
            raise ValueError("money has an amount; goods and acts have none")


@dataclass(frozen=True, slots=True)
class Instalment:
    due_on: date
    amount: Money


def paid(owed: Owed) -> Money | None:
    """The receipts together, in the obligation's currency; None for goods and acts."""
    return None if owed.amount is None else _sum(owed.receipts, owed.amount.currency)


def counted(owed: Owed) -> Money | None:
    """What it counts for in a total: the amount, of a replaced one only what was received."""
    return paid(owed) if owed.replaced else owed.amount


def outstanding(owed: Owed) -> Money | None:
    """What is left to pay; None for goods and acts."""
    if owed.amount is None:
        return None
    if owed.replaced:
        return Money(0, owed.amount.currency)
    return owed.amount - _sum(owed.receipts, owed.amount.currency)


def state_of(owed: Owed, today: date) -> ObligationState:
    """The due day itself is still in time; part of a late payment is still late."""
    if owed.replaced:
        return ObligationState.REPLACED
    if _is_done(owed):
        return ObligationState.DONE
    if owed.due_on is not None and owed.due_on < today:
        return ObligationState.OVERDUE
    return ObligationState.PART if owed.receipts else ObligationState.NOT_DUE


def overall(states: Iterable[ObligationState]) -> ObligationState | None:
    """The agreement as a whole, with what supplements it; None where nothing is owed.

    What was replaced asks nothing more of anybody.
    """
    seen = set(states)
    if not seen:
        return None
    if seen <= SETTLED:
        return ObligationState.DONE
    seen.discard(ObligationState.REPLACED)
    if ObligationState.OVERDUE in seen:
        return ObligationState.OVERDUE
    return ObligationState.NOT_DUE if seen == {ObligationState.NOT_DUE} else ObligationState.PART


def suggested(states: Iterable[ObligationState]) -> CaseAction | None:
    """What the register proposes; that a debtor is in default remains the officer's finding."""
    whole = overall(states)
    if whole is ObligationState.DONE:
        return CaseAction.COMPLETE_PERFORMANCE
    return CaseAction.DEFAULT if whole is ObligationState.OVERDUE else None


def receipt_refusals(
    owed: Owed, receipt: Money, received_on: date, today: date
) -> tuple[Refusal, ...]:
    """Why this receipt cannot stand against this obligation of money."""
    found: list[Refusal] = []
    if received_on > today:
        found.append(Refusal(P.RECEIPT_IN_FUTURE, {"today": today}, field="received_on"))
    if receipt.minor <= 0:
        found.append(Refusal(P.RECEIPT_NOT_POSITIVE, field="amount"))
    left = outstanding(owed)
    if left is None:
        raise ValueError("goods and acts are marked done, not receipted in money")
    if receipt.currency is not left.currency:
        found.append(Refusal(P.RECEIPT_CURRENCY, {"currency": left.currency}, field="amount"))
    elif left < receipt:
        facts = {"outstanding": left, "difference": receipt - left}
        found.append(Refusal(P.RECEIPT_TOO_MUCH, facts, field="amount"))
    return tuple(found)


def instalments(
    total: Money,
    count: int,
    first_due: date,
    every_months: int,
    down_payment: Instalment | None = None,
) -> tuple[Instalment, ...]:
    """`count` equal parts of what the down payment leaves; odd units go to the first parts.

    Days run from `first_due`, so a plan from 31 January returns to 31 March after 28 February.
    Raises RuleBroken with every reason.
    """
    wrong = [Refusal(P.PLAN_EMPTY)] if count < 1 else []
    if every_months < 1:
        wrong.append(Refusal(P.PLAN_INTERVAL))
    if down_payment and down_payment.amount.currency is not total.currency:
        wrong.append(Refusal(P.PLAN_CURRENCY, {"currency": total.currency}))
    if wrong:
        raise RuleBroken(wrong)
    rest = total - down_payment.amount if down_payment else total
    parts = tuple(
        Instalment(add_months(first_due, i * every_months), amount)
        for i, amount in enumerate(rest.split(count))
    )
    plan = (down_payment, *parts) if down_payment else parts
    if refusals := plan_refusals(total, plan):
        raise RuleBroken(refusals)
    return plan


def plan_refusals(total: Money, plan: tuple[Instalment, ...]) -> tuple[Refusal, ...]:
    """Why these instalments are no plan for `total`; a wrong sum is named with its difference."""
    if not plan:
        return (Refusal(P.PLAN_EMPTY),)
    found: list[Refusal] = []
    if any(part.amount.minor <= 0 for part in plan):
        found.append(Refusal(P.PLAN_NOT_POSITIVE))
    if any(part.amount.currency is not total.currency for part in plan):
        found.append(Refusal(P.PLAN_CURRENCY, {"currency": total.currency}))
    elif (planned := _sum((part.amount for part in plan), total.currency)) != total:
        facts = {"total": total, "planned": planned, "difference": planned - total}
        found.append(Refusal(P.PLAN_SUM_DIFFERS, facts))
    days = [part.due_on for part in plan]
    if days != sorted(days):
        found.append(Refusal(P.PLAN_DATES_BACKWARDS))
    return tuple(found)


def _is_done(owed: Owed) -> bool:
    left = outstanding(owed)
    return owed.done_on is not None if left is None else left.minor <= 0


def _sum(amounts: Iterable[Money], currency: Currency) -> Money:
    return sum(amounts, start=Money(0, currency))
