"""Which pages record receipts, a default and follow-up visits?"""

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from app.kernel import clock
from app.kernel.permissions import Permission
from app.mediation.forms.performance import DefaultForm, FollowUpForm, ReceiptForm, WithdrawForm
from app.mediation.models import Case, Obligation
from app.mediation.queries.agreements import Standing, follow_ups_of, standings_of, totals
from app.mediation.queries.case_facts import agreements_in_force, obligations_in_force
from app.mediation.queries.scope import get_case
from app.mediation.services import follow_ups, performance
from app.mediation.services.opening import child
from app.mediation.services.performance import Proof
from app.mediation.views import blueprint
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import Answer
from app.web.access import current_actor, requires

OWED = "/cases/<int:case_id>/obligations/<int:obligation_id>"


@blueprint.app_template_global()
def performance_of(case: Case) -> dict[str, Any] | None:
    """The obligations of the agreements in force, with states and totals; None before that."""
    in_force = agreements_in_force(case)
    if not in_force:
        return None
    rows = standings_of(obligations_in_force(case), clock.today(case.country.zone))
    return {"agreements": in_force, "rows": rows, "totals": totals(rows)}


blueprint.add_app_template_global(follow_ups_of)


@blueprint.route(f"{OWED}/receipts/new", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def add_receipt(case_id: int, obligation_id: int) -> Answer:
    case, row = _load(case_id, obligation_id)
    today = clock.today(case.country.zone)
    form = ReceiptForm(row.obligation, row.left, data={"received_on": today})
    upload = form.file

    def act() -> None:
        proof = Proof(upload.data.filename or "", upload.data.read()) if upload.data else None
        performance.record_receipt(
            current_actor(),
            case_id=case_id,
            obligation_id=obligation_id,
            amount=form.money,
            received_on=form.received_on.data,
            note_text=form.note.data or "",
            proof=proof,
            now=clock.utc_now(),
        )

    return form_page(
        form,
        title=_("Enter a receipt") if form.owes_money else _("Enter that it was done"),
        submit=_("Save the receipt"),
        act=act,
        said=_("The receipt is recorded."),
        done=_home(case_id),
        case=case,
        row=row,
        template="mediation/performance/receipt.html",
    )


@blueprint.route(f"{OWED}/receipts/<int:receipt_id>/withdraw", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def withdraw_receipt(case_id: int, obligation_id: int, receipt_id: int) -> Answer:
    case, row = _load(case_id, obligation_id)
    child(row.obligation.receipts, receipt_id)
    form = WithdrawForm()
    return form_page(
        form,
        title=_("Withdraw a receipt"),
        submit=_("Withdraw"),
        act=lambda: performance.withdraw_receipt(
            current_actor(),
            case_id=case_id,
            obligation_id=obligation_id,
            receipt_id=receipt_id,
            reason=form.reason.data or "",
            now=clock.utc_now(),
        ),
        said=_("The receipt is withdrawn."),
        done=_home(case_id),
        case=case,
        warning=True,
        lead=_("It stays visible with your reason, and counts no more."),
    )


@blueprint.route("/cases/<int:case_id>/default", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def declare_default(case_id: int) -> Answer:
    case = get_case(current_actor(), case_id, Permission.MEDIATE)
    form = DefaultForm(data={"on": clock.today(case.country.zone)})
    return form_page(
        form,
        title=_("The agreement is not performed"),
        submit=_("Record the default"),
        act=lambda: performance.declare_default(
            current_actor(),
            case_id=case_id,
            on=form.on.data,
            reason=form.reason.data or "",
            now=clock.utc_now(),
        ),
        said=_("It is recorded that the agreement is not performed."),
        done=_home(case_id),
        case=case,
        warning=True,
        lead=_("A later payment can still be entered: the last receipt lifts the default."),
    )


@blueprint.route("/cases/<int:case_id>/follow-ups/new", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def add_follow_up(case_id: int) -> Answer:
    actor = current_actor()
    case = get_case(actor, case_id, Permission.MEDIATE)
    usual = {"visited_on": clock.today(case.country.zone), "visitor": actor.display_name}
    form = FollowUpForm(data=usual | {"satisfaction": ""})
    return form_page(
        form,
        title=_("Follow-up visit record"),
        submit=_("Save the visit"),
        act=lambda: follow_ups.record(
            actor, case_id=case_id, visit=form.visit(), now=clock.utc_now()
        ),
        said=_("The visit is recorded."),
        done=url_for("mediation.case", case_id=case_id, _anchor="follow-ups"),
        case=case,
        hints={
            "later_court_case": _("Did a party go to court all the same? Which court?"),
            "new_risk": _("Is there a sign that the dispute may break out again?"),
        },
    )


def _load(case_id: int, obligation_id: int) -> tuple[Case, Standing]:
    case = get_case(current_actor(), case_id, Permission.MEDIATE)
    owed: Obligation = child(obligations_in_force(case), obligation_id)
    (row,) = standings_of([owed], clock.today(case.country.zone))
    return case, row


def _home(case_id: int) -> str:
    return url_for("mediation.case", case_id=case_id, _anchor="performance")
