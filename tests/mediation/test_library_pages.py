"""Can staff read the library of clauses, and reviewers change it without breaking a text?"""

import re
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from app.mediation.queries import clauses
from app.mediation.services.clause_files import shipped
from tests.factories import World
from tests.pages import Reader, text_of

LANGUAGES = pytest.mark.parametrize("language", ["zh", "vi"])
REVIEWER, SECOND = "reviewer.guangxi", "reviewer.langson"
WHY = {"reason": "把话说得更清楚"}
PEACE = {
    "title_zh": "互不打扰", "title_vi": "Không làm phiền nhau",
    "use_zh": "双方以后各走各的路。", "use_vi": "Hai bên từ nay không làm phiền nhau.",
    "pattern_zh": "{debtor}以后不再打扰{creditor}。",
    "pattern_vi": "{debtor} từ nay không làm phiền {creditor}.",
    "effect": "none",
    "parameters-0-name": "debtor", "parameters-0-kind": "person",
    "parameters-0-label_zh": "谁", "parameters-0-label_vi": "Ai",
    "parameters-1-name": "creditor", "parameters-1-kind": "person",
    "parameters-1-label_zh": "不打扰谁", "parameters-1-label_vi": "Không làm phiền ai",
}  # fmt: skip


def in_the_library(app: Flask, key: str) -> clauses.LibraryClause:
    with app.app_context():
        return clauses.offered(key)


@LANGUAGES
def test_everybody_on_staff_reads_every_clause(client: Reader, world: World, language: str) -> None:
    client.read_in(language).sign_in("interpreter.youyi")
    page = client.get("/clauses")
    assert "/clauses/new" not in page
    for each in shipped():
        assert f"/clauses/{each.key}" in page
        assert "〔" not in text_of(client.get(f"/clauses/{each.key}"))
    client.get("/clauses/wages/edit", status=403)
    client.get("/clauses/nothing", status=404)


def test_clause_is_found_without_accents(client: Reader, world: World) -> None:
    client.sign_in("clerk.youyi")
    page = client.get("/clauses?q=luong")
    assert "/clauses/wages" in page
    assert "/clauses/lump_sum" not in page


def proposal_of(answer: TestResponse) -> str:
    """The page of the proposal that was just made."""
    assert answer.status_code == 303, text_of(answer.get_data(as_text=True))
    return str(answer.location)


def approve(app: Flask, path: str, language: str = "vi") -> str:
    """The reviewer of the other side says yes; the page afterwards."""
    second = Reader(app, language).sign_in(SECOND)
    second.get(path)
    return second.follow(second.post(path, {"decision": "approve"}))


@LANGUAGES
def test_new_clause_is_offered_once_the_other_side_approves(
    client: Reader, app: Flask, world: World, language: str
) -> None:
    client.read_in(language).sign_in(REVIEWER)
    client.get("/clauses/new")
    new = PEACE | WHY | {"key": "leave_alone"}
    path = proposal_of(client.post("/clauses/new", new))
    page = text_of(client.get(path))
    assert "张某以后不再打扰黎某。" in page
    assert "không làm phiền Lê" in page
    assert WHY["reason"] in page
    client.get("/clauses/leave_alone", status=404)
    assert path in client.get("/clauses")
    approve(app, path, language)
    assert "张某以后不再打扰黎某。" in text_of(client.get("/clauses/leave_alone"))
    assert path not in client.get("/clauses")
    again = client.post("/clauses/new", new)
    assert again.status_code == 422
    assert 'href="#key"' in again.get_data(as_text=True)


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "这种文本里缺少填写项“creditor”：越南文"), ("vi", "Thiếu ô trống “creditor”")],
)
def test_clause_whose_gap_is_missing_in_one_language_is_refused_by_name(
    client: Reader, app: Flask, world: World, language: str, said: str
) -> None:
    client.read_in(language).sign_in(REVIEWER)
    lacking = PEACE | {"pattern_vi": "{debtor} từ nay sống yên ổn."}
    answer = client.post("/clauses/new", lacking | {"key": "leave_alone"})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert said in text_of(page)
    assert 'href="#pattern_vi"' in page
    assert "sống yên ổn" in page


def test_what_is_wrong_with_the_parameters_stands_over_their_list(
    client: Reader, app: Flask, world: World
) -> None:
    client.sign_in(REVIEWER)
    unnamed = PEACE | {"parameters-1-label_vi": "", "key": "leave_alone"}
    page = client.post("/clauses/new", unnamed).get_data(as_text=True)
    assert 'href="#parameters"' in page


SOFTER = PEACE | WHY | {"pattern_zh": "{debtor}以后尽量不打扰{creditor}。"}


def test_a_proposal_shows_what_would_read_otherwise_and_who_wishes_it(
    client: Reader, app: Flask, world: World
) -> None:
    client.sign_in(REVIEWER)
    approve(app, proposal_of(client.post("/clauses/new", PEACE | WHY | {"key": "leave_alone"})))
    path = proposal_of(client.post("/clauses/leave_alone/edit", SOFTER))
    for page in (client.get(path), Reader(app, "vi").sign_in(SECOND).get(path)):
        assert '<ins class="app-changed--new">尽量</ins>' in page
        assert '<del class="app-changed--old">再</del>' in page
        assert REVIEWER in text_of(page)
        assert WHY["reason"] in text_of(page)
    assert 'name="decision"' not in client.get(path)
    assert in_the_library(app, "leave_alone").number == 1
    assert path in client.get("/clauses/leave_alone")
    approve(app, path)
    page = text_of(client.get("/clauses/leave_alone"))
    assert in_the_library(app, "leave_alone").number == 2
    assert page.count(REVIEWER) == 2
    assert page.count(SECOND) == 2


@pytest.mark.parametrize(
    ("language", "own", "other"),
    [
        ("zh", "这是您自己提出的，要由别人审核。", "不批准时必须写明理由"),
        ("vi", "Chính ông/bà đã đề nghị việc này.", "Không duyệt thì phải nêu lý do"),
    ],
)
def test_the_author_is_told_that_somebody_else_decides(
    client: Reader, app: Flask, world: World, language: str, own: str, other: str
) -> None:
    client.read_in(language).sign_in(REVIEWER)
    wages = "/clauses/wages/withdraw"
    client.get(wages)
    assert client.post(wages, {"reason": ""}).status_code == 422
    client.follow(client.post(wages, WHY))
    (path,) = set(re.findall(r"/clauses/proposals/\d+", client.get("/clauses")))
    assert own in text_of(client.get(path))
    assert client.post(path, {"decision": "approve"}).status_code == 422
    second = Reader(app, language).sign_in(SECOND)
    assert other in text_of(second.get(path))
    assert second.post(path, {"decision": "refuse"}).status_code == 422
    second.follow(second.post(path, {"decision": "refuse", "reason": "还有人在用"}))
    assert "还有人在用" in text_of(client.get(path))
    assert not in_the_library(app, "wages").is_withdrawn


def test_the_author_takes_a_proposal_back(client: Reader, app: Flask, world: World) -> None:
    client.sign_in(REVIEWER)
    client.follow(client.post("/clauses/wages/withdraw", WHY))
    (path,) = set(re.findall(r"/clauses/proposals/\d+", client.get("/clauses")))
    client.get(f"{path}/take-back")
    client.follow(client.post(f"{path}/take-back", {}))
    assert path not in client.get("/clauses")


def test_whoever_only_reads_the_library_sees_that_something_waits(
    client: Reader, app: Flask, world: World
) -> None:
    client.sign_in(REVIEWER)
    path = proposal_of(client.post("/clauses/new", PEACE | WHY | {"key": "leave_alone"}))
    clerk = Reader(app).sign_in("clerk.youyi")
    assert PEACE["title_zh"] in text_of(clerk.get("/clauses"))
    assert path not in clerk.get("/clauses")
    clerk.get(path, status=403)


def test_parameter_is_added_without_javascript_and_saves_nothing(
    client: Reader, app: Flask, world: World
) -> None:
    client.sign_in(REVIEWER)
    answer = client.post("/clauses/new", PEACE | {"key": "leave_alone", "step": "add"})
    assert answer.status_code == 200
    assert 'name="parameters-2-name"' in answer.get_data(as_text=True)
    client.get("/clauses/leave_alone", status=404)


def test_withdrawn_clause_is_no_longer_offered_until_it_is_restored(
    client: Reader, app: Flask, world: World
) -> None:
    client.sign_in(REVIEWER)
    for act, is_withdrawn in (("withdraw", True), ("restore", False)):
        client.get(f"/clauses/wages/{act}")
        client.follow(client.post(f"/clauses/wages/{act}", WHY))
        (path,) = set(re.findall(r"/clauses/proposals/\d+", client.get("/clauses")))
        assert in_the_library(app, "wages").is_withdrawn is not is_withdrawn
        approve(app, path)
        assert in_the_library(app, "wages").is_withdrawn is is_withdrawn


@LANGUAGES
def test_example_follows_what_is_typed_and_marks_unknown_gaps(
    client: Reader, app: Flask, world: World, language: str
) -> None:
    client.read_in(language).sign_in(REVIEWER)
    assert "张某以后不再打扰黎某。" in example(client, PEACE)
    assert example(client, {"effect": "none"})


def example(client: Reader, sent: dict[str, Any]) -> str:
    """A part of a page, which has no head of its own to be checked."""
    with client.http.session_transaction() as session:
        session.setdefault("csrf_token", "0" * 40)
    answer = client.http.post("/clauses/preview", data=sent | {"csrf_token": client._token()})
    assert answer.status_code == 200
    return answer.get_data(as_text=True)
