"""What are the feature's codes called, in both languages? A module per noun, all of them loaded."""

from importlib import import_module
from pkgutil import iter_modules


def register() -> None:
    """Let every module here add its labels; one without `register` only holds sentences."""
    for found in iter_modules(__path__):
        module = import_module(f"{__name__}.{found.name}")
        if hasattr(module, "register"):
            module.register()
