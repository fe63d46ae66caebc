"""Who gets in? The right password; a wrong one, an unknown name and a closed account alike not."""

import pytest
from sqlalchemy import select

from app.accounts.models import SignIn
from app.accounts.services.people import disable_user
from app.db import db
from tests import factories
from tests.factories import NOW
from tests.pages import Reader, text_of


def test_sign_in_page_stands_in_both_languages(client):
    assert "登录" in client.get("/sign-in")
    assert "Đăng nhập" in client.read_in("vi").get("/sign-in")


def test_right_password_opens_and_sign_out_closes(client):
    client.sign_in("clerk.youyi")
    client.get("/profile")
    client.sign_out()
    assert client.http.get("/profile").location.startswith("/sign-in")


@pytest.mark.parametrize("name", ["clerk.youyi", "nobody.there"])
def test_wrong_password_and_unknown_name_answer_alike(client, name):
    answer = client.post("/sign-in", {"username": name, "password": "wrong wrong"})
    assert answer.status_code == 422
    assert "用户名或密码不正确" in text_of(answer.get_data(as_text=True))


def test_five_failures_shut_the_name_for_a_while_and_only_that_name(client):
    for _ in range(5):
        client.post("/sign-in", {"username": "clerk.youyi", "password": "wrong wrong"})
    answer = client.post("/sign-in", {"username": "clerk.youyi", "password": factories.PASSWORD})
    assert answer.status_code == 422
    assert "15" in text_of(answer.get_data(as_text=True))
    client.sign_in("clerk2.youyi")


def test_closing_an_account_ends_its_sign_ins_at_once(app, world):
    reader = Reader(app).sign_in("clerk.youyi")
    with app.app_context():
        disable_user(
            factories.actor("admin.cn"), user_id=world.users["clerk.youyi"], reason="left", now=NOW
        )
    assert reader.http.get("/profile").status_code == 302
    with app.app_context():
        assert db.session.scalars(select(SignIn)).one().ended_at is not None


def test_next_never_leads_to_another_site(client):
    answer = client.post(
        "/sign-in?next=//evil.example/x",
        {"username": "clerk.youyi", "password": factories.PASSWORD},
    )
    assert answer.location == "/"
