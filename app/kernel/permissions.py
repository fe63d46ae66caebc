"""What can be asked of a person's rights? The words of the law; its table is accounts/policy.py."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from app.kernel.country import Country
from app.kernel.errors import NotPermitted


class Permission(StrEnum):
    """One thing a route lets one do, `object:action`."""

    ACCOUNT_MANAGE = "account:manage"
    AUDIT_READ = "audit:read"
    CASE_ASSIGN = "case:assign"
    CASE_CREATE = "case:create"
    CASE_EDIT = "case:edit"
    CASE_IMPORT = "case:import"
    CASE_READ = "case:read"
    CASE_REVEAL = "case:reveal"
    CLAUSE_EDIT = "clause:edit"
    DASHBOARD = "dashboard:read"
    DEADLINE_EXTEND = "deadline:extend"
    DISCLOSURE_DECIDE = "disclosure:decide"
    FILE_BIND = "file:bind"
    GRANT_APPROVE = "grant:approve"
    GRANT_MANAGE = "grant:manage"
    JOBS_READ = "jobs:read"
    JOINT_VIEW = "joint:view"
    MEDIATE = "case:mediate"
    MEDIATOR_MANAGE = "mediator:manage"
    MEMORANDUM_EDIT = "memorandum:edit"
    NOTICE_READ = "notice:read"
    PROFILE = "profile:edit"
    REFERENCE_EDIT = "reference:edit"
    REFERENCE_READ = "reference:read"
    STATEMENT_CONFIRM = "statement:confirm"
    STATEMENT_TRANSLATE = "statement:translate"
    SUCCESSOR_CONFIRM = "successor:confirm"
    # The second half of the product; its routes arrive with it.
    VISIT_BOOK = "visit:book"
    VISIT_DECIDE = "visit:decide"
    VISIT_HOST = "visit:host"


class Role(StrEnum):
    """What a person may be at an organisation (design: who may do what)."""

    CLERK_CN = "clerk_cn"
    CLERK_VN = "clerk_vn"
    MEDIATOR = "mediator"
    INTERPRETER = "interpreter"
    REVIEWER_COUNTY = "reviewer_county"
    REVIEWER_PREFECTURE = "reviewer_prefecture"
    REVIEWER_REGION = "reviewer_region"
    PRISON_OFFICER = "prison_officer"
    VISIT_CLERK = "visit_clerk"
    FAMILY = "family"
    AUDITOR = "auditor"
    SYSTEM_ADMIN = "system_admin"
    SECURITY_ADMIN = "security_admin"


@dataclass(frozen=True, slots=True)
class Reach:
    """Which cases a permission extends to: those of some organisations, and those assigned."""

    organisations: frozenset[int] = frozenset()
    assigned: bool = False

    def joined(self, other: "Reach") -> "Reach":
        return Reach(self.organisations | other.organisations, self.assigned or other.assigned)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is asking, with everything the policy grants on this day.

    `masked` is true when no role of theirs may see a party's particulars unmasked
    even on request. `organisation_id` is where they act by default.
    """

    user_id: int | None
    display_name: str
    country: Country
    roles: frozenset[Role] = frozenset()
    organisation_id: int | None = None
    reaches: Mapping[Permission, Reach] = field(default_factory=lambda: MappingProxyType({}))
    address: str = ""

    def may(self, permission: Permission) -> bool:
        return permission in self.reaches

    def reach(self, permission: Permission) -> Reach:
        """The reach of a permission; an empty one when it is not held at all."""
        return self.reaches.get(permission, Reach())

    def demand(self, permission: Permission, organisation_id: int | None = None) -> None:
        """Raise NotPermitted unless the permission is held (at that organisation, if named)."""
        if not self.may(permission):
            raise NotPermitted(permission=permission)
        if organisation_id is not None and (
            organisation_id not in self.reach(permission).organisations
        ):
            raise NotPermitted(permission=permission)


def system_actor(country: Country, name: str = "system") -> Actor:
    """The actor of background work and of the command line: no rights of its own to read."""
    return Actor(user_id=None, display_name=name, country=country)
