"""Commands of the group `accounts`."""

from flask import Flask


def register(app: Flask) -> None:
    """Nothing yet."""
