"""Which addresses belong to mediation? One blueprint; a module per noun."""

from importlib import import_module

from flask import Blueprint

NOUNS: tuple[str, ...] = ()

blueprint = Blueprint("mediation", __name__, template_folder="../templates")

for _noun in NOUNS:
    import_module(f"app.mediation.views.{_noun}")
