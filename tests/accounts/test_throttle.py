"""How often may one guess? Five times a name, thirty an address, however fast."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from app.accounts.refusals import AccountRefusal as R
from app.accounts.services.sign_ins import sign_in
from app.kernel.errors import RuleBroken
from tests.factories import NOW, PASSWORD

HOME = "10.0.0.1"


def guess(username, password="wrong wrong", *, address=HOME, now=NOW):
    """None when let in, else the code of the refusal."""
    try:
        sign_in(username, password, address=address, browser="", now=now)
    except RuleBroken as broken:
        return broken.refusals[0].code
    return None


def all_at_once(app, names):
    def one(name):
        with app.app_context():
            return guess(name)

    with ThreadPoolExecutor(max_workers=20) as pool:
        return Counter(pool.map(one, names))


def test_twenty_guesses_at_once_are_looked_at_five_times(app):
    found = all_at_once(app, ["clerk.youyi"] * 20)
    assert found == {R.WRONG_CREDENTIALS: 5, R.TOO_MANY_TRIES: 15}


def test_twenty_people_at_one_counter_are_all_looked_at(app):
    found = all_at_once(app, [f"person.{number}" for number in range(20)])
    assert found == {R.WRONG_CREDENTIALS: 20}


def test_address_is_shut_after_thirty_names(ctx):
    found = Counter(guess(f"person.{number}") for number in range(32))
    assert found == {R.WRONG_CREDENTIALS: 30, R.TOO_MANY_TRIES: 2}
    assert guess("clerk.youyi", PASSWORD) is R.TOO_MANY_TRIES
    assert guess("clerk.youyi", PASSWORD, address="10.0.0.2") is None


@pytest.mark.parametrize("name", ["clerk.youyi", "nobody.there"])
def test_account_that_is_not_there_is_shut_like_any_other(ctx, name):
    answers = [guess(name) for _ in range(6)]
    assert answers == [R.WRONG_CREDENTIALS] * 5 + [R.TOO_MANY_TRIES]


def test_name_opens_again_after_a_quarter_of_an_hour(ctx):
    for _ in range(5):
        guess("clerk.youyi")
    almost, over = NOW + timedelta(minutes=14, seconds=59), NOW + timedelta(minutes=15)
    assert guess("clerk.youyi", PASSWORD, now=almost) is R.TOO_MANY_TRIES
    assert guess("clerk.youyi", PASSWORD, now=over) is None


def test_right_password_clears_the_count(ctx):
    for _ in range(3):
        for _ in range(4):
            assert guess("clerk.youyi") is R.WRONG_CREDENTIALS
        assert guess("clerk.youyi", PASSWORD) is None


def test_office_that_signs_in_all_day_is_not_shut(ctx):
    assert {guess("clerk.youyi", PASSWORD) for _ in range(35)} == {None}
