"""Is the policy the one that was decided? The whole matrix, written a second time by hand.

Rows are permissions, columns roles. `-` no · `+` yes, no cases · `o` the own organisation ·
`t` everything below it too · `a` cases assigned to the person.
"""

import pytest

from app.accounts.policy import (
    ALWAYS_MASKED,
    COUNTRY_OF_ROLE,
    EVERYONE,
    EXCLUSIVE,
    NEEDS_SECOND_PERSON,
    POLICY,
    Scope,
)
from app.kernel.country import Country
from app.kernel.permissions import Permission, Role

COLUMNS = {
    "CL": Role.CLERK_CN, "VL": Role.CLERK_VN, "ME": Role.MEDIATOR, "IN": Role.INTERPRETER,
    "R1": Role.REVIEWER_COUNTY, "R2": Role.REVIEWER_PREFECTURE, "R3": Role.REVIEWER_REGION,
    "PV": Role.PRISON_OFFICER, "OV": Role.VISIT_CLERK, "FA": Role.FAMILY, "AU": Role.AUDITOR,
    "AD": Role.SYSTEM_ADMIN, "SE": Role.SECURITY_ADMIN,
}  # fmt: skip
MATRIX = """
                      CL VL ME IN R1 R2 R3 PV OV FA AU AD SE
account:manage         -  -  -  -  -  -  -  -  -  -  -  +  -
audit:read             -  -  -  -  -  -  -  -  -  -  +  -  -
case:assign            o  o  -  -  -  -  -  -  -  -  -  -  -
case:create            o  o  -  -  -  -  -  -  -  -  -  -  -
case:edit              o  o  -  -  -  -  -  -  -  -  -  -  -
case:import            o  o  -  -  -  -  -  -  -  -  -  -  -
case:mediate           o  o  a  -  -  -  -  -  -  -  -  -  -
case:read              o  o  a  a  t  t  t  -  -  -  t  -  -
case:reveal            o  o  a  -  t  t  t  -  -  -  -  -  -
clause:edit            -  -  -  -  -  +  +  -  -  -  -  -  -
dashboard:read         +  +  +  +  +  +  +  +  +  +  +  +  +
deadline:extend        o  o  -  -  t  t  t  -  -  -  -  -  -
disclosure:decide      -  -  -  -  t  t  t  -  -  -  -  -  -
file:bind              o  o  a  a  t  t  t  -  -  -  -  -  -
grant:approve          -  -  -  -  -  -  -  -  -  -  -  -  +
grant:manage           -  -  -  -  -  -  -  -  -  -  -  -  +
jobs:read              -  -  -  -  -  -  -  -  -  -  -  +  -
joint:view             -  -  +  -  -  -  -  -  -  -  -  -  -
mediator:manage        o  o  -  -  -  -  -  -  -  -  -  -  -
memorandum:edit        -  -  -  -  -  -  +  -  -  -  -  -  -
notice:read            +  +  +  +  +  +  +  +  +  +  +  +  +
profile:edit           +  +  +  +  +  +  +  +  +  +  +  +  +
reference:edit         -  -  -  -  -  -  +  -  -  -  -  +  -
reference:read         +  +  +  +  +  +  +  +  +  -  +  +  +
statement:confirm      o  o  a  -  -  -  -  -  -  -  -  -  -
statement:translate    o  o  a  a  -  -  -  -  -  -  -  -  -
successor:confirm      -  -  -  -  -  -  +  -  -  -  -  -  -
visit:book             -  -  -  -  -  -  -  -  -  +  -  -  -
visit:decide           -  -  -  -  -  -  -  o  -  -  -  -  -
visit:host             -  -  -  -  -  -  -  -  o  -  -  -  -
"""
SCOPES = {"+": Scope.NONE, "o": Scope.OWN, "t": Scope.SUBTREE, "a": Scope.ASSIGNED}
CONTENT = {
    Permission.CASE_READ, Permission.CASE_EDIT, Permission.CASE_CREATE, Permission.CASE_REVEAL,
    Permission.CASE_IMPORT, Permission.MEDIATE, Permission.STATEMENT_TRANSLATE,
}  # fmt: skip


def written() -> dict[Role, dict[Permission, Scope]]:
    head, *rows = (line.split() for line in MATRIX.strip().splitlines())
    table: dict[Role, dict[Permission, Scope]] = {COLUMNS[name]: {} for name in head}
    for permission, *cells in rows:
        for name, cell in zip(head, cells, strict=True):
            if cell != "-":
                table[COLUMNS[name]][Permission(permission)] = SCOPES[cell]
    return table


@pytest.mark.parametrize("role", Role)
def test_policy_is_the_matrix(role):
    assert POLICY[role] == written()[role]


def test_matrix_names_every_permission_and_role():
    rows = {line.split()[0] for line in MATRIX.strip().splitlines()[1:]}
    assert rows == {permission.value for permission in Permission}
    assert set(COLUMNS.values()) == set(Role)


def test_whoever_is_signed_in_may_do_what_everyone_may():
    for role in Role:
        assert EVERYONE.items() <= POLICY[role].items()


def test_administration_never_implies_reading():
    for role in (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN):
        assert not POLICY[role].keys() & CONTENT


def test_auditor_writes_nothing():
    may = POLICY[Role.AUDITOR].keys() - EVERYONE.keys()
    assert may == {Permission.CASE_READ, Permission.AUDIT_READ, Permission.REFERENCE_READ}
    assert Role.AUDITOR in ALWAYS_MASKED


def test_interpreter_reads_masked_and_never_confirms():
    assert Role.INTERPRETER in ALWAYS_MASKED
    assert Permission.STATEMENT_CONFIRM not in POLICY[Role.INTERPRETER]


def test_those_who_watch_or_administer_hold_nothing_else_and_need_two_people():
    assert {Role.AUDITOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN} == EXCLUSIVE
    reviewers = {Role.REVIEWER_COUNTY, Role.REVIEWER_PREFECTURE, Role.REVIEWER_REGION}
    assert reviewers | EXCLUSIVE == NEEDS_SECOND_PERSON


def test_clerks_belong_to_their_country():
    assert {Role.CLERK_CN: Country.CN, Role.CLERK_VN: Country.VN} == COUNTRY_OF_ROLE
