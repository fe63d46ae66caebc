"""Where is a sitting recorded, corrected and read?"""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.kernel.clock import utc_now
from app.kernel.permissions import Permission
from app.mediation.forms.sessions import OTHER_ROWS, SessionForm, as_typed, seat
from app.mediation.kinds import Duty, SessionMode
from app.mediation.models import Attendance, Case, CaseMediator, MediationSession
from app.mediation.queries.case_facts import active_people
from app.mediation.queries.scope import may
from app.mediation.services import sessions
from app.mediation.services.opening import child
from app.mediation.states import CaseState
from app.mediation.views import blueprint
from app.mediation.views.form_page import form_page
from app.mediation.views.steps import load, page_of, refuse_step, today_of
from app.reference import queries as reference
from app.reference.models import CodeList
from app.web.access import current_actor, requires
from app.web.labels import label
from app.web.locale import current_language


@blueprint.route("/cases/<int:case_id>/sessions/new", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def record_session(case_id: int) -> ResponseReturnValue:
    case = load(case_id, Permission.MEDIATE)
    if case.state is not CaseState.MEDIATING:
        return refuse_step(case)
    typed = {
        "held_on": today_of(case),
        "place": case.sessions[-1].place if case.sessions else "",
        "mode": SessionMode.ROOM.value,
        "language": "zh" if case.country == "CN" else "vi",
    }
    form = _offered(SessionForm(data=typed | {"seats": _seats(case)}), case)
    return form_page(
        form,
        title=_("Record a sitting"),
        submit=_("Save the sitting"),
        act=lambda: sessions.record_session(
            current_actor(), case_id=case_id, sitting=form.sitting(case.country), now=utc_now()
        ),
        said=_("The sitting is recorded."),
        done=page_of(case, "sessions"),
        template="mediation/sessions/form.html",
        case=case,
        sitting=None,
        duties=_duties(case),
    )


@blueprint.route("/cases/<int:case_id>/sessions/<int:session_id>/edit", methods=["GET", "POST"])
@requires(Permission.MEDIATE)
def edit_session(case_id: int, session_id: int) -> ResponseReturnValue:
    case = load(case_id, Permission.MEDIATE)
    row: MediationSession = child(case.sessions, session_id)
    if case.state is not CaseState.MEDIATING:
        return refuse_step(case)
    typed = as_typed(row, case.country) | {"seats": _seats(case, row.attendances)}
    form = _offered(SessionForm(data=typed), case)
    return form_page(
        form,
        title=_("Correct sitting %(number)s", number=row.number),
        submit=_("Save the sitting"),
        act=lambda: sessions.edit_session(
            current_actor(),
            case_id=case_id,
            session_id=session_id,
            sitting=form.sitting(case.country),
            now=utc_now(),
        ),
        said=_("The sitting is corrected."),
        done=page_of(case, "sessions"),
        template="mediation/sessions/form.html",
        case=case,
        sitting=row,
        duties=_duties(case),
    )


@blueprint.get("/cases/<int:case_id>/sessions/<int:session_id>")
@requires(Permission.CASE_READ)
def show_session(case_id: int, session_id: int) -> str:
    case = load(case_id)
    row: MediationSession = child(case.sessions, session_id)
    is_open = case.state is CaseState.MEDIATING
    return render_template(
        "mediation/sessions/show.html",
        case=case,
        sitting=row,
        may_edit=is_open and may(current_actor(), case, Permission.MEDIATE),
    )


def _seats(case: Case, sat: list[Attendance] | None = None) -> list[dict[str, object]]:
    """A seat for every party and every duty, then those of others and some empty ones."""
    before = {_key(each): each for each in sat or () if not each.other_name}
    seats = [
        seat(who, name, before.get(who))
        for who, name in (
            *((f"party:{party.id}", party.name) for party in case.parties),
            *((f"duty:{each.id}", each.mediator.name) for each in _at_the_table(case, before)),
        )
    ]
    seats += [seat("other", each.other_name, each) for each in sat or () if each.other_name]
    return seats + [seat("other", "")] * OTHER_ROWS


def _at_the_table(case: Case, before: dict[str, Attendance]) -> list[CaseMediator]:
    """Whoever has a duty now, or had one and was there."""
    active = active_people(case)
    return [each for each in case.mediators if each in active or f"duty:{each.id}" in before]


def _duties(case: Case) -> dict[str, str]:
    """In what capacity each seat's person is there."""
    parties = {f"party:{party.id}": label(party.role) for party in case.parties}
    return parties | {f"duty:{each.id}": label(each.duty) for each in case.mediators}


def _key(attendance: Attendance) -> str:
    if attendance.party_id is not None:
        return f"party:{attendance.party_id}"
    return f"duty:{attendance.case_mediator_id}"


def _offered(form: SessionForm, case: Case) -> SessionForm:
    language = current_language()
    form.offer(
        languages=reference.code_choices(
            CodeList.SPOKEN_LANGUAGE, on=today_of(case), locale=language
        ),
        unsigned=_("No signature"),
    )
    return form


@blueprint.app_template_global()
def shows_both_clocks(case: Case) -> bool:
    """Whether somebody of the other side is invited, whose clock shows another hour."""
    return any(each.duty is Duty.FOREIGN_INVITED for each in case.mediators)
