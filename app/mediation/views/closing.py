"""Where does a case end? Its closing page, and the contents of its file."""

from datetime import date

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.kernel.clock import utc_now
from app.kernel.country import Country
from app.kernel.errors import Taken
from app.kernel.permissions import Permission
from app.mediation.forms.closing import ClosingForm, FileForm, as_typed
from app.mediation.forms.options import Options
from app.mediation.labels.closing import WEIGHTS
from app.mediation.models import Case
from app.mediation.queries.case_file import file_facts, file_items
from app.mediation.queries.issued import issued_items
from app.mediation.queries.next_steps import in_the_way
from app.mediation.rules.file_checklist import ChecklistRow, checklist
from app.mediation.rules.retention import RetentionKind, kept_until
from app.mediation.services import closing
from app.mediation.states import FILE_OPEN, OUTCOME_OF, CaseAction, Outcome, next_actions
from app.mediation.views import blueprint
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import load, page_of, refuse_step, today_of
from app.reference import queries as reference
from app.reference.models import CodeList
from app.web.access import current_actor, requires
from app.web.filters import day
from app.web.labels import label, say
from app.web.locale import current_language

FLAGS = frozenset({"prevented_crime", "prevented_petition"})
UNSETTLED = frozenset({"refusal"})


@blueprint.route("/cases/<int:case_id>/closing", methods=["GET", "POST"])
@requires(Permission.CASE_EDIT)
def close_case(case_id: int) -> ResponseReturnValue:
    case = load(case_id, Permission.CASE_EDIT)
    if CaseAction.CLOSE not in next_actions(case.state):
        return refuse_step(case)
    outcome = OUTCOME_OF[case.state]
    today = today_of(case)
    form = ClosingForm(data={"on": today, "retention": RetentionKind.LONG.value})
    form.offer(_outcomes(case, outcome), blank=_("Not sorted"), chinese=case.country is Country.CN)
    return form_page(
        form,
        title=_("Close the case"),
        submit=_("Close the case"),
        act=lambda: closing.close(
            current_actor(), case_id=case_id, closing=form.closing(), now=utc_now()
        ),
        said=_("The case is closed."),
        done=page_of(case, "file"),
        template="mediation/closing/close.html",
        case=case,
        outcome=outcome,
        in_the_way=[say(each) for each in in_the_way(case, CaseAction.CLOSE, today)],
    )


@blueprint.route("/cases/<int:case_id>/file", methods=["GET", "POST"])
@requires(Permission.CASE_EDIT)
def case_file(case_id: int) -> ResponseReturnValue:
    case = load(case_id, Permission.CASE_EDIT)
    if case.state not in FILE_OPEN:
        return refuse_step(case)
    rows = file_checklist(case)
    form = FileForm(data=as_typed(rows, file_items(case.id)))
    if not form.items_named() <= {row.item.value for row in rows}:
        raise Taken(case=case_id)  # the file has changed since the page was opened
    return form_page(
        form,
        title=_("Contents of the file"),
        submit=_("Save the contents"),
        act=lambda: closing.note_file(
            current_actor(), case_id=case_id, notes=form.notes(), now=utc_now()
        ),
        said=_("The contents of the file are saved."),
        done=page_of(case, "file"),
        template="mediation/closing/file.html",
        case=case,
        rows={row.item.value: row for row in rows},
        issued=issued_items(case),
    )


def _outcomes(case: Case, outcome: Outcome) -> Options:
    """The words of the code list that fit the way the case ended; the two flags are none."""
    language = current_language()
    offered = reference.code_choices(CodeList.OUTCOME, on=today_of(case), locale=language)
    is_settled = outcome is Outcome.SETTLED
    return [
        (code, words)
        for code, words in offered
        if code not in FLAGS and (code not in UNSETTLED) is is_settled
    ]


@blueprint.app_template_global()
def file_checklist(case: Case) -> tuple[ChecklistRow, ...]:
    """The items of the file that concern this case, or that somebody has noted."""
    rows = checklist(file_facts(case))
    return tuple(row for row in rows if row.is_due or row.is_present or row.is_excused)


def kept_until_of(case: Case) -> date | None:
    """The last day of keeping of a closed case; None for ever, or where nobody has said."""
    if case.closed_on is None or not case.retention:
        return None
    return kept_until(RetentionKind(case.retention), case.closed_on)


@blueprint.app_template_global()
def weight_word(row: ChecklistRow) -> str:
    """Whether a paper must be in the file, or only where it applies."""
    return str(WEIGHTS[row.weight])


@blueprint.app_template_global()
def outcome_word(case: Case) -> str:
    names = reference.code_names(CodeList.OUTCOME)
    name = names.get(case.outcome)
    return case.outcome if name is None else name.in_(current_language())


@blueprint.app_template_global()
def retention_word(case: Case) -> str:
    """For how long the file is kept, with the last day where there is one."""
    words = label(RetentionKind(case.retention))
    until = kept_until_of(case)
    return words if until is None else _("%(period)s, until %(day)s", period=words, day=day(until))
