"""Which cases may this person see? The one place where the wall between two countries is drawn."""

from sqlalchemy import ColumnElement, and_, false, or_, select

from app.db import db
from app.kernel.errors import NotFound, NotPermitted
from app.kernel.permissions import Actor, Permission
from app.mediation.models import Case, CaseMediator, Mediator
from app.mediation.states import CaseState


def within(actor: Actor, permission: Permission = Permission.CASE_READ) -> ColumnElement[bool]:
    """The condition on `Case` for the cases a permission reaches: own country always.

    A draft is nobody's but its office's: who may not register there does not see it.
    """
    reach = actor.reach(permission)
    own = reach.organisations & actor.reach(Permission.CASE_CREATE).organisations
    ways: list[ColumnElement[bool]] = []
    if own:
        ways.append(Case.office_id.in_(sorted(own)))
    if others := reach.organisations - own:
        ways.append(and_(Case.office_id.in_(sorted(others)), Case.state != CaseState.DRAFT))
    if reach.assigned and actor.user_id is not None:
        ways.append(Case.id.in_(_assigned_to(actor.user_id)))
    return and_(Case.country == actor.country, or_(*ways)) if ways else false()


def _assigned_to(user_id: int):  # type: ignore[no-untyped-def]
    return (
        select(CaseMediator.case_id)
        .join(Mediator, CaseMediator.mediator_id == Mediator.id)
        .where(Mediator.user_id == user_id, CaseMediator.ended_on.is_(None))
    )


def get_case(actor: Actor, case_id: int, permission: Permission = Permission.CASE_READ) -> Case:
    """The case. Raises NotFound out of reading scope, NotPermitted when only reading is allowed."""
    case = db.session.scalar(select(Case).where(Case.id == case_id, within(actor)))
    if case is None:
        raise NotFound(case=case_id)
    if permission is not Permission.CASE_READ and not may(actor, case, permission):
        raise NotPermitted(permission=permission)
    return case


def may(actor: Actor, case: Case, permission: Permission) -> bool:
    """Whether a permission reaches this case; for buttons, and for refusing."""
    if not actor.may(permission):
        return False
    query = select(Case.id).where(Case.id == case.id, within(actor, permission))
    return db.session.scalar(query) is not None
