"""How does somebody visit the application? A server, a browser of their own, and its console.

An error in the console (a breach of the content security policy is one) is a fault of the page.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

from flask import Flask
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.factories import PASSWORD

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LOCALE = {"zh": "zh-CN", "vi": "vi-VN"}
SIGN_IN = {"zh": ("用户名", "密码", "登录"), "vi": ("Tên đăng nhập", "Mật khẩu", "Đăng nhập")}


def program() -> str | None:
    """Debian's Chromium, if it is installed."""
    return shutil.which("chromium")


@contextmanager
def chromium_running() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=QUIET)
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


@dataclass
class Visitors:
    """Opens pages as people do, each in a browser of their own, and hears their consoles."""

    chromium: Browser
    address: str
    faults: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def __call__(self, language: str = "zh", *, width: int = 1280, **options: Any) -> Page:
        context = self.chromium.new_context(
            base_url=self.address,
            locale=LOCALE[language],
            timezone_id="Asia/Shanghai",
            viewport={"width": width, "height": 800},
            **options,
        )
        context.set_default_timeout(10_000)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self.faults.extend(_complaint(message)))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        return page

    def leave(self) -> list[str]:
        """Close every page; what their consoles said since the last time."""
        for context in self.contexts:
            context.close()
        heard, self.faults, self.contexts = self.faults, [], []
        return heard


def _complaint(message: ConsoleMessage) -> list[str]:
    """What the console holds against us. A page may answer 404 or 422; its files may not."""
    source = message.location.get("url", "")
    is_answer = message.text.startswith("Failed to load resource") and "/static/" not in source
    if message.type != "error" or is_answer:
        return []
    return [f"{message.text} ({source})"]


def sign_in(page: Page, username: str, password: str = PASSWORD) -> None:
    """Sign in by the words of the page, in the language it comes in."""
    page.goto("/sign-in")
    language = (page.locator("html").get_attribute("lang") or "")[:2]
    name, secret, button = SIGN_IN[language]
    page.get_by_label(name, exact=True).fill(username)
    page.get_by_label(secret, exact=True).fill(password)
    page.get_by_role("main").get_by_role("button", name=button, exact=True).click()
    page.wait_for_url(lambda url: "/sign-in" not in url)
