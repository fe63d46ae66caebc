"""Who stands in the register, and which accounts may be named in it?"""

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from app.accounts import queries as accounts
from app.accounts.models import User
from app.db import db
from app.kernel.errors import NotFound
from app.kernel.permissions import Actor, Permission, Role
from app.mediation.models import Case, CaseMediator, Mediator
from app.reference import queries as reference

ROLES_AT_THE_TABLE = (Role.MEDIATOR, Role.INTERPRETER, Role.CLERK_CN, Role.CLERK_VN)


def register_of(actor: Actor) -> list[Mediator]:
    """The people of the actor's own offices: own side first, by name."""
    offices = sorted(actor.reach(Permission.MEDIATOR_MANAGE).organisations)
    query = (
        select(Mediator)
        .where(Mediator.owner_id.in_(offices))
        .options(joinedload(Mediator.organisation))
        .order_by(Mediator.valid_to.is_not(None), Mediator.name, Mediator.id)
    )
    return sorted(db.session.scalars(query), key=lambda each: each.country is not actor.country)


def get_mediator(actor: Actor, mediator_id: int) -> Mediator:
    """Raises NotFound outside the actor's own registers."""
    row = db.session.get(Mediator, mediator_id)
    if row is None or row.owner_id not in actor.reach(Permission.MEDIATOR_MANAGE).organisations:
        raise NotFound(mediator=mediator_id)
    return row


def mediators_for(office_id: int, on: date) -> list[Mediator]:
    """Those who stand in an office's register on a day, by name."""
    query = (
        select(Mediator)
        .where(
            Mediator.owner_id == office_id,
            or_(Mediator.valid_from.is_(None), Mediator.valid_from <= on),
            or_(Mediator.valid_to.is_(None), Mediator.valid_to >= on),
        )
        .order_by(Mediator.name, Mediator.id)
    )
    return list(db.session.scalars(query))


def accounts_of_office(organisation_id: int, on: date) -> list[User]:
    """People with an account who work at the office or below it: whom a register may name."""
    found: dict[int, User] = {}
    for organisation in sorted(reference.subtree_ids(organisation_id)):
        for role in ROLES_AT_THE_TABLE:
            found |= {user.id: user for user in accounts.holders(role, organisation, on)}
    return sorted(found.values(), key=lambda user: user.username)


def entry_with_account(owner_id: int, user_id: int, on: date) -> Mediator | None:
    """The running entry of a register that already names this account."""
    query = select(Mediator).where(
        Mediator.owner_id == owner_id,
        Mediator.user_id == user_id,
        or_(Mediator.valid_to.is_(None), Mediator.valid_to >= on),
    )
    return db.session.scalars(query.order_by(Mediator.id)).first()


def duty_of(case: Case, row_id: int) -> CaseMediator:
    """Raises NotFound for a row of another case."""
    for row in case.mediators:
        if row.id == row_id:
            return row
    raise NotFound(case_mediator=row_id)
