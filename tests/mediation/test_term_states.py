"""Does the last save of a clause ever win silently over what somebody else saved?"""

import re
from datetime import date

from flask import Flask

from app.db import db
from app.mediation.models import Agreement
from app.mediation.services import composing
from tests.factories import NOW, World, actor
from tests.mediation import settling
from tests.mediation.settling import Debt
from tests.mediation.stages import day
from tests.mediation.test_composer_pages import drafted, filled, home, owed
from tests.mediation.test_composing import lump_sum, place
from tests.pages import Reader, text_of

FIRST, SECOND = "clerk.youyi", "clerk2.youyi"


def opened(page: str) -> str:
    """What the form says of the clause it was opened with."""
    found = re.search(r'name="opened"[^>]*value="([0-9a-f]{64})"', page)
    assert found
    return found[1]


def composed(app: Flask, debt: Debt) -> str:
    with app.app_context():
        values = lump_sum(debt)
        here = place(debt) | {"clause_key": "lump_sum", "values": values, "now": NOW}
        return f"{home(debt)}/terms/{composing.add_clause(actor(FIRST), **here).id}/compose"


def test_clause_saved_in_another_window_is_not_overwritten(
    client: Reader, app: Flask, world: World
) -> None:
    debt = drafted(app, world)
    address = composed(app, debt)
    client.sign_in(FIRST)
    state = {"opened": opened(client.get(address))} | day("p_due-day", date(2026, 12, 24))
    client.follow(client.post(address, filled(app, debt, "9000") | state))
    late = client.post(address, filled(app, debt, "7000") | state)
    page = late.get_data(as_text=True)
    assert late.status_code == 422
    assert "已被修改" in page
    assert 'value="7000"' in page
    assert f'value="{state["opened"]}"' in page
    assert owed(app, debt) == [(900_000, date(2026, 12, 24))]
    state["opened"] = opened(client.get(address))
    client.follow(client.post(address, filled(app, debt, "7000") | state))
    assert owed(app, debt) == [(700_000, date(2026, 12, 24))]


def test_form_that_names_no_state_saves_nothing(client: Reader, app: Flask, world: World) -> None:
    debt = drafted(app, world)
    address = composed(app, debt)
    client.sign_in(FIRST)
    assert client.post(address, filled(app, debt, "9000")).status_code == 422


def test_free_clause_of_another_officer_is_not_overwritten(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        debt = settling.drafted(actor(FIRST), world)
        term = debt.agreement.terms[0].id
    address = f"{home(debt)}/terms/{term}/edit"
    other = Reader(app, "vi").sign_in(SECOND)
    state = {"opened": opened(client.sign_in(FIRST).get(address)), "language": "zh"}
    assert opened(other.get(address)) == state["opened"]
    client.follow(client.post(address, state | {"text_zh": "甲方先付款。", "text_vi": ""}))
    late = other.post(address, state | {"text_zh": "乙方先付款。", "text_vi": ""})
    assert late.status_code == 422
    text = text_of(late.get_data(as_text=True))
    assert "đã được sửa" in text
    assert "乙方先付款。" in text
    with app.app_context():
        assert db.session.get_one(Agreement, debt.agreement_id).terms[0].text_zh == "甲方先付款。"
