"""How does the server's keeper make the first accounts? They are the way in to an empty house."""

import sys
from datetime import date, datetime

import click
from flask import Flask
from flask.cli import AppGroup
from flask_babel import lazy_gettext as _l

from app.accounts.labels import ROLES
from app.accounts.models import User
from app.accounts.queries import find_user
from app.accounts.queries import people as all_people
from app.accounts.services import grants, people
from app.cli.speech import in_both, keeper, refused, refused_by, table, tell
from app.kernel.clock import today, utc_now
from app.kernel.country import Country
from app.kernel.errors import NotFound, RuleBroken
from app.kernel.permissions import Role
from app.reference.queries import organisation_by_code

group = AppGroup("accounts", help="People who can sign in, and their roles.")
DAY = click.DateTime(["%Y-%m-%d"])
COUNTRIES = click.Choice([country.value for country in Country])
from_stdin = click.option("--password-stdin", is_flag=True, help="Read the password from stdin.")


def register(app: Flask) -> None:
    app.cli.add_command(group)


@group.command("create")
@click.argument("username")
@click.option("--name", required=True, help="The person's name as shown on pages.")
@click.option("--country", required=True, type=COUNTRIES)
@click.option("--language", required=True, type=click.Choice(["zh", "vi"]))
@click.option("--must-change", is_flag=True, help="Ask for a new password at the first sign-in.")
@from_stdin
def create(
    username: str, name: str, country: str, language: str, must_change: bool, password_stdin: bool
) -> None:
    """Make an account, without any role yet."""
    try:
        user = people.create_user(
            keeper(Country(country)),
            username=username,
            display_name=name,
            country=Country(country),
            language=language,
            password=_password(password_stdin),
            now=utc_now(),
            must_change=must_change,
        )
    except RuleBroken as broken:
        raise refused_by(broken) from None
    tell(_l("Account %(username)s was made; it has no role yet.", username=user.username))


@group.command("disable")
@click.argument("username")
@click.option("--reason", required=True, help="Kept with the account and in the audit log.")
def disable(username: str, reason: str) -> None:
    """Close an account and end its sign-ins at once."""
    user = _person(username)
    people.disable_user(keeper(user.country), user_id=user.id, reason=reason, now=utc_now())
    tell(_l("Account %(username)s is closed.", username=username))


@group.command("password")
@click.argument("username")
@from_stdin
def password(username: str, password_stdin: bool) -> None:
    """Set a first password, to be changed at the next sign-in."""
    user = _person(username)
    try:
        people.reset_password(
            keeper(user.country),
            user_id=user.id,
            password=_password(password_stdin),
            now=utc_now(),
        )
    except RuleBroken as broken:
        raise refused_by(broken) from None
    tell(_l("The first password of %(username)s is set.", username=username))


@group.command("grant")
@click.argument("username")
@click.argument("role", type=click.Choice([role.value for role in Role]))
@click.argument("organisation_code")
@click.option("--from", "first", type=DAY, help="First day; today if not given.")
@click.option("--to", "last", type=DAY, help="Last day; open if not given.")
def grant(
    username: str, role: str, organisation_code: str, first: datetime | None, last: datetime | None
) -> None:
    """Give a role at an organisation, in force at once."""
    user = _person(username)
    try:
        organisation = organisation_by_code(organisation_code)
    except NotFound:
        raise refused(
            _l("There is no organisation with the code %(code)s.", code=organisation_code)
        ) from None
    try:
        made = grants.grant_role(
            keeper(user.country),
            user_id=user.id,
            role=Role(role),
            organisation_id=organisation.id,
            valid_from=first.date() if first else today(user.country.zone),
            valid_to=last.date() if last else None,
            now=utc_now(),
            bootstrap=True,
        )
    except RuleBroken as broken:
        raise refused_by(broken) from None
    tell(_l("%(username)s now has the role: %(role)s.", username=username, role=ROLES[made.role]))


@group.command("list")
@click.option("--country", type=COUNTRIES)
def show(country: str | None) -> None:
    """One line a person: user name, name, country, language, state, roles."""
    table(_line(user) for user in all_people(Country(country) if country else None))


def _line(user: User) -> list[str]:
    day = today(user.country.zone)
    state = _l("Closed") if user.disabled_at else _l("In use")
    roles = (
        _role(grant.role.value, grant.organisation.code, grant.valid_to)
        for grant in user.grants
        if grant.in_force(day)
    )
    return [user.username, user.display_name, user.country.value, user.language,
            in_both(lambda: state), ", ".join(roles)]  # fmt: skip


def _role(role: str, code: str, last: date | None) -> str:
    return f"{role}@{code}" + (f"≤{last.isoformat()}" if last else "")


def _person(username: str) -> User:
    user = find_user(username)
    if user is None:
        raise refused(_l("There is no account %(username)s.", username=username))
    return user


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(
        click.prompt(
            in_both(lambda: _l("Password")),
            hide_input=True,
            confirmation_prompt=in_both(lambda: _l("The same once more")),
        )
    )
