"""Where does one read notices? One page; the number of unread ones is in the navigation."""

from flask import Blueprint, Flask, redirect, render_template, request, url_for
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from app.kernel.clock import utc_now
from app.kernel.permissions import Permission
from app.notifications import queries, services
from app.notifications.labels import sentence
from app.web import add_navigation
from app.web.access import current_actor, requires
from app.web.addresses import row_number

blueprint = Blueprint("notifications", __name__, template_folder="templates")


@blueprint.get("/notices")
@requires(Permission.NOTICE_READ)
def notices() -> str:
    rows = queries.notices(current_actor())
    return render_template("notifications/notices.html", notices=rows, sentence=sentence)


@blueprint.post("/notices/read")
@requires(Permission.NOTICE_READ)
def read() -> Response:
    chosen = request.form.get("notice", type=row_number)
    services.mark_read(current_actor(), now=utc_now(), notice_id=chosen)
    return redirect(url_for("notifications.notices"), code=303)


def register(app: Flask) -> None:
    app.register_blueprint(blueprint)
    add_navigation(
        app,
        "notifications.notices",
        _l("Notices"),
        Permission.NOTICE_READ,
        count=lambda: queries.unread_count(current_actor()),
        order=80,
    )
