"""How do our own files travel? Once: an address that names its content may be kept for a year."""

from flask import Flask, request
from werkzeug.wrappers import Response

YEAR = 365 * 24 * 3600


def register(app: Flask) -> None:
    app.after_request(_settle)


def _settle(response: Response) -> Response:
    if request.endpoint != "static":
        return response
    if close := getattr(response.response, "close", None):
        response.call_on_close(close)  # Flask-Compress reads a file to its end and leaves it open
    if "v" in request.args and response.status_code == 200:
        response.cache_control.no_cache = None
        response.cache_control.public = True
        response.cache_control.max_age = YEAR
        response.cache_control.immutable = True
    return response
