"""What do the tests of the house share? The tree's files, and one person for every role."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from app.accounts.services.grants import grant_role
from app.accounts.services.people import create_user
from app.kernel.country import Country
from app.kernel.permissions import Role, system_actor
from tests.factories import NOW, PASSWORD, PEOPLE, SINCE, world
from tests.pages import Reader

ROOT = Path(__file__).resolve().parents[2]
ONCE = pytest.mark.parametrize("app", ["sqlite"], indirect=True)  # the same on every database

# Roles that nobody of tests/factories.py holds.
OTHERS = {
    Role.REVIEWER_PREFECTURE: "CN-45-SFT",
    Role.PRISON_OFFICER: "CN-45-SFT",
    Role.VISIT_CLERK: "CN-451481101-SFS",
    Role.FAMILY: "CN-451481101-SFS",
}


def sources(*folders: str) -> Iterator[Path]:
    """Python files of the project below some folders, in a stable order."""
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def username_of(role: Role) -> str:
    held = (name for name, (_c, _l, theirs, _o) in PEOPLE.items() if theirs is role)
    return next(held, role.value.replace("_", "."))


@pytest.fixture
def everybody(app: Flask) -> dict[Role, Reader]:
    """A signed-in reader for each of the thirteen roles."""
    system = system_actor(Country.CN)
    with app.app_context():
        for role, code in OTHERS.items():
            person = create_user(
                system, username=username_of(role), display_name=role.value, language="zh",
                country=Country.CN, password=PASSWORD, now=NOW,
            )  # fmt: skip
            grant_role(
                system, user_id=person.id, role=role, organisation_id=world().offices[code],
                valid_from=SINCE, valid_to=None, now=NOW, bootstrap=True,
            )  # fmt: skip
    return {role: Reader(app).sign_in(username_of(role)) for role in Role}
