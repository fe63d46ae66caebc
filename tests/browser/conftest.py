"""Which browser does a test meet? Debian's Chromium, on either database or on the demonstration."""

import os
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from app.db import db
from tests.browser.demonstration import Tour, raised
from tests.browser.visit import Visitors, chromium_running, program, serving

INSTALL = "apt-get install chromium fonts-noto-cjk fonts-noto-core"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in item.nodeid.split("/"):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One headless Chromium a test process."""
    if program() is None:
        sentence = f"no Chromium here; it comes with: {INSTALL}"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(sentence)
        pytest.skip(sentence)
    with chromium_running() as browser:
        yield browser


@pytest.fixture
def live(app: Flask) -> Iterator[str]:
    """The address of the prepared application, on either database."""
    with serving(app) as address:
        yield address


@pytest.fixture
def visit(chromium: Browser, live: str) -> Iterator[Visitors]:
    """`visit("vi", width=360)` is a page of the prepared application in that language."""
    visitors = Visitors(chromium, live)
    yield visitors
    assert visitors.leave() == []


@pytest.fixture
def page(visit: Visitors) -> Page:
    return visit()


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[Tour]:
    """The demonstration, raised once a test process, on SQLite."""
    app = raised(f"sqlite:///{tmp_path_factory.mktemp('demo') / 'demo.sqlite'}")
    with serving(app) as address:
        yield Tour(app, Visitors(chromium, address))
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def tour(demonstration: Tour) -> Iterator[Tour]:
    yield demonstration
    assert demonstration.visit.leave() == []
