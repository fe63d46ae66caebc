"""Where does an auditor read what was done? One log a country, newest first."""

from datetime import date

from flask import Blueprint, Flask, render_template, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.audit import queries
from app.audit.forms import LogForm
from app.audit.labels import AREAS, action_in_words, change_in_words, object_in_words
from app.kernel.permissions import Actor, Permission
from app.web import add_navigation
from app.web.access import current_actor, requires
from app.web.addresses import address_with, row_number

blueprint = Blueprint("audit", __name__, template_folder="templates")


@blueprint.get("/audit")
@requires(Permission.AUDIT_READ)
def log() -> tuple[str, int]:
    actor = current_actor()
    form = _form(actor)
    ok = form.validate()
    wanted = form.filter() if ok else queries.Filter()
    page = queries.log(
        actor,
        wanted,
        before=request.args.get("before", type=row_number),
        after=request.args.get("after", type=row_number),
    )
    text = render_template(
        "audit/log.html",
        form=form,
        page=page,
        newer=page.newer and _address(after=page.newer),
        older=page.older and _address(before=page.older),
        chosen=sum(1 for value in _values(wanted) if value),
        action_in_words=action_in_words,
        change_in_words=change_in_words,
        object_in_words=object_in_words,
    )
    return text, 200 if ok else 422


def _form(actor: Actor) -> LogForm:
    form = LogForm(request.args)
    everything = [("", _("All"))]
    form.action.choices = everything + [(f"{tag}:", str(text)) for tag, text in AREAS.items()]
    form.object_type.choices = everything + [
        (kind, object_in_words(kind)) for kind in queries.object_types(actor)
    ]
    return form


def _values(wanted: queries.Filter) -> list[str | int | date | None]:
    return [getattr(wanted, name) for name in queries.Filter.__dataclass_fields__]


def _address(**place: int) -> str:
    """This same search at another place of the log."""
    kept = request.args.to_dict() | {"before": None, "after": None}
    return address_with("audit.log", kept | place)


def register(app: Flask) -> None:
    app.register_blueprint(blueprint)
    add_navigation(app, "audit.log", _l("Audit log"), Permission.AUDIT_READ, order=75)
