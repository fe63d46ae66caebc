"""Where are the editable copies of agreements and letters fetched, for offices that must edit?"""

from typing import Any

from werkzeug.wrappers import Response

from app.kernel.errors import RuleBroken
from app.kernel.permissions import Permission
from app.mediation.kinds import PaperKind
from app.mediation.models import Case
from app.mediation.papers.both_languages import in_both
from app.mediation.papers.catalogue import PaperRef, agreement_ref
from app.mediation.papers.editable import agreement_docx, letter_docx
from app.mediation.papers.rendering import paper_data
from app.mediation.papers.titles import title_of
from app.mediation.queries.letters import copying_refusals, get_letter
from app.mediation.views import blueprint
from app.mediation.views.agreements import ONE as AGREEMENT
from app.mediation.views.agreements import load as load_agreement
from app.mediation.views.downloads import answer_file, file_name
from app.mediation.views.letters import ONE as LETTER
from app.mediation.views.steps import load, today_of
from app.web.access import requires

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@blueprint.get(f"{LETTER}/letter.docx")
@requires(Permission.CASE_READ)
def letter_copy(case_id: int, letter_id: int) -> Response:
    """A letter that was written here; 404 for one of elsewhere, 422 for one not approved."""
    case = load(case_id)
    row = get_letter(case, letter_id)
    if found := copying_refusals(row, today_of(case)):
        raise RuleBroken(found)
    ref = PaperRef(PaperKind.LETTER, row.id)
    return _answer(letter_docx(_data(case, ref), first=case.country), case, ref)


@blueprint.get(f"{AGREEMENT}/agreement.docx")
@requires(Permission.CASE_READ)
def agreement_copy(case_id: int, agreement_id: int) -> Response:
    """An agreement, its particulars masked as in the preview."""
    case, one = load_agreement(case_id, agreement_id, Permission.CASE_READ)
    ref = agreement_ref(one)
    return _answer(agreement_docx(_data(case, ref), first=case.country), case, ref)


def _data(case: Case, ref: PaperRef) -> dict[str, Any]:
    """The same data as the paper of the office's own side."""
    return paper_data(case, ref, side=case.country, words=in_both, printed_on=today_of(case))


def _answer(data: bytes, case: Case, ref: PaperRef) -> Response:
    """A download that nobody keeps on the way."""
    name = file_name(case, title_of(ref, case), None, "docx")
    plain = f"{ref.kind.value}-{case.id}-{ref.subject}"
    answer = answer_file(data, name, plain=plain, kind=DOCX, is_shown=False)
    answer.headers["Cache-Control"] = "no-store"
    return answer
