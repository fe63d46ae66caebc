"""Is everybody's part of every instalment exact on both margins?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.money import Currency, Money
from app.mediation.rules.clause_spreading import spread


def money(*amounts: int) -> list[Money]:
    return [Money(amount, Currency.CNY) for amount in amounts]


def minors(table: tuple[tuple[Money, ...], ...]) -> list[list[int]]:
    return [[cell.minor for cell in row] for row in table]


@st.composite
def margins(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """Shares and instalments of the same sum, from one fen to billions."""
    shares = draw(st.lists(st.integers(1, 10**11), min_size=1, max_size=8))
    total = sum(shares)
    cuts = sorted(draw(st.lists(st.integers(0, total), max_size=6)))
    edges = [0, *cuts, total]
    parts = [after - before for before, after in zip(edges, edges[1:], strict=False)]
    return shares, parts


@given(margins())
def test_both_margins_are_exact_and_nothing_is_negative(both: tuple[list[int], list[int]]) -> None:
    shares, parts = both
    table = minors(spread(money(*shares), money(*parts)))
    assert [sum(row) for row in table] == shares
    assert [sum(column) for column in zip(*table, strict=True)] == parts
    assert all(cell >= 0 for row in table for cell in row)


@given(margins())
def test_no_part_strays_from_its_proportion_of_what_remained(
    both: tuple[list[int], list[int]],
) -> None:
    shares, parts = both
    table, rest = minors(spread(money(*shares), money(*parts))), list(shares)
    for column, part in enumerate(parts):
        whole = sum(rest)
        for row, left in enumerate(rest):
            assert abs(table[row][column] * whole - part * left) < max(whole, 1)
        rest = [left - line[column] for left, line in zip(rest, table, strict=True)]


def test_seven_workers_in_three_instalments() -> None:
    wages = money(310000, 310000, 285000, 285000, 240000, 198050, 171950)
    table = minors(spread(wages, money(600000, 600000, 600000)))
    assert table[0] == [103333, 103334, 103333]
    assert [sum(column) for column in zip(*table, strict=True)] == [600000] * 3


def test_odd_units_go_to_the_largest_remainders_first_of_equals() -> None:
    assert minors(spread(money(1, 1, 1), money(1, 2))) == [[1, 0], [0, 1], [0, 1]]


def test_other_sums_cannot_be_spread() -> None:
    with pytest.raises(ValueError, match="same sum"):
        spread(money(100), money(99))
