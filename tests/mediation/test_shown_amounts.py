"""Is an amount shown in a form as the reader writes it, and read again as the same amount?"""

from datetime import date

import pytest
from flask import Flask

from app.kernel.money import Currency, Money
from app.mediation.forms.obligations import plain
from tests.factories import World
from tests.mediation.stages import day
from tests.mediation.test_composer_pages import CLERK, drafted, filled, home
from tests.pages import Reader

AMOUNTS = [Money(n, c) for c in Currency for n in (0, 7, 1_200, 100_000, 1_250_000, 120_000_050)]


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_shown_amount_is_read_back_as_itself(app: Flask, language: str) -> None:
    with app.test_request_context(headers={"Accept-Language": language}):
        for amount in AMOUNTS:
            assert Money.parse(plain(amount), amount.currency) == amount


@pytest.mark.parametrize(("language", "shown"), [("zh", "12,500,000"), ("vi", "12.500.000")])
def test_clause_is_edited_with_the_readers_groups(
    client: Reader, app: Flask, world: World, language: str, shown: str
) -> None:
    debt = drafted(app, world)
    client.read_in(language).sign_in(CLERK)
    sent = filled(app, debt, "12500000 đồng") | day("p_due-day", date(2099, 1, 31))
    sent |= {"p_amount-currency": "VND"}
    client.follow(client.post(f"{home(debt)}/clauses/lump_sum/new", sent))
    with app.app_context():
        term = debt.agreement.obligations[0].term_id
    assert f'value="{shown}"' in client.get(f"{home(debt)}/terms/{term}/compose")


def test_currency_behind_the_amount_must_be_the_one_chosen(
    client: Reader, app: Flask, world: World
) -> None:
    debt = drafted(app, world)
    client.read_in("vi").sign_in(CLERK)
    address = f"{home(debt)}/clauses/lump_sum/new"
    answer = client.post(address, filled(app, debt, "12.500.000đ"))
    assert answer.status_code == 422
    page = answer.get_data(as_text=True)
    assert "loại tiền khác" in page
    assert 'value="12.500.000đ"' in page
