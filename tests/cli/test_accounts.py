"""Can the server's keeper open an empty house, and does each wrong word get a clear sentence?"""

import getpass

import pytest
from sqlalchemy import select

from app.accounts.models import User
from app.audit.models import AuditEntry
from app.db import db
from tests.pages import Reader, text_of

PASSWORD = "the first morning 2026"
PERSON = ["--name", "李娜", "--country", "CN", "--language", "zh", "--password-stdin"]


@pytest.fixture
def run(app):
    runner = app.test_cli_runner()

    def accounts(*words, stdin=""):
        return runner.invoke(args=["accounts", *words], input=stdin)

    return accounts


def create(run, name="li.na", password=PASSWORD):
    return run("create", name, *PERSON, stdin=f"{password}\n")


def test_created_account_signs_in(app, run):
    done = create(run)
    assert done.exit_code == 0, done.output
    assert "账号 li.na 已建立" in done.output
    assert "Đã tạo tài khoản li.na" in done.output
    assert PASSWORD not in done.output
    Reader(app).sign_in("li.na", PASSWORD).get("/profile")


def test_password_is_asked_for_twice_where_none_is_given(app, run):
    words = [word for word in PERSON if word != "--password-stdin"]
    done = run("create", "li.na", *words, stdin=f"{PASSWORD}\n{PASSWORD}\n")
    assert done.exit_code == 0, done.output
    Reader(app).sign_in("li.na", PASSWORD)


def test_act_is_recorded_under_the_name_the_operating_system_knows(app, run, monkeypatch):
    monkeypatch.setenv("USER", "somebody.else")
    create(run)
    with app.app_context():
        entry = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
        assert (entry.action, entry.actor_id) == ("accounts:user:created", None)
        assert entry.actor_name != "somebody.else"
        monkeypatch.undo()
        assert entry.actor_name == getpass.getuser()


def test_role_given_here_is_in_force_at_once(app, run):
    create(run)
    done = run("grant", "li.na", "security_admin", "CN-45-SFT")
    assert done.exit_code == 0, done.output
    assert "安全管理员" in done.output
    Reader(app).sign_in("li.na", PASSWORD).get("/grants")


def test_role_is_dated(app, run):
    create(run)
    run("grant", "li.na", "clerk_cn", "CN-451481101-SFS", "--from", "2020-01-01",
        "--to", "2020-12-31")  # fmt: skip
    assert "没有角色" in text_of(Reader(app).sign_in("li.na", PASSWORD).get("/profile"))


def test_closed_account_stays_outside_and_is_listed_as_closed(app, run):
    create(run)
    assert run("disable", "li.na", "--reason", "已调离").exit_code == 0
    line = next(line for line in run("list").output.splitlines() if line.startswith("li.na\t"))
    assert "已停用 · Đã đóng" in line
    answer = Reader(app).post("/sign-in", {"username": "li.na", "password": PASSWORD})
    assert answer.status_code == 422


def test_password_of_an_administrator_is_set_here(app, run):
    assert run("password", "security.cn", "--password-stdin", stdin=f"{PASSWORD}\n").exit_code == 0
    reader = Reader(app).sign_in("security.cn", PASSWORD)
    assert reader.http.get("/grants").location == "/profile"


def test_list_is_narrowed_to_a_country(run):
    names = [line.split("\t")[0] for line in run("list", "--country", "VN").output.splitlines()]
    assert names == ["clerk.hvt", "clerk.sonvi", "mediator.hvt", "reviewer.langson"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["disable", "nobody", "--reason", "x"], "Không có tài khoản nobody."),
        (["grant", "nobody", "clerk_cn", "CN-45-SFT"], "没有名为 nobody 的账号。"),
        (["grant", "clerk.youyi", "clerk_cn", "CN-0"], "没有代码为 CN-0 的机构。"),
        (["grant", "clerk.youyi", "clerk_vn", "VN-06172-UBND"], "另一国"),
        (["grant", "clerk.youyi", "auditor", "CN-45-SFT"], "不得兼任"),
    ],
)
def test_wrong_word_gets_a_sentence_and_a_failure(run, words, said):
    done = run(*words)
    assert done.exit_code == 1
    assert said in done.output
    assert "Traceback" not in done.output


def test_weak_password_and_taken_name_are_both_named(app, run):
    done = create(run, "clerk.youyi", "short")
    assert done.exit_code == 1
    assert "已被使用" in done.output
    assert "至少" in done.output
    with app.app_context():
        assert db.session.scalars(select(User).where(User.display_name == "李娜")).all() == []
