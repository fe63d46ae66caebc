"""Does every answer carry the headers that guard it?"""

import pytest

from app.web.security import CSP, HEADERS
from tests.house.conftest import ONCE
from tests.pages import Reader

pytestmark = ONCE


def test_policy_lets_in_nothing_but_our_own_files(app):
    assert "default-src 'none'" in CSP
    assert "unsafe" not in CSP
    assert "*" not in CSP


@pytest.mark.parametrize("path", ["/sign-in", "/", "/nowhere", "/language/vi", "/profile"])
def test_visitors_answers_are_guarded(app, path):
    answer = app.test_client().get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Cookie" in answer.headers["Vary"]


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/profile", 200), ("/accounts", 403)])
def test_pages_of_those_signed_in_are_guarded(app, path, status):
    answer = Reader(app).sign_in("clerk.youyi").http.get(path)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert answer.headers["Cache-Control"] == "no-store"


def test_refused_post_is_guarded(app):
    answer = app.test_client().post("/sign-in", data={"username": "x"})
    assert answer.status_code == 400  # no token
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_static_files_are_guarded_and_may_be_cached(app):
    with app.test_client().get("/static/css/app.css") as answer:
        assert answer.status_code == 200
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
        assert answer.headers.get("Cache-Control") != "no-store"


def test_sign_in_cookie_is_out_of_reach_of_scripts_and_other_sites(app):
    reader = Reader(app)
    answer = reader.post("/sign-in", {"username": "clerk.youyi", "password": "x"})
    assert answer.status_code == 422
    reader.sign_in("clerk.youyi")
    cookie = reader.last.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_production_insists_on_https(app):
    assert "Strict-Transport-Security" not in app.test_client().get("/sign-in").headers
    app.config["SESSION_COOKIE_SECURE"] = True
    try:
        answer = app.test_client().get("/sign-in")
    finally:
        app.config["SESSION_COOKIE_SECURE"] = False
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
