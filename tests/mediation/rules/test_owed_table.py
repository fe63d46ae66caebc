"""Do people, days and sums stand where one looks for them?"""

from datetime import date

from app.kernel.money import Currency, Money
from app.mediation.rules.owed_table import OwedTable, Part

DECEMBER, JANUARY = date(2026, 12, 1), date(2027, 1, 1)


def yuan(amount: int) -> Money:
    return Money(amount * 100, Currency.CNY)


def test_people_by_days_add_up_in_both_directions() -> None:
    table = OwedTable((
        Part("Mai", JANUARY, yuan(30)), Part("Mai", DECEMBER, yuan(20)),
        Part("Lan", DECEMBER, yuan(5)),
    ))  # fmt: skip
    assert (table.receivers, table.days) == (["Mai", "Lan"], [DECEMBER, JANUARY])
    assert table.cell("Mai", DECEMBER) == yuan(20)
    assert table.cell("Lan", JANUARY) is None
    assert (table.of("Mai"), table.on(DECEMBER), table.total) == (yuan(50), yuan(25), yuan(55))


def test_two_parts_of_one_person_on_one_day_are_one_sum() -> None:
    table = OwedTable((Part("Mai", None, yuan(1)), Part("Mai", None, yuan(2))))
    assert table.cell("Mai", None) == yuan(3)


def test_what_has_no_day_comes_last_and_long_plans_go_down_the_page() -> None:
    months = tuple(Part("Mai", date(2027, month, 1), yuan(1)) for month in (3, 1, 2))
    table = OwedTable((Part("Mai", None, yuan(1)), *months))
    assert table.days == [date(2027, 1, 1), date(2027, 2, 1), date(2027, 3, 1), None]
    assert table.is_by_day
    assert not OwedTable((Part("Mai", None, yuan(1)), Part("Lan", None, yuan(1)))).is_by_day
