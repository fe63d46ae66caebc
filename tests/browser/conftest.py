"""How does a test open a real browser on the real application?

Debian's Chromium through Playwright. An error in the console (a breach of the content security
policy is one) fails the test that saw it.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.factories import PASSWORD

INSTALL = "apt-get install chromium fonts-noto-cjk fonts-noto-core"
QUIET = ("--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
         "--disable-component-update --disable-sync").split()  # fmt: skip
LOCALE = {"zh": "zh-CN", "vi": "vi-VN"}
SIGN_IN = {"zh": ("用户名", "密码", "登录"), "vi": ("Tên đăng nhập", "Mật khẩu", "Đăng nhập")}

Visit = Callable[..., Page]
SignIn = Callable[..., None]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in item.nodeid.split("/"):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One headless Chromium a test process."""
    program = shutil.which("chromium")
    if program is None:
        sentence = f"no Chromium here; it comes with: {INSTALL}"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(sentence)
        pytest.skip(sentence)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


class SilentHandler(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Nothing: what a test visits is in the test."""


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """The address at which the application answers meanwhile."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=SilentHandler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def live(app: Flask) -> Iterator[str]:
    """The address of the prepared application, on either database."""
    with serving(app) as address:
        yield address


@contextmanager
def visitors(chromium: Browser) -> Iterator[Visit]:
    """Open pages as people do, each in a browser of their own; complain at the end."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def visit(address: str, language: str = "zh", *, width: int = 1280, **options: Any) -> Page:
        context = chromium.new_context(
            base_url=address,
            locale=LOCALE[language],
            timezone_id="Asia/Shanghai",
            viewport={"width": width, "height": 800},
            **options,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.extend(_complaint(message)))
        page.on("pageerror", lambda error: faults.append(str(error)))
        return page

    yield visit
    for context in contexts:
        context.close()
    assert not faults, faults


def _complaint(message: ConsoleMessage) -> list[str]:
    """What the console holds against us. A page may answer 404 or 422; its files may not."""
    source = message.location.get("url", "")
    is_answer = message.text.startswith("Failed to load resource") and "/static/" not in source
    if message.type != "error" or is_answer:
        return []
    return [f"{message.text} ({source})"]


@pytest.fixture
def visit(chromium: Browser, live: str) -> Iterator[Visit]:
    """`visit("vi", width=360)` is a page of the prepared application in that language."""
    with visitors(chromium) as open_page:
        yield lambda *arguments, **options: open_page(live, *arguments, **options)


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit()


def sign_in(page: Page, username: str, password: str = PASSWORD) -> None:
    """Sign in by the words of the page, in the language it comes in."""
    page.goto("/sign-in")
    language = (page.locator("html").get_attribute("lang") or "")[:2]
    name, secret, button = SIGN_IN[language]
    page.get_by_label(name, exact=True).fill(username)
    page.get_by_label(secret, exact=True).fill(password)
    page.get_by_role("main").get_by_role("button", name=button, exact=True).click()
    page.wait_for_url(lambda url: "/sign-in" not in url)
