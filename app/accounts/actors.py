"""What may this person do today? Their grants in force, read through the policy."""

from datetime import date
from types import MappingProxyType

from app.accounts.models import RoleGrant, User
from app.accounts.policy import EVERYONE, POLICY, Scope
from app.accounts.queries import grants_in_force
from app.kernel.permissions import Actor, Permission, Reach
from app.reference import queries as reference


def actor_of(user: User, today: date, address: str = "") -> Actor:
    """The actor for a day. Organisations of the other country never enter a reach."""
    grants = [
        grant
        for grant in grants_in_force(user.id, today)
        if grant.organisation.country == user.country
    ]
    return Actor(
        user_id=user.id,
        display_name=user.display_name,
        country=user.country,
        roles=frozenset(grant.role for grant in grants),
        organisation_id=grants[0].organisation_id if grants else None,
        reaches=MappingProxyType(_reaches(grants)),
        address=address,
    )


def _reaches(grants: list[RoleGrant]) -> dict[Permission, Reach]:
    reaches = {permission: Reach() for permission in EVERYONE}
    for grant in grants:
        for permission, scope in POLICY[grant.role].items():
            reach = _reach(scope, grant.organisation_id)
            reaches[permission] = reaches.get(permission, Reach()).joined(reach)
    return reaches


def _reach(scope: Scope, organisation_id: int) -> Reach:
    if scope is Scope.ASSIGNED:
        return Reach(assigned=True)
    if scope is Scope.OWN:
        return Reach(frozenset({organisation_id} | reference.kept_files_of(organisation_id)))
    if scope is Scope.SUBTREE:
        return Reach(frozenset(reference.subtree_ids(organisation_id)))
    return Reach()
