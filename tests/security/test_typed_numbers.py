"""What becomes of a number or a day that nobody can mean? It is refused where it was typed."""

from typing import Any

import pytest
from flask import Flask

from tests.factories import World
from tests.mediation.test_composer_pages import CLERK, drafted, filled, home
from tests.pages import Reader

DAY = {"year": "2027", "month": "1", "day": "15"}


def day(name: str, **other: str) -> dict[str, str]:
    return {f"{name}-{part}": typed for part, typed in (DAY | other).items()}


def goods(quantity: str) -> dict[str, str]:
    return {"p_what-name_zh": "火龙果", "p_what-quantity": quantity, "p_what-unit_zh": "吨"}


def rate(number: str) -> dict[str, str]:
    source = {"p_rate-source_zh": "中国银行", "p_rate-source_vi": "Ngân hàng Trung Quốc"}
    return {"p_rate-number": number} | source | day("p_rate-on", year="2026")


def parts(count: str, every: str = "1", **other: str) -> dict[str, str]:
    plan = {"p_schedule-count": count, "p_schedule-every": every}
    return plan | day("p_schedule-first", **other)


ENDLESS = ("NaN", "sNaN", "Infinity", "1e30", "1e999999", "1e-30", "1e-999999", "0.0000001")


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        *(("goods_delivered", goods(each)) for each in ENDLESS),
        *(("other_currency", rate(each)) for each in ENDLESS),
        ("instalments", parts("9" * 30)),
        ("instalments", parts("100000000")),
        ("instalments", parts("60", "9" * 30)),
        ("instalments", parts("60", "24", year="9999")),
        ("instalments", parts("2", year="9" * 15)),
        ("lump_sum", day("p_due-day", year="9999")),
        ("lump_sum", day("p_due-day", month="9" * 30)),
    ],
)
def test_value_nobody_can_mean_is_refused_on_its_page(
    client: Reader, app: Flask, world: World, key: str, typed: dict[str, Any]
) -> None:
    debt = drafted(app, world)
    client.sign_in(CLERK)
    for more in ({}, {"_language": "vi"}, {"step": "show"}):
        answer = client.post(f"{home(debt)}/clauses/{key}/new", filled(app, debt) | typed | more)
        assert answer.status_code == (422 if not more else 200)
        client.read_in("zh")
