"""Is every address open to exactly those whom the policy names? All routes, all roles."""

import pytest

from app.accounts.policy import POLICY
from app.kernel.permissions import Role
from tests.house.addresses import address, always_there, method_of
from tests.house.conftest import ONCE
from tests.house.test_routes import PUBLIC
from tests.pages import Reader


def guarded(app):
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint not in PUBLIC]


def permission_of(app, rule):
    return app.view_functions[rule.endpoint].access


def ask(reader: Reader, path: str, method: str):
    """The bare answer: these tests are about statuses, so that no page is parsed."""
    if method == "GET":
        return reader.http.get(path)
    with reader.http.session_transaction() as session:
        session.setdefault("csrf_token", "0" * 40)
    return reader.http.post(path, data={"csrf_token": reader._token()})


@ONCE
def test_visitor_is_sent_to_sign_in_and_back(app):
    visitor = Reader(app)
    for rule in guarded(app):
        path = address(app, rule)
        answer = ask(visitor, path, method_of(rule))
        assert answer.status_code == 302, rule
        assert answer.location.startswith("/sign-in?next="), rule


@ONCE
def test_every_role_meets_403_exactly_where_the_policy_is_silent(app, everybody):
    wrong = []
    for rule in guarded(app):
        path, permission = address(app, rule), permission_of(app, rule)
        for role, reader in everybody.items():
            if permission in POLICY[role]:
                continue
            answer = ask(reader, path, method_of(rule))  # the mark is the view's, for any method
            if answer.status_code != 403:
                wrong.append((role.value, rule.rule, answer.status_code))
    assert wrong == []


@ONCE
def test_every_role_opens_what_the_policy_grants(app, everybody):
    wrong = []
    for rule in guarded(app):
        if "GET" not in rule.methods or not always_there(rule):
            continue
        path = address(app, rule)
        for role, reader in everybody.items():
            if permission_of(app, rule) not in POLICY[role]:
                continue
            answer = reader.http.get(path)
            if answer.status_code not in (200, 302, 303):
                wrong.append((role.value, rule.rule, answer.status_code))
    assert wrong == []


@ONCE
def test_what_is_not_there_answers_404_to_those_who_may_ask(app, everybody):
    wrong = []
    for rule in guarded(app):
        if always_there(rule):
            continue
        path = address(app, rule)
        for role, reader in everybody.items():
            if permission_of(app, rule) not in POLICY[role]:
                continue
            for method in sorted(rule.methods & {"GET", "POST"}):
                answer = ask(reader, path, method)
                if answer.status_code != 404:
                    wrong.append((role.value, method, rule.rule, answer.status_code))
    assert wrong == []


@ONCE
@pytest.mark.parametrize("role", [Role.CLERK_CN, Role.AUDITOR])
def test_refusal_is_a_page_that_says_so(app, everybody, role):
    text = everybody[role].get("/accounts", status=403)
    assert "<h1" in text
