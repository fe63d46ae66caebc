"""What does a reader see when something is refused or fails? A sentence, never a trace."""

from flask import Flask, current_app, render_template
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from app.kernel.errors import NotFound, NotPermitted, RuleBroken, Taken
from app.web.labels import say_all

PAGES = (400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503)

Answer = tuple[str, int]


def page(code: int, **context: object) -> Answer:
    """The page for a status; one that has no page of its own is shown as 400 or 500."""
    known = code if code in PAGES else 400 if code < 500 else 500
    return render_template(f"errors/{known}.html", **context), code


def register(app: Flask) -> None:
    app.register_error_handler(NotFound, lambda _error: page(404))
    app.register_error_handler(NotPermitted, lambda _error: page(403))
    app.register_error_handler(Taken, lambda _error: page(409))
    app.register_error_handler(RuleBroken, lambda error: page(422, reasons=say_all(error)))
    app.register_error_handler(CSRFError, lambda _error: page(400, expired=True))
    app.register_error_handler(HTTPException, _http)
    if not app.testing:
        app.register_error_handler(Exception, _crash)


def _http(error: HTTPException) -> object:
    if error.code is None or error.code < 400:
        return error
    return page(error.code)


def _crash(error: Exception) -> Answer:
    current_app.logger.error("unhandled", exc_info=error)
    return page(500)
