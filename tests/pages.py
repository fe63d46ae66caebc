"""Is every page a good page? A client that parses what it gets, in either language."""

import re
from collections import Counter
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from flask import Flask
from werkzeug.test import TestResponse

from tests.factories import PASSWORD

SPACE = "{http://www.w3.org/1999/xhtml}"
LANG = {"zh": "zh-Hans", "vi": "vi"}
UNLABELLED_TYPES = {"hidden", "submit", "button", "image"}


class Reader:
    """Fetches pages as one person in one language, and checks each one it is given."""

    def __init__(self, app: Flask, language: str = "zh") -> None:
        self.app, self.language = app, language
        self.http = app.test_client()
        self.last: TestResponse | None = None
        self.read_in(language)

    def read_in(self, language: str) -> "Reader":
        self.language = language
        self.http.get(f"/language/{language}")
        return self

    def sign_in(self, username: str, password: str = PASSWORD) -> "Reader":
        answer = self.post("/sign-in", {"username": username, "password": password}, source=None)
        assert answer.status_code == 303, answer.get_data(as_text=True)[:500]
        return self

    def sign_out(self) -> None:
        self.post("/sign-out", {})

    def get(self, path: str, *, status: int = 200) -> str:
        """The page's text; checks status and quality."""
        answer = self.last = self.http.get(path)
        assert answer.status_code == status, (path, answer.status_code, answer.location)
        text = answer.get_data(as_text=True)
        if answer.mimetype == "text/html":
            check_page(text, self.language, path)
        return text

    def follow(self, answer: TestResponse) -> str:
        assert answer.status_code in (302, 303), answer.get_data(as_text=True)[:2000]
        return self.get(answer.location)

    def post(self, path: str, data: dict[str, Any], *, source: str | None = "") -> TestResponse:
        """Post with the CSRF token of this session; a page that comes back is checked."""
        with self.http.session_transaction() as session:
            session.setdefault("csrf_token", "0" * 40)
        token = self._token()
        answer = self.last = self.http.post(path, data=data | {"csrf_token": token})
        if answer.mimetype == "text/html" and answer.status_code not in (302, 303):
            language = data.get("_language", self.language)
            check_page(answer.get_data(as_text=True), language, path)
        return answer

    def _token(self) -> str:
        from itsdangerous import URLSafeTimedSerializer

        with self.http.session_transaction() as session:
            raw = session["csrf_token"]
        return str(
            URLSafeTimedSerializer(self.app.secret_key, salt="wtf-csrf-token").dumps(raw)  # type: ignore[arg-type]
        )


def check_page(text: str, language: str, path: str) -> Element:
    """Assert the house's standard: language, one h1, title, unique ids, labelled inputs."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=True)
    page = parser.parse(text)
    assert page.get("lang") == LANG[language], path
    headings = list(page.iter(f"{SPACE}h1"))
    assert len(headings) == 1, (path, [_text(each) for each in headings])
    title = _text(next(page.iter(f"{SPACE}title")))
    assert re.fullmatch(r".+ – 和 Hòa", title), (path, title)
    ids = Counter(each.get("id") for each in page.iter() if each.get("id"))
    assert not [name for name, count in ids.items() if count > 1], (path, ids.most_common(3))
    check_labels(page, path)
    for each in page.iter():
        assert not each.get("style"), (path, "inline style")
        assert not [name for name in each.attrib if name.startswith("on")], (path, "inline script")
        assert each.tag != f"{SPACE}script" or each.get("src"), (path, "inline script")
    return page


def check_labels(page: Element, path: str) -> None:
    labelled = {each.get("for") for each in page.iter(f"{SPACE}label")}
    for kind in ("input", "select", "textarea"):
        for each in page.iter(f"{SPACE}{kind}"):
            if each.get("type") in UNLABELLED_TYPES:
                continue
            named = each.get("aria-label") or each.get("aria-labelledby")
            assert named or each.get("id") in labelled, (path, each.get("name"))


def _text(element: Element) -> str:
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def text_of(page: str) -> str:
    """What a reader reads: the text of the main column, white space folded."""
    tree = html5lib.parse(page)
    main = next((each for each in tree.iter(f"{SPACE}main")), tree)
    return _text(main)
