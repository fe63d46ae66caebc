"""How long does a sign-in last? Until it is ended, sits idle, or grows old; never longer."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.accounts.models import SignIn
from app.db import db, transaction
from app.kernel.clock import utc_now
from tests.pages import Reader, text_of


@pytest.fixture
def reader(app):
    return Reader(app).sign_in("clerk.youyi")


def is_in(reader):
    return reader.http.get("/profile").status_code == 200


def move(app, **values):
    with app.app_context(), transaction() as session:
        session.execute(update(SignIn).values(**values))


@pytest.mark.parametrize(("minutes", "still"), [(29, True), (31, False)])
def test_sign_in_ends_after_half_an_hour_of_rest(app, reader, minutes, still):
    move(app, last_seen_at=utc_now() - timedelta(minutes=minutes))
    assert is_in(reader) is still


@pytest.mark.parametrize(("hours", "still"), [(7.9, True), (8.1, False)])
def test_sign_in_ends_after_eight_hours_whatever_one_does(app, reader, hours, still):
    move(app, created_at=utc_now() - timedelta(hours=hours))
    assert is_in(reader) is still


def test_being_there_is_noticed_once_a_minute(app, reader):
    long_ago = utc_now() - timedelta(minutes=20)
    move(app, last_seen_at=long_ago)
    assert is_in(reader)
    with app.app_context():
        assert db.session.scalars(select(SignIn.last_seen_at)).one() > long_ago


def test_sign_in_makes_a_new_session(app):
    reader = Reader(app)
    with reader.http.session_transaction() as session:
        session["planted"] = "by somebody else"
    reader.sign_in("clerk.youyi")
    with reader.http.session_transaction() as session:
        assert "planted" not in session
        first = session["_user_id"]
    reader.sign_out()
    reader.sign_in("clerk.youyi")
    with reader.http.session_transaction() as session:
        assert session["_user_id"] != first


def test_stolen_cookie_is_worth_nothing_after_signing_out(app, reader):
    cookie = reader.http.get_cookie("hoa")
    reader.sign_out()
    thief = Reader(app)
    thief.http.set_cookie("hoa", cookie.value)
    assert not is_in(thief)


def test_token_is_kept_only_as_a_digest(app, reader):
    with reader.http.session_transaction() as session:
        token = session["_user_id"]
    with app.app_context():
        assert db.session.scalars(select(SignIn.token_hash)).one() != token


def test_new_password_signs_out_every_other_browser(app, reader):
    other = Reader(app, "vi").sign_in("clerk.youyi")
    sent = {"current": "a quiet border 2026", "password": "another quiet border"}
    reader.follow(reader.post("/profile", sent))
    assert is_in(reader)
    assert not is_in(other)


def test_one_other_browser_is_signed_out_from_the_profile(app, reader, world):
    other = Reader(app, "vi").sign_in("clerk.youyi")
    page = other.get("/profile")
    number = page.split("/profile/sign-ins/")[1].split("/")[0]
    assert "Trình duyệt này" in text_of(page)
    other.follow(other.post(f"/profile/sign-ins/{number}/end", {}))
    assert not is_in(reader)
    assert is_in(other)


def test_nobody_ends_the_sign_in_of_another_person(app, reader):
    stranger = Reader(app).sign_in("clerk.pingmeng")
    with app.app_context():
        number = db.session.scalars(select(SignIn.id).order_by(SignIn.id)).first()
    assert stranger.post(f"/profile/sign-ins/{number}/end", {}).status_code == 404
    assert is_in(reader)


def test_chosen_language_is_remembered_with_the_person(app, reader):
    reader.post("/profile/language", {"language": "vi"})
    reader.language = "vi"
    reader.get("/profile")
    fresh = Reader(app)
    fresh.http = app.test_client()
    fresh.language = "vi"
    fresh.post("/sign-in", {"username": "clerk.youyi", "password": "a quiet border 2026"})
    fresh.get("/profile")
