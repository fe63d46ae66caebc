"""Which addresses belong to mediation? One blueprint; a module per noun, all of them loaded."""

from importlib import import_module
from pkgutil import iter_modules

from flask import Blueprint

blueprint = Blueprint("mediation", __name__, template_folder="../templates")

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
