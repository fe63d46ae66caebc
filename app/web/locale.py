"""In which language does this reader read? A choice kept in the cookie, else the browser's."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Blueprint, g, has_request_context, redirect, request, session
from flask_babel import force_locale, get_locale
from werkzeug.wrappers import Response

from app.web.access import public
from app.web.addresses import local_path

LOCALES = {"zh": "zh_Hans_CN", "vi": "vi"}
HTML_LANG = {"zh": "zh-Hans", "vi": "vi"}
NAMES = {"zh": "中文", "vi": "Tiếng Việt"}
DEFAULT = "zh"

blueprint = Blueprint("locale", __name__)


def select_locale() -> str | None:
    """Babel's locale of this request: never the header's own spelling, only one of ours."""
    return LOCALES[current_language()] if has_request_context() else None


def current_language() -> str:
    """`zh` or `vi`. Outside a request, that of `force_locale`."""
    if not has_request_context():
        locale = get_locale()
        return "vi" if locale is not None and locale.language == "vi" else "zh"
    if "language" not in g:
        chosen = session.get("language")
        g.language = chosen if chosen in LOCALES else _from_browser()
    return str(g.language)


def reader_lang() -> str:
    """`zh-Hans` or `vi`, for `lang` and for the order of two texts: the reader's own first."""
    return HTML_LANG[current_language()]


def _from_browser() -> str:
    for tag, _quality in request.accept_languages:
        language = tag.split("-")[0].lower()
        if language in LOCALES:
            return language
    return DEFAULT


def remember(language: str) -> None:
    """Keep the choice in the cookie, and use it for the rest of this request."""
    session.permanent = True
    session["language"] = g.language = language


@contextmanager
def reading_in(language: str) -> Iterator[None]:
    """Write a part of a page in a language that need not be the reader's: papers have both."""
    before = current_language()
    g.language = language
    try:
        with force_locale(LOCALES[language]):
            yield
    finally:
        g.language = before


def switch_with_form() -> None:
    """A form sent by the language button: change the language; the form is shown again, unsaved."""
    language = request.form.get("_language") if request.method == "POST" else None
    if language in LOCALES:
        remember(language)


def is_language_switch() -> bool:
    return request.method == "POST" and request.form.get("_language") in LOCALES


@blueprint.get("/language/<language>")
@public
def switch(language: str) -> Response:
    if language in LOCALES:
        remember(language)
    return redirect(local_path(request.args.get("next")))
