"""Which addresses answer for reference data?"""

from flask import Flask, render_template
from flask_babel import lazy_gettext as _l

from app.kernel.permissions import Permission
from app.reference import labels
from app.reference.views import calendar, codes, organisations
from app.reference.views.blueprint import blueprint
from app.web import add_navigation
from app.web.access import requires


@blueprint.get("")
@requires(Permission.REFERENCE_READ)
def index() -> str:
    return render_template("reference/index.html")


def register(app: Flask) -> None:
    app.register_blueprint(blueprint)
    app.jinja_env.globals.update(
        ending=labels.ending, has_ended=labels.has_ended, period=labels.period
    )
    app.jinja_env.filters.update(sentence=labels.sentence, weekday=labels.weekday)
    add_navigation(
        app, "reference.index", _l("Reference data"), Permission.REFERENCE_READ, order=90
    )


__all__ = ["blueprint", "calendar", "codes", "organisations", "register"]
