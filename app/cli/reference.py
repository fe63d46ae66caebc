"""How does the server's keeper bring the shipped lists into the database?"""

from flask import Flask
from flask.cli import AppGroup
from flask_babel import lazy_gettext as _l

from app.bilateral.services import load_memoranda
from app.cli.speech import keeper, tell
from app.kernel.country import Country
from app.mediation.services.clause_library import load_clauses
from app.reference.services import load_reference

group = AppGroup("reference", help="Offices, calendars, codes, rules and memoranda.")


def register(app: Flask) -> None:
    app.cli.add_command(group)


@group.command("load")
def load() -> None:
    """Bring every list up to date with the shipped files; what was edited here stays."""
    actor = keeper(Country.CN)
    for loaded in [*load_reference(actor), *load_memoranda(actor), load_clauses(actor)]:
        tell(
            _l(
                "%(name)s: %(added)s new, %(changed)s changed, %(unchanged)s as before",
                name=loaded.name,
                added=loaded.added,
                changed=loaded.changed,
                unchanged=loaded.unchanged,
            )
        )
