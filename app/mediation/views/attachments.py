"""Where do papers and evidence come into the file, and how does one get a copy out?"""

from typing import Any

from flask import Response as Download
from flask import request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.kernel.clock import utc_now
from app.kernel.errors import NotFound
from app.kernel.permissions import Permission
from app.mediation.forms.file import AttachmentForm, EvidenceForm, WithdrawForm, sent_bytes
from app.mediation.kinds import AttachmentKind
from app.mediation.labels.attachments import EVIDENCE_KINDS
from app.mediation.models import Attachment, Case, EvidenceItem
from app.mediation.queries.case_file import attachments_of, evidence_of
from app.mediation.services import attachments, evidence
from app.mediation.services.opening import child
from app.mediation.states import FILE_OPEN
from app.mediation.views import blueprint
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import load, page_of, refuse_step
from app.web.access import current_actor, requires

ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}

blueprint.add_app_template_global(attachments_of)
blueprint.add_app_template_global(evidence_of)


@blueprint.route("/cases/<int:case_id>/attachments/new", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def add_attachment(case_id: int) -> ResponseReturnValue:
    case = load(case_id, Permission.MEDIATE)
    if case.state not in FILE_OPEN:
        return refuse_step(case)
    chosen = request.args.get("kind", AttachmentKind.OTHER.value)
    form = AttachmentForm(data={"kind": chosen})
    form.offer()
    return form_page(
        form,
        title=_("Put a paper into the file"),
        submit=_("Upload"),
        act=lambda: attachments.add_attachment(
            current_actor(),
            case_id=case_id,
            kind=AttachmentKind(form.kind.data),
            title=form.title.data or "",
            data=sent_bytes(form.file),
            now=utc_now(),
        ),
        said=_("The paper is in the file."),
        done=page_of(case, "attachments"),
        case=case,
    )


@blueprint.get("/cases/<int:case_id>/attachments/<int:attachment_id>")
@requires(Permission.CASE_REVEAL)
def attachment(case_id: int, attachment_id: int) -> Download:
    """The file itself, to keep: for those who may see particulars, since papers show them."""
    case = load(case_id, Permission.CASE_REVEAL)
    row = _standing(case, attachment_id)
    answer = Download(row.content, mimetype=row.content_type)
    name = f"{case.id}-{row.id}.{ENDINGS[row.content_type]}"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


@blueprint.route(
    "/cases/<int:case_id>/attachments/<int:attachment_id>/withdraw", methods=["GET", "POST"]
)
@requires(Permission.MEDIATE)
def withdraw_attachment(case_id: int, attachment_id: int) -> ResponseReturnValue:
    case = load(case_id, Permission.MEDIATE)
    row = _standing(case, attachment_id)
    form = WithdrawForm()
    return form_page(
        form,
        title=_("Take back: %(title)s", title=row.title),
        submit=_("Take the paper back"),
        act=lambda: attachments.withdraw_attachment(
            current_actor(),
            case_id=case_id,
            attachment_id=attachment_id,
            reason=form.reason.data or "",
            now=utc_now(),
        ),
        said=_("The paper is taken back."),
        done=page_of(case, "attachments"),
        case=case,
        row=row,
        lead=_("The paper stays stored, but is no longer part of the file."),
        warning=True,
    )


@blueprint.route("/cases/<int:case_id>/evidence/new", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def list_evidence(case_id: int) -> ResponseReturnValue:
    case = load(case_id, Permission.MEDIATE)
    if case.state not in FILE_OPEN:
        return refuse_step(case)
    form = EvidenceForm()
    form.offer(EVIDENCE_KINDS, blank=_("Not sorted"))
    return form_page(
        form,
        title=_("List a piece of evidence"),
        submit=_("Save"),
        act=lambda: evidence.list_evidence(
            current_actor(), case_id=case_id, now=utc_now(), **_evidence(form)
        ),
        said=_("The evidence is listed."),
        done=page_of(case, "evidence"),
        case=case,
        row=None,
    )


@blueprint.route("/cases/<int:case_id>/evidence/<int:evidence_id>/edit", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def edit_evidence(case_id: int, evidence_id: int) -> ResponseReturnValue:
    case = load(case_id, Permission.MEDIATE)
    row: EvidenceItem = child(evidence_of(case.id), evidence_id)
    if case.state not in FILE_OPEN:
        return refuse_step(case)
    form = EvidenceForm(obj=row)
    form.offer(EVIDENCE_KINDS, blank=_("Not sorted"))
    return form_page(
        form,
        title=_("Correct a piece of evidence"),
        submit=_("Save"),
        act=lambda: evidence.edit_evidence(
            current_actor(),
            case_id=case_id,
            evidence_id=evidence_id,
            now=utc_now(),
            **_evidence(form),
        ),
        said=_("The evidence is corrected."),
        done=page_of(case, "evidence"),
        case=case,
        row=row,
    )


def _standing(case: Case, attachment_id: int) -> Attachment:
    """A file that was not taken back. Raises NotFound."""
    row: Attachment = child(attachments_of(case.id), attachment_id)
    if row.withdrawn_at is not None:
        raise NotFound(attachment=attachment_id)
    return row


def _evidence(form: EvidenceForm) -> dict[str, Any]:
    return {
        "title": form.title.data or "",
        "source": form.source.data or "",
        "kind": form.kind.data or "",
        "pages": form.pages.data,
        "data": sent_bytes(form.file),
    }


@blueprint.app_template_global()
def file_is_open(case: Case) -> bool:
    """Whether papers can still be put into the file."""
    return case.state in FILE_OPEN


@blueprint.app_template_global()
def evidence_kind(kind: str) -> str:
    return str(EVIDENCE_KINDS[kind]) if kind in EVIDENCE_KINDS else kind
