"""Which pages show deadlines across cases, move one, and put one away?"""

from typing import Any

from flask import current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.kernel import clock
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Permission
from app.mediation.forms.deadlines import ClearForm, extend_form
from app.mediation.labels.deadlines import counted_from, of_which_agreement
from app.mediation.models import Case
from app.mediation.queries.cases import offices_of_cases
from app.mediation.queries.deadline_lines import Line, lines
from app.mediation.queries.deadline_rules import suggested_day
from app.mediation.queries.deadlines import deadline_of, deadlines, open_counts, untouched_count
from app.mediation.rules.deadlines import Bucket, DeadlineRefusal
from app.mediation.services import deadlines as services
from app.mediation.views import blueprint
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import load, page_of, today_of
from app.reference.models import ExtendableBy
from app.web.access import current_actor, requires
from app.web.addresses import address_with, row_number
from app.web.labels import label

ONE = "/cases/<int:case_id>/deadlines/<int:deadline_id>"

blueprint.add_app_template_global(counted_from, "counted_from")
blueprint.add_app_template_global(of_which_agreement, "of_which_agreement")


@blueprint.get("/deadlines")
@requires(Permission.CASE_READ)
def deadline_list() -> str:
    actor = current_actor()
    today = clock.today(actor.country.zone)
    bucket = request.args.get("bucket", Bucket.PAST, type=Bucket)
    office_id = request.args.get("office", type=row_number)
    page = request.args.get("page", 1, type=row_number)
    found = deadlines(actor, bucket, today, office_id=office_id, page=page)
    return render_template(
        "mediation/deadlines.html",
        lines=lines(found.rows),
        found=found,
        bucket=bucket,
        buckets=Bucket,
        counts=open_counts(actor, today, office_id=office_id),
        office_id=office_id,
        offices=offices_of_cases(actor),
        today=today,
    )


@blueprint.route(f"{ONE}/extend", methods=["GET", "POST"])
@requires(Permission.DEADLINE_EXTEND)
def extend_deadline(case_id: int, deadline_id: int) -> ResponseReturnValue:
    case, line = _line(case_id, deadline_id)
    if not line.is_extendable:
        raise RuleBroken([Refusal(DeadlineRefusal.NOT_EXTENDABLE, {"code": line.row.rule})])
    suggested = suggested_day(line.row.jurisdiction, line.row.due_on)
    both = line.rule is not None and line.rule.extendable_by is ExtendableBy.BOTH_PARTIES
    form = extend_form(services.consenting(case) if both else (), suggested)
    return form_page(
        form,
        title=_("More time: %(deadline)s", deadline=label(line.row.rule)),
        submit=_("Move the last day"),
        act=lambda: services.extend(
            current_actor(),
            case_id=case_id,
            deadline_id=deadline_id,
            new_due_on=form.new_due_on.data,
            reason=form.reason.data or "",
            consents=form.consents(),
            now=clock.utc_now(),
        ),
        said=_("The last day was moved."),
        done=page_of(case, "deadlines"),
        template="mediation/deadline_form.html",
        case=case,
        line=line,
        today=today_of(case),
        both=both,
    )


@blueprint.route(f"{ONE}/clear", methods=["GET", "POST"])
@requires(Permission.DEADLINE_EXTEND)
def clear_deadline(case_id: int, deadline_id: int) -> ResponseReturnValue:
    case, line = _line(case_id, deadline_id)
    form = ClearForm()
    return form_page(
        form,
        title=_("Clear: %(deadline)s", deadline=label(line.row.rule)),
        submit=_("Clear this deadline"),
        act=lambda: services.clear_by_hand(
            current_actor(),
            case_id=case_id,
            deadline_id=deadline_id,
            reason=form.reason.data or "",
            now=clock.utc_now(),
        ),
        said=_("The deadline was cleared."),
        done=page_of(case, "deadlines"),
        template="mediation/deadline_form.html",
        case=case,
        line=line,
        today=today_of(case),
        lead=_("Nobody will be reminded of it any more. The reason stays in the file."),
    )


@blueprint.app_template_global()
def deadline_lines(case: Case) -> list[Line]:
    """The deadlines of a case page: those that run first."""
    rows = sorted(case.deadlines, key=lambda row: (row.cleared_at is not None, row.due_on, row.id))
    return lines(rows)


@blueprint.app_template_global()
def deadline_counters() -> dict[str, Any]:
    """What the start page says of deadlines: how many, and where they are listed."""
    actor, now = current_actor(), clock.utc_now()
    days = current_app.config["UNTOUCHED_DAYS"]
    return {
        "counts": open_counts(actor, clock.today(actor.country.zone)),
        "untouched": untouched_count(actor, now, days=days),
        "untouched_days": days,
    }


def _line(case_id: int, deadline_id: int) -> tuple[Case, Line]:
    case = load(case_id, Permission.DEADLINE_EXTEND)
    return case, lines([deadline_of(case, deadline_id)])[0]


def page_address(**values: Any) -> str:
    """The list with other choices in its address, the rest as they are."""
    return address_with("mediation.deadline_list", request.args.to_dict() | values)


blueprint.add_app_template_global(page_address, "deadlines_address")
