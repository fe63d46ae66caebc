"""How does a system administrator keep the accounts of the own country?"""

import pytest
from sqlalchemy import select

from app.accounts.models import User
from app.audit.models import AuditEntry
from app.db import db
from tests.factories import PASSWORD
from tests.pages import Reader, text_of

FIRST = "a first word 2026"


@pytest.fixture
def admin(client):
    return client.sign_in("admin.cn")


def new_person(reader, **other):
    sent = {"username": "li.na", "display_name": "李娜", "language": "vi", "password": FIRST}
    return reader.post("/accounts/new", sent | other)


def person_id(app, username):
    with app.app_context():
        return db.session.scalars(select(User.id).where(User.username == username)).one()


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_list_shows_the_own_country_only(admin, language):
    page = text_of(admin.read_in(language).get("/accounts"))
    assert "clerk.youyi" in page
    assert "clerk.hvt" not in page


def test_list_is_searched_without_accents(admin):
    new_person(admin, display_name="Nguyễn Văn Hùng")
    page = text_of(admin.get("/accounts?q=nguyen van hung"))
    assert "li.na" in page
    assert "clerk.youyi" not in page


def test_new_person_must_change_the_first_password_before_anything_else(app, admin):
    admin.follow(new_person(admin))
    reader = Reader(app, "vi").sign_in("li.na", FIRST)
    assert reader.http.get("/notices").location == "/profile"
    assert "Somebody" not in reader.get("/profile")
    changed = reader.post("/profile", {"current": FIRST, "password": "my own words 2026"})
    reader.follow(changed)
    reader.get("/notices")


def test_pages_come_in_the_persons_language_when_none_was_chosen(app, admin):
    new_person(admin)
    reader = Reader(app)
    reader.http = app.test_client()  # a browser that has never chosen
    reader.language = "vi"
    reader.post("/sign-in", {"username": "li.na", "password": FIRST, "_nothing": ""})
    reader.get("/profile")


def test_language_chosen_before_signing_in_stays(app):
    reader = Reader(app, "vi").sign_in("clerk.youyi")
    reader.get("/profile")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"username": "Li Na"}, "用户名为"),
        ({"username": "clerk.youyi"}, "已被使用"),
        ({"password": "short"}, "至少"),
        ({"display_name": ""}, "请填写此项。"),
    ],
)
def test_new_person_is_refused_with_the_reason_and_keeps_what_was_typed(admin, wrong, said):
    answer = new_person(admin, **wrong)
    assert answer.status_code == 422
    page = answer.get_data(as_text=True)
    assert said in text_of(page)
    assert wrong.get("display_name") == "" or 'value="李娜"' in page


def test_closing_wants_a_reason_and_then_shuts_the_door(app, admin, world):
    clerk = Reader(app).sign_in("clerk.youyi")
    address = f"/accounts/{world.users['clerk.youyi']}/close"
    admin.get(address)
    assert admin.post(address, {"reason": ""}).status_code == 422
    admin.follow(admin.post(address, {"reason": "已调离"}))
    assert clerk.http.get("/profile").location.startswith("/sign-in")
    assert "已调离" in text_of(admin.get(f"/accounts/{world.users['clerk.youyi']}"))


def test_account_is_opened_again(app, admin, world):
    person = world.users["clerk.youyi"]
    admin.post(f"/accounts/{person}/close", {"reason": "已调离"})
    admin.follow(admin.post(f"/accounts/{person}/open", {}))
    Reader(app).sign_in("clerk.youyi")


def test_nobody_closes_their_own_account(admin, world):
    answer = admin.post(f"/accounts/{world.users['admin.cn']}/close", {"reason": "x"})
    assert answer.status_code == 422


def test_password_set_by_the_administrator_ends_every_sign_in(app, admin, world):
    clerk = Reader(app).sign_in("clerk.youyi")
    address = f"/accounts/{world.users['clerk.youyi']}/password"
    admin.get(address)
    admin.follow(admin.post(address, {"password": FIRST}))
    assert clerk.http.get("/profile").location.startswith("/sign-in")
    assert Reader(app).sign_in("clerk.youyi", FIRST).http.get("/notices").location == "/profile"


@pytest.mark.parametrize("name", ["security.cn", "auditor.guangxi", "admin.cn"])
def test_administrator_cannot_take_over_those_who_watch(app, admin, world, name):
    answer = admin.post(f"/accounts/{world.users[name]}/password", {"password": FIRST})
    assert answer.status_code == 422
    Reader(app).sign_in(name, PASSWORD)


@pytest.mark.parametrize("page", ["", "/close", "/password"])
def test_person_of_the_other_country_is_not_there(admin, world, page):
    admin.get(f"/accounts/{world.users['clerk.hvt']}{page}", status=404)


@pytest.mark.parametrize("act", ["close", "open", "password"])
def test_person_of_the_other_country_cannot_be_touched(app, admin, world, act):
    sent = {"reason": "x", "password": FIRST}
    address = f"/accounts/{world.users['clerk.hvt']}/{act}"
    assert admin.post(address, sent).status_code == 404
    Reader(app).sign_in("clerk.hvt")


def test_every_act_is_on_record_without_the_password(app, admin):
    new_person(admin)
    person = person_id(app, "li.na")
    admin.post(f"/accounts/{person}/close", {"reason": "已调离"})
    with app.app_context():
        entries = db.session.scalars(
            select(AuditEntry).where(AuditEntry.object_type == "user",
                                     AuditEntry.object_id == person).order_by(AuditEntry.id)
        ).all()  # fmt: skip
        assert [entry.action for entry in entries] == [
            "accounts:user:created", "accounts:user:disabled"]  # fmt: skip
        assert FIRST not in str([entry.changes for entry in entries])
        assert {entry.actor_name for entry in entries} == {"admin.cn"}
