"""The law on one page: which role may do what, and how far it reaches.

Default: no. Each row reads role → permission → how far. A permission that is not listed
is not given; administration never implies reading.
"""

from enum import StrEnum

from app.kernel.country import Country
from app.kernel.permissions import Permission, Role

P = Permission


class Scope(StrEnum):
    """How far a grant reaches from the organisation it is held at."""

    NONE = "none"  # no cases: the permission itself is all there is
    OWN = "own"  # that organisation, and the ended ones whose files it keeps
    SUBTREE = "subtree"  # that organisation and everything below it
    ASSIGNED = "assigned"  # cases the person is assigned to


# Whoever is signed in, with a role or still without one.
EVERYONE = {P.DASHBOARD: Scope.NONE, P.NOTICE_READ: Scope.NONE, P.PROFILE: Scope.NONE}
_STAFF = EVERYONE | {P.REFERENCE_READ: Scope.NONE}

_CLERK = _STAFF | {
    P.CASE_READ: Scope.OWN,
    P.CASE_CREATE: Scope.OWN,
    P.CASE_EDIT: Scope.OWN,
    P.CASE_ASSIGN: Scope.OWN,
    P.CASE_IMPORT: Scope.OWN,
    P.CASE_REVEAL: Scope.OWN,
    P.FILE_BIND: Scope.OWN,
    P.MEDIATE: Scope.OWN,
    P.DEADLINE_EXTEND: Scope.OWN,
    P.MEDIATOR_MANAGE: Scope.OWN,
    P.STATEMENT_TRANSLATE: Scope.OWN,
    P.STATEMENT_CONFIRM: Scope.OWN,
}
_REVIEWER = _STAFF | {
    P.CASE_READ: Scope.SUBTREE,
    P.CASE_REVEAL: Scope.SUBTREE,
    P.FILE_BIND: Scope.SUBTREE,
    P.DEADLINE_EXTEND: Scope.SUBTREE,
    P.DISCLOSURE_DECIDE: Scope.SUBTREE,
}
_REVIEWER_ABOVE = _REVIEWER | {
    P.MEMORANDUM_EDIT: Scope.NONE,
    P.SUCCESSOR_CONFIRM: Scope.NONE,
}

POLICY: dict[Role, dict[P, Scope]] = {
    Role.CLERK_CN: _CLERK,
    Role.CLERK_VN: _CLERK,
    Role.MEDIATOR: _STAFF
    | {
        P.CASE_READ: Scope.ASSIGNED,
        P.CASE_REVEAL: Scope.ASSIGNED,
        P.FILE_BIND: Scope.ASSIGNED,
        P.MEDIATE: Scope.ASSIGNED,
        P.STATEMENT_TRANSLATE: Scope.ASSIGNED,
        P.STATEMENT_CONFIRM: Scope.ASSIGNED,
        P.JOINT_VIEW: Scope.NONE,
    },
    Role.INTERPRETER: _STAFF
    | {
        P.CASE_READ: Scope.ASSIGNED,
        P.FILE_BIND: Scope.ASSIGNED,
        P.STATEMENT_TRANSLATE: Scope.ASSIGNED,
    },
    Role.REVIEWER_COUNTY: _REVIEWER,
    Role.REVIEWER_PREFECTURE: _REVIEWER | {P.CLAUSE_EDIT: Scope.NONE},
    Role.REVIEWER_REGION: _REVIEWER_ABOVE
    | {P.CLAUSE_EDIT: Scope.NONE, P.REFERENCE_EDIT: Scope.NONE},
    Role.PRISON_OFFICER: _STAFF | {P.VISIT_DECIDE: Scope.OWN},
    Role.VISIT_CLERK: _STAFF | {P.VISIT_HOST: Scope.OWN},
    Role.FAMILY: EVERYONE | {P.VISIT_BOOK: Scope.NONE},
    Role.AUDITOR: _STAFF | {P.CASE_READ: Scope.SUBTREE, P.AUDIT_READ: Scope.NONE},
    Role.SYSTEM_ADMIN: _STAFF
    | {P.ACCOUNT_MANAGE: Scope.NONE, P.JOBS_READ: Scope.NONE, P.REFERENCE_EDIT: Scope.NONE},
    Role.SECURITY_ADMIN: _STAFF | {P.GRANT_MANAGE: Scope.NONE, P.GRANT_APPROVE: Scope.NONE},
}

# Roles that see parties' particulars masked and may not ask for more.
ALWAYS_MASKED = frozenset({Role.INTERPRETER, Role.AUDITOR})

# A second security administrator approves these before they are in force.
NEEDS_SECOND_PERSON = frozenset(
    {
        Role.REVIEWER_COUNTY,
        Role.REVIEWER_PREFECTURE,
        Role.REVIEWER_REGION,
        Role.AUDITOR,
        Role.SYSTEM_ADMIN,
        Role.SECURITY_ADMIN,
    }
)

# Held alone: whoever holds one of these holds no role that touches content.
EXCLUSIVE = frozenset({Role.AUDITOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})

# Roles that exist in one country only.
COUNTRY_OF_ROLE = {Role.CLERK_CN: Country.CN, Role.CLERK_VN: Country.VN}
