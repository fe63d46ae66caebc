"""Which commands does the server's keeper have? `flask --app wsgi …`, a module per group."""

from importlib import import_module

from flask import Flask

GROUPS = ("accounts", "cases", "demo", "jobs", "reference")


def register(app: Flask) -> None:
    """Add every group's commands; a group is a module here with `register(app)`."""
    for group in GROUPS:
        import_module(f"app.cli.{group}").register(app)
