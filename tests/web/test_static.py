"""Is what the browser is sent small, ours and unchanged?"""

import gzip
import hashlib
import re
from pathlib import Path

import pytest
from flask import Flask

from app.web import asset

STATIC = Path(__file__).parents[2] / "app" / "web" / "static"
VENDOR = STATIC / "vendor"
LIMIT = 46_000  # the page itself takes the rest of the 50 KB


def test_vendored_files_are_those_that_were_built() -> None:
    sums = dict(reversed(line.split()) for line in (VENDOR / "SHA384SUMS").read_text().splitlines())
    built = {name: hashlib.sha384((VENDOR / name).read_bytes()).hexdigest() for name in sums}
    assert built == sums


def test_first_page_fits_a_slow_line() -> None:
    """What every page loads; sheets and scripts of single pages come with those pages."""
    frame = (STATIC.parent / "templates" / "base.html").read_text(encoding="utf-8")
    files = [STATIC / name for name in re.findall(r"asset\('([^']+\.(?:css|js))'\)", frame)]
    assert VENDOR / "govuk.css" in files
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) <= LIMIT


def test_styles_fetch_nothing_from_elsewhere() -> None:
    for sheet in STATIC.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert not re.search(r"url\(|@import|@font-face|GDS Transport", text), sheet


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_a_file_named_by_its_content_is_kept_and_any_other_asked_for_again(app: Flask) -> None:
    browser = app.test_client()
    with app.test_request_context():
        address = asset("css/app.css")
    with browser.get(address) as named, browser.get("/static/css/app.css") as bare:
        assert named.cache_control.immutable
        assert named.cache_control.max_age == 365 * 24 * 3600
        assert bare.cache_control.no_cache
