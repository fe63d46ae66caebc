"""Who commits? Only app/db/transaction.py."""

import ast

from tests.house.conftest import ROOT, sources

ALLOWED = {"app/db/transaction.py"}
BEGINNERS = {"session", "engine", "connection"}


def committers(text: str) -> list[str]:
    calls = (node.func for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
    return [call.attr for call in calls if isinstance(call, ast.Attribute) and commits(call)]


def commits(call: ast.Attribute) -> bool:
    """`anything.commit()`, and `begin()` of a session, an engine or a connection."""
    owner = getattr(call.value, "attr", getattr(call.value, "id", ""))
    return call.attr == "commit" or (call.attr.startswith("begin") and owner in BEGINNERS)


def test_only_the_transaction_commits():
    found = {str(path.relative_to(ROOT)) for path in sources("app") if committers(path.read_text())}
    assert found == ALLOWED


def test_a_stray_commit_would_be_seen():
    text = "db.session.commit()\nwith db.engine.begin() as c: pass\nagreements.begin(actor)"
    assert committers(text) == ["commit", "begin"]
