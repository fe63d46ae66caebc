"""Does what was paid, given and done make the right state, and do instalments add up?"""

from dataclasses import replace
from datetime import date

import pytest

from app.kernel.errors import RuleBroken
from app.kernel.money import Currency, Money
from app.mediation.kinds import ObligationKind
from app.mediation.rules.performance import (
    Instalment,
    ObligationState,
    Owed,
    PerformanceRefusal,
    counted,
    instalments,
    outstanding,
    overall,
    paid,
    plan_refusals,
    receipt_refusals,
    state_of,
    suggested,
)
from app.mediation.states import CaseAction

DUE = date(2026, 7, 31)
DAY_AFTER = date(2026, 8, 1)
NOT_DUE, PART, DONE, OVERDUE, REPLACED = ObligationState


def yuan(amount: int) -> Money:
    return Money(amount * 100, Currency.CNY)


def dong(amount: int) -> Money:
    return Money(amount, Currency.VND)


DEBT = Owed(ObligationKind.MONEY, DUE, yuan(1200))


@pytest.mark.parametrize(
    ("receipts", "today", "state"),
    [
        ((), DUE, NOT_DUE),  # the due day is still in time
        ((), DAY_AFTER, OVERDUE),
        ((yuan(500),), DUE, PART),
        ((yuan(500),), DAY_AFTER, OVERDUE),  # part of a late payment is late
        ((yuan(500), yuan(700)), DUE, DONE),
        ((yuan(500), yuan(700)), DAY_AFTER, DONE),
    ],
)
def test_money_is_as_far_as_its_receipts(
    receipts: tuple[Money, ...], today: date, state: ObligationState
) -> None:
    assert state_of(replace(DEBT, receipts=receipts), today) is state


@pytest.mark.parametrize("kind", [ObligationKind.GOODS, ObligationKind.ACT])
def test_goods_and_acts_are_done_when_marked(kind: ObligationKind) -> None:
    owed = Owed(kind, DUE)
    assert state_of(owed, DUE) is NOT_DUE
    assert state_of(owed, DAY_AFTER) is OVERDUE
    assert state_of(replace(owed, done_on=DAY_AFTER), DAY_AFTER) is DONE


def test_obligation_without_a_date_is_never_overdue() -> None:
    assert state_of(Owed(ObligationKind.ACT), date(2099, 1, 1)) is NOT_DUE


def test_paid_and_outstanding_are_said_for_money_only() -> None:
    owed = replace(DEBT, receipts=(yuan(500), yuan(100)))
    assert (paid(owed), outstanding(owed)) == (yuan(600), yuan(600))
    assert paid(Owed(ObligationKind.ACT)) is outstanding(Owed(ObligationKind.ACT)) is None


def test_what_was_replaced_counts_for_what_was_received_and_is_never_overdue() -> None:
    replaced = replace(DEBT, receipts=(yuan(500),), replaced=True)
    assert state_of(replaced, DAY_AFTER) is REPLACED
    assert (counted(replaced), paid(replaced), outstanding(replaced)) == (
        yuan(500),
        yuan(500),
        yuan(0),
    )
    assert counted(DEBT) == yuan(1200)


def test_money_without_amount_and_act_with_one_are_not_obligations() -> None:
    with pytest.raises(ValueError, match="money has an amount"):
        Owed(ObligationKind.MONEY, DUE)
    with pytest.raises(ValueError, match="money has an amount"):
        Owed(ObligationKind.ACT, DUE, yuan(1))


@pytest.mark.parametrize(
    ("states", "whole", "action"),
    [
        ((), None, None),
        ((DONE, DONE), DONE, CaseAction.COMPLETE_PERFORMANCE),
        ((DONE, OVERDUE, NOT_DUE), OVERDUE, CaseAction.DEFAULT),
        ((DONE, NOT_DUE), PART, None),
        ((NOT_DUE, PART), PART, None),
        ((NOT_DUE, NOT_DUE), NOT_DUE, None),
        ((REPLACED, DONE), DONE, CaseAction.COMPLETE_PERFORMANCE),
        ((REPLACED, NOT_DUE), NOT_DUE, None),
        ((REPLACED, OVERDUE), OVERDUE, CaseAction.DEFAULT),
    ],
)
def test_agreement_is_as_far_as_its_obligations(
    states: tuple[ObligationState, ...],
    whole: ObligationState | None,
    action: CaseAction | None,
) -> None:
    assert overall(states) is whole
    assert suggested(states) is action


@pytest.mark.parametrize(
    ("receipt", "on", "codes"),
    [
        (yuan(700), DUE, []),
        (yuan(701), DUE, [PerformanceRefusal.RECEIPT_TOO_MUCH]),
        (yuan(0), DUE, [PerformanceRefusal.RECEIPT_NOT_POSITIVE]),
        (dong(700), DUE, [PerformanceRefusal.RECEIPT_CURRENCY]),
        (
            dong(0),
            DAY_AFTER,
            [
                PerformanceRefusal.RECEIPT_IN_FUTURE,
                PerformanceRefusal.RECEIPT_NOT_POSITIVE,
                PerformanceRefusal.RECEIPT_CURRENCY,
            ],
        ),
    ],
)
def test_receipt_fits_what_is_outstanding(
    receipt: Money, on: date, codes: list[PerformanceRefusal]
) -> None:
    half_paid = replace(DEBT, receipts=(yuan(500),))
    found = receipt_refusals(half_paid, receipt, on, today=DUE)
    assert [refusal.code for refusal in found] == codes


def test_receipt_too_large_names_what_is_left() -> None:
    (refusal,) = receipt_refusals(DEBT, yuan(1201), DUE, DUE)
    assert refusal.facts == {"outstanding": yuan(1200), "difference": yuan(1)}


def test_goods_take_no_receipt_of_money() -> None:
    with pytest.raises(ValueError, match="marked done"):
        receipt_refusals(Owed(ObligationKind.GOODS, DUE), yuan(1), DUE, DUE)


def test_instalments_add_up_and_the_odd_fen_go_first() -> None:
    plan = instalments(Money(10001, Currency.CNY), 3, date(2026, 1, 15), 1)
    assert [part.amount.minor for part in plan] == [3334, 3334, 3333]


def test_instalments_from_the_31st_come_back_to_the_31st() -> None:
    #   31 Jan ── 28 Feb ── 31 Mar ── 30 Apr
    plan = instalments(dong(4_000_000), 4, date(2026, 1, 31), 1)
    assert [part.due_on for part in plan] == [
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
    ]


def test_down_payment_comes_first_and_leaves_the_rest() -> None:
    down = Instalment(date(2026, 1, 1), yuan(2000))
    plan = instalments(yuan(12000), 2, date(2026, 6, 30), 6, down)
    assert plan == (
        down,
        Instalment(date(2026, 6, 30), yuan(5000)),
        Instalment(date(2026, 12, 30), yuan(5000)),
    )


@pytest.mark.parametrize(
    ("count", "every", "down", "codes"),
    [
        (0, 1, None, [PerformanceRefusal.PLAN_EMPTY]),
        (
            0,
            0,
            Instalment(DUE, dong(1)),
            [
                PerformanceRefusal.PLAN_EMPTY,
                PerformanceRefusal.PLAN_INTERVAL,
                PerformanceRefusal.PLAN_CURRENCY,
            ],
        ),
        (2, 1, Instalment(DUE, yuan(100)), [PerformanceRefusal.PLAN_NOT_POSITIVE]),
        (2, 1, Instalment(DAY_AFTER, yuan(1)), [PerformanceRefusal.PLAN_DATES_BACKWARDS]),
    ],
)
def test_impossible_plan_is_refused_with_every_reason(
    count: int, every: int, down: Instalment | None, codes: list[PerformanceRefusal]
) -> None:
    with pytest.raises(RuleBroken) as broken:
        instalments(yuan(100), count, DUE, every, down)
    assert [refusal.code for refusal in broken.value.refusals] == codes


@pytest.mark.parametrize(("second", "difference"), [(yuan(590), yuan(-10)), (yuan(650), yuan(50))])
def test_plan_with_another_sum_names_the_difference(second: Money, difference: Money) -> None:
    plan = (Instalment(DUE, yuan(600)), Instalment(DAY_AFTER, second))
    (refusal,) = plan_refusals(yuan(1200), plan)
    assert refusal.code is PerformanceRefusal.PLAN_SUM_DIFFERS
    assert refusal.facts["difference"] == difference


def test_plan_in_another_currency_or_with_nothing_in_it_is_no_plan() -> None:
    mixed = plan_refusals(yuan(2), (Instalment(DUE, yuan(1)), Instalment(DUE, dong(1))))
    assert [refusal.code for refusal in mixed] == [PerformanceRefusal.PLAN_CURRENCY]
    assert [refusal.code for refusal in plan_refusals(yuan(2), ())] == [
        PerformanceRefusal.PLAN_EMPTY
    ]
