"""What may stand in an address? Numbers a row can have, paths of our own, choices as they are."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

from flask import Flask, url_for
from werkzeug.routing import IntegerConverter, ValidationError

LARGEST = 2**31 - 1
"""The largest number of a row that both databases can look for."""


def row_number(text: str) -> int:
    """For `request.args.get(…, type=row_number)`. Raises ValueError for what no row can have."""
    if not (text.isascii() and text.isdecimal()) or len(text) > 10 or int(text) > LARGEST:
        raise ValueError(text)
    return int(text)


class RowNumber(IntegerConverter):
    """`<int:…>` of every route: a number that no row can have leads nowhere, so it answers 404."""

    regex = "[0-9]+"

    def to_python(self, value: str) -> int:
        try:
            return row_number(value)
        except ValueError:
            raise ValidationError from None


def local_path(target: str | None, default: str = "/") -> str:
    """`target` when it is a path of this site, else `default`: never another host."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return default
    if not target.isprintable():
        return default  # a line break would begin a header of its own
    parts = urlsplit(target)
    return default if parts.scheme or parts.netloc else target


def address_with(endpoint: str, choices: Mapping[str, Any]) -> str:
    """The endpoint's address with choices behind the question mark, whatever they are called:
    to `url_for` a choice called `_scheme` would be an order."""
    known = {name: value for name, value in choices.items() if value is not None}
    return f"{url_for(endpoint)}?{urlencode(known, doseq=True)}"


def register(app: Flask) -> None:
    app.url_map.converters["int"] = RowNumber
