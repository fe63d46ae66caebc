"""Where does one ask for the whole file as one PDF, see how far it is, and fetch it?"""

from datetime import timedelta
from typing import Any

from flask import current_app, make_response, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.kernel.clock import utc_now
from app.kernel.permissions import Permission
from app.mediation.forms.papers import WholeFileForm
from app.mediation.models import Case, FileBuild
from app.mediation.queries.file_builds import builds_of
from app.mediation.queries.scope import may
from app.mediation.services import file_builds
from app.mediation.services.opening import child
from app.mediation.states import CaseState
from app.mediation.views import blueprint
from app.mediation.views.downloads import answer_file, file_name
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import Answer, load, refuse_step
from app.web.access import current_actor, requires

FILE = "/cases/<int:case_id>/whole-file"
BUILD = f"{FILE}/<int:build_id>"


@blueprint.route(FILE, methods=["GET", "POST"])
@requires(Permission.CASE_READ)
def whole_file(case_id: int) -> Answer:
    case, actor = load(case_id), current_actor()
    if case.state is CaseState.DRAFT:
        return refuse_step(case)
    form = WholeFileForm()
    return form_page(
        form,
        title=_("The whole file as one PDF"),
        submit=_("Put the file together"),
        act=lambda: file_builds.ask(
            actor,
            case_id=case_id,
            full=bool(form.full.data),
            reason=form.reason.data or "",
            now=utc_now(),
        ),
        said=_("The file is being put together. You can go on working meanwhile."),
        done=url_for("mediation.whole_file", case_id=case_id),
        cancel=url_for("mediation.papers", case_id=case_id),
        template="mediation/papers/whole_file.html",
        case=case,
        builds=builds_of(actor, case),
        is_ready=lambda build: build.is_ready(utc_now(), _kept()),
        can_ask=may(actor, case, Permission.FILE_BIND),
        can_reveal=may(actor, case, Permission.CASE_REVEAL),
    )


@blueprint.get(f"{BUILD}/progress")
@requires(Permission.CASE_READ)
def whole_file_progress(case_id: int, build_id: int) -> Response:
    """The bar alone; when the work is done, the page is fetched anew."""
    build = _build(load(case_id), build_id)
    answer = make_response(
        render_template("mediation/papers/_progress.html", build=build, case_id=case_id)
    )
    if not build.is_at_work:
        answer.headers["HX-Refresh"] = "true"
    return answer


@blueprint.post(f"{BUILD}/file.pdf")
@requires(Permission.CASE_READ)
def whole_file_pdf(case_id: int, build_id: int) -> Response:
    """To keep; who took it is recorded."""
    build, data = file_builds.fetch(
        current_actor(), case_id=case_id, build_id=build_id, kept=_kept(), now=utc_now()
    )
    name = file_name(build.case, _("Case file"), None, "pdf")
    return answer_file(data, name, plain=f"file-{build.case_id}-{build.id}", is_shown=False)


@blueprint.app_template_global()
def latest_build(case: Case) -> FileBuild | None:
    """The last request for the file that this reader may know of; for the case page."""
    return next(iter(builds_of(current_actor(), case)), None)


def _kept() -> timedelta:
    return timedelta(days=current_app.config["WHOLE_FILE_DAYS"])


def _build(case: Case, build_id: int) -> Any:
    return child(builds_of(current_actor(), case), build_id)
