"""What are the feature's codes called, in both languages? A module per noun."""

from importlib import import_module

NOUNS: tuple[str, ...] = ()


def register() -> None:
    for noun in NOUNS:
        import_module(f"app.mediation.labels.{noun}").register()
