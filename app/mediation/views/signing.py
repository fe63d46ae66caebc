"""Which pages record who signed an agreement, and take it back before all have?"""

from collections.abc import Iterable
from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from app.kernel import clock
from app.kernel.bilingual import Language
from app.kernel.permissions import Permission
from app.kernel.writing.lists import joined
from app.mediation.forms.signing import SigningForm, WithdrawSignaturesForm, signing_values
from app.mediation.kinds import AgreementForm
from app.mediation.models import Agreement, AgreementSignature, Case
from app.mediation.queries.signing import past_due, sheet_of, standing
from app.mediation.queries.table_steps import at_table
from app.mediation.rules.signing import LineState, SheetLine, missing, refused, state_of
from app.mediation.services import signing
from app.mediation.views import blueprint
from app.mediation.views.agreements import ONE, home, load
from app.mediation.views.clause_preview import past_said
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import Answer, saved, show, today_of
from app.web.access import current_actor, requires
from app.web.labels import label
from app.web.locale import current_language


@blueprint.route(f"{ONE}/sign", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def sign_agreement(case_id: int, agreement_id: int) -> Answer:
    """Who signed, all at once or one after the other; the last one freezes the text."""
    case, one = load(case_id, agreement_id)
    if one.is_frozen:
        return redirect(home(case_id, agreement_id))
    now = clock.utc_now()
    lines = _open_lines(one)
    form = SigningForm(data=signing_values(now, case.country, one.place, lines))
    form.offer(lines, _("Not yet"))

    def act() -> None:
        signing.record(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            entries=form.entries(case.country),
            effective_on=form.effective_on.data,
            now=clock.utc_now(),
        )

    if saved(form, act):
        return _signed(case, one)
    return show(
        "mediation/signing/sign.html",
        form,
        title=_("Signatures"),
        submit=_("Record the signatures"),
        cancel=home(case_id, agreement_id),
        case=case,
        agreement=one,
        sheet_is_old=at_table(one).sheet_is_old,
        past=past_said(past_due(one, today_of(case))),
        lines={line.signers[0].key: line for line in lines},
        nobody=[line.name for line in sheet_of(one, now) if not line.signers],
    )


@blueprint.route(f"{ONE}/signatures/withdraw", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def withdraw_signatures(case_id: int, agreement_id: int) -> Answer:
    case, one = load(case_id, agreement_id)
    form = WithdrawSignaturesForm()
    return form_page(
        form,
        title=_("Withdraw the signatures"),
        submit=_("Withdraw the signatures"),
        act=lambda: signing.withdraw(
            current_actor(),
            case_id=case_id,
            agreement_id=agreement_id,
            reason=form.reason.data or "",
            now=clock.utc_now(),
        ),
        said=_("The signatures are withdrawn. The text can be changed again."),
        done=home(case_id, agreement_id),
        case=case,
        warning=True,
        lead=_(
            "Everybody who has signed must sign the new text. What is withdrawn stays visible "
            "with your reason."
        ),
    )


@blueprint.app_template_global()
def signing_of(agreement: Agreement) -> dict[str, Any]:
    """Who signed, who refused, who is still missing; for the pages that show an agreement."""
    sheet, words = sheet_of(agreement, clock.utc_now()), standing(agreement)
    gone = refused(sheet, words)
    return {
        "rows": agreement.signatures,
        "has_standing": bool(agreement.standing_signatures),
        "progress": _progress(agreement, sheet),
        "missing": _names(each for each in missing(sheet, words) if each not in gone),
        "refused": _names(gone),
    }


@blueprint.app_template_global()
def signers_said(line: SheetLine) -> str:
    """In what capacity a line may be signed; by whom, where that is not who the line is of."""
    return " / ".join(
        dict.fromkeys(
            label(each.capacity)
            if each.name == line.name
            else _("%(read)s (%(written)s)", read=each.name, written=label(each.capacity))
            for each in line.signers
        )
    )


@blueprint.app_template_filter()
def signature_said(row: AgreementSignature) -> str:
    """As what somebody signed, and for whom."""
    if row.party is None or row.party.name == row.name:
        return label(row.capacity)
    return _("%(capacity)s of %(party)s", capacity=label(row.capacity), party=row.party.name)


def _progress(agreement: Agreement, sheet: Iterable[SheetLine]) -> str:
    """Signed by how many of those who must, while some have and the text is not frozen yet."""
    if agreement.is_frozen or not agreement.standing_signatures:
        return ""
    needed = [line for line in sheet if line.is_required]
    left = len(missing(needed, standing(agreement)))
    return _("Partly signed (%(signed)s/%(all)s)", signed=len(needed) - left, all=len(needed))


def _names(lines: Iterable[SheetLine]) -> str:
    return joined([each.name for each in lines], Language(current_language()))


def _open_lines(agreement: Agreement) -> list[SheetLine]:
    """What is not signed yet, those who must sign first."""
    sheet, words = sheet_of(agreement, clock.utc_now()), standing(agreement)
    open_ones = [
        line for line in sheet if line.signers and state_of(line, words) is not LineState.SIGNED
    ]
    return sorted(open_ones, key=lambda line: not line.is_required)


def _signed(case: Case, one: Agreement) -> Answer:
    """On to the sheet once all have signed; else back to those who have not."""
    place = {"case_id": case.id, "agreement_id": one.id}
    if not one.is_frozen:
        flash(_("The signatures are recorded."), "success")
        return redirect(url_for("mediation.sign_agreement", **place), 303)
    flash(_("The agreement is signed and its text is frozen."), "success")
    if one.form is AgreementForm.ORAL:
        return redirect(home(**place), 303)
    return redirect(url_for("mediation.keep_sheet", **place), 303)
