"""Does the paper's table tell a long even plan in one row, and everything else part by part?"""

from datetime import date

from flask import Flask

from app.mediation.papers.owed_rows import owed_rows
from app.mediation.papers.wording import span_both
from app.mediation.queries.clauses import person_of
from tests.factories import World, actor
from tests.mediation.composed import add, begun, in_two, sides
from tests.mediation.settling import yuan

SINCE, UNTIL = date(2026, 12, 1), date(2028, 1, 1)


def test_support_month_by_month_is_one_row_with_its_sum(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    add(clerk, debt, "instalments", in_two(debt))
    add(clerk, debt, "child_support", sides(debt) | {
        "amount": yuan(800), "since": SINCE, "until": UNTIL, "every": 1,
        "child": person_of(debt.case.parties[0]),
    })  # fmt: skip
    assert len(debt.agreement.obligations) == 2 + 14
    rows = owed_rows(debt.agreement.obligations)
    assert sorted(row.amount.minor for row in rows if row.amount) == [500_000, 700_000, 1_120_000]
    (plan,) = [row for row in rows if row.until is not None]
    assert (plan.due_on, plan.until) == (SINCE, UNTIL)
    assert plan.part.zh == "共14期，每期800.00元"
    assert plan.part.vi == "14 đợt, mỗi đợt 800,00 nhân dân tệ"
    assert span_both(SINCE, UNTIL)["zh"] == "2026年12月1日至2028年1月1日"


def test_short_plans_are_told_part_by_part(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.youyi")
    debt = begun(clerk, world)
    add(clerk, debt, "instalments", in_two(debt))
    rows = owed_rows(debt.agreement.obligations)
    assert [row.until for row in rows] == [None, None]
    assert rows[0].part.zh == "第1期，共2期"
