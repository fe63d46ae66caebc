"""Who reads the environment, and what does a start without its secrets say?"""

import ast

import pytest

import config
from tests.conftest import ENVIRON
from tests.house.conftest import ROOT, sources

PRODUCTION = ENVIRON | {"HOA_ENV": "production"}


def reads_environment(text: str) -> bool:
    return any(
        isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv")
        for node in ast.walk(ast.parse(text))
    )


def test_only_config_reads_the_environment():
    files = [*sources("app"), ROOT / "wsgi.py", ROOT / "config.py"]
    readers = [path.name for path in files if reads_environment(path.read_text())]
    assert readers == ["config.py"]


def test_production_starts_with_its_secrets():
    found = config.from_environment(PRODUCTION)
    assert found["SESSION_COOKIE_SECURE"]
    assert not found["DEMO_MODE"]
    assert not found["TESTING"]


@pytest.mark.parametrize("name", config.SECRETS)
def test_production_without_a_secret_stops_with_one_sentence(name):
    with pytest.raises(SystemExit) as stopped:
        config.from_environment(PRODUCTION | {name: ""})
    assert name in str(stopped.value)
    assert "\n" not in str(stopped.value)


@pytest.mark.parametrize(
    "wrong",
    [
        {"HOA_ENV": "staging"},
        {"DATABASE_URL": "mysql://there/db"},
        {"COUNTRY": "LA"},
        {"FIELD_KEYS": "k1:c2hvcnQ="},
        {"INDEX_KEY": "not base64"},
        {"WEB_THREADS": "many"},
    ],
)
def test_wrong_setting_stops_with_one_sentence_that_names_it(wrong):
    with pytest.raises(SystemExit) as stopped:
        config.from_environment(PRODUCTION | wrong)
    assert next(iter(wrong)) in str(stopped.value)


def test_nothing_is_read_but_what_is_given(monkeypatch):
    monkeypatch.setenv("COUNTRY", "VN")
    assert config.from_environment(PRODUCTION)["COUNTRY"] is None
