"""Which pages draft an agreement, show it clause by clause, and keep its signed sheet?"""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from app.kernel import clock
from app.kernel.bilingual import Language
from app.kernel.permissions import Permission
from app.mediation.forms.agreements import (
    DraftForm,
    SheetForm,
    draft_values,
    new_draft_values,
    said_by_clauses,
)
from app.mediation.models import Agreement, Case
from app.mediation.papers.catalogue import agreement_ref, papers_of
from app.mediation.queries.agreements import standings, totals
from app.mediation.queries.owed_blocks import blocks_of
from app.mediation.queries.scope import get_case
from app.mediation.queries.table_steps import at_table
from app.mediation.services import agreements, sheets
from app.mediation.services.opening import child
from app.mediation.views import blueprint
from app.mediation.views.case import rights
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import Answer, saved, show
from app.web.access import current_actor, requires
from app.web.filters import bi
from app.web.locale import current_language

ONE = "/cases/<int:case_id>/agreements/<int:agreement_id>"


def load(
    case_id: int, agreement_id: int, permission: Permission = Permission.MEDIATE
) -> tuple[Case, Agreement]:
    """The case and its agreement, for whoever may do that with it."""
    case = get_case(current_actor(), case_id, permission)
    return case, child(case.agreements, agreement_id)


def home(case_id: int, agreement_id: int, anchor: str | None = None) -> str:
    return url_for(
        "mediation.agreement", case_id=case_id, agreement_id=agreement_id, _anchor=anchor
    )


@blueprint.get(ONE)
@requires(Permission.CASE_READ)
def agreement(case_id: int, agreement_id: int) -> str:
    case, one = load(case_id, agreement_id, Permission.CASE_READ)
    rows = standings(one, clock.today(case.country.zone))
    blocks, alone = blocks_of(one.obligations, Language(current_language()))
    sheet = agreement_ref(one)
    return render_template(
        "mediation/agreement/show.html",
        case=case,
        agreement=one,
        steps=at_table(one),
        sheet_key=sheet.key if sheet in papers_of(case) else None,
        rows=rows,
        blocks=blocks,
        alone=alone,
        totals=totals(rows),
        can=rights(current_actor(), case),
    )


@blueprint.route("/cases/<int:case_id>/agreements/new", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def begin_agreement(case_id: int) -> Answer:
    actor = current_actor()
    case = get_case(actor, case_id, Permission.MEDIATE)
    if case.agreement is not None and not case.agreement.is_frozen:
        return edit_agreement(case_id, case.agreement.id)
    said = ("prevailing", "copies") if agreements.is_bilingual(case) else ()
    form = DraftForm(data=new_draft_values(case, current_language()), said=said)
    if saved(
        form,
        lambda: agreements.begin(actor, case_id=case_id, draft=form.draft(), now=clock.utc_now()),
    ):
        flash(_("The draft is begun. Now choose what the parties agreed."), "success")
        one = get_case(actor, case_id, Permission.MEDIATE).agreement
        place = {"case_id": case_id, "agreement_id": one.id if one else 0}
        return redirect(url_for("mediation.choose_clause", **place), 303)
    return show(
        "mediation/agreement/begin.html",
        form,
        title=_("Agreement at the table"),
        submit=_("Save and choose the clauses"),
        cancel=url_for("mediation.case", case_id=case_id),
        case=case,
        hints={name: hint for name, hint in _draft_hints().items() if name != "facts_zh"},
        lead=_draft_hints()["facts_zh"],
        is_own_words=case.facts is not None,
    )


@blueprint.get("/cases/<int:case_id>/agreements/latest")
@requires(Permission.CASE_READ)
def latest_agreement(case_id: int) -> Answer:
    """The newest agreement; where none is begun, the page that begins one."""
    case = get_case(current_actor(), case_id)
    if case.agreement is None:
        return redirect(url_for("mediation.begin_agreement", case_id=case_id))
    return agreement(case_id, case.agreement.id)


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def edit_agreement(case_id: int, agreement_id: int) -> Answer:
    case, one = load(case_id, agreement_id)
    form = DraftForm(data=draft_values(one), said=said_by_clauses(one))
    return form_page(
        form,
        title=_("Facts, copies and rate of the agreement"),
        submit=_("Save"),
        act=lambda: agreements.edit(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            draft=form.draft(),
            now=clock.utc_now(),
        ),
        said=_("The draft is saved."),
        done=home(case_id, agreement_id),
        case=case,
        hints=_draft_hints(),
    )


@blueprint.route(f"{ONE}/sheet", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def keep_sheet(case_id: int, agreement_id: int) -> Answer:
    case, one = load(case_id, agreement_id)
    form = SheetForm()
    if one.scan_id is None:
        del form.reason
    return form_page(
        form,
        title=_("The signed sheet"),
        submit=_("Keep this sheet"),
        act=lambda: sheets.keep_sheet(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            files=form.uploads(),
            title=form.title.data or f"{_('The signed sheet')} {bi(one.number)}",
            reason=form.reason.data or "" if one.scan_id else "",
            now=clock.utc_now(),
        ),
        said=_("The signed sheet is kept. It is now the record."),
        done=home(case_id, agreement_id),
        case=case,
        lead=_("Photograph or scan every page of the signed paper, flat and in good light."),
        hints={
            "file": _(
                "Pictures or a PDF; choose the photos of all pages in their order, up to %(most)s "
                "files and 15 MB together.",
                most=sheets.MOST_FILES,
            )
        },
    )


def _draft_hints() -> dict[str, str]:
    return {
        "facts_zh": _("One language is enough to begin; the other can follow."),
        "rate": _("Only where both yuan and đồng are owed."),
        "rate_source": _("For example the bank and the kind of rate."),
        "copies": _("One for each party, the rest for the file."),
    }
