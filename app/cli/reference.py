"""Commands of the group `reference`."""

from flask import Flask


def register(app: Flask) -> None:
    """Nothing yet."""
