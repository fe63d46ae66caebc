"""How does a demonstration come to be? `demo load` fills it; `demo prepare` serves a start."""

from pathlib import Path

import click
from flask import Flask, current_app
from flask.cli import AppGroup
from flask_babel import force_locale
from flask_migrate import upgrade
from sqlalchemy.exc import OperationalError

from app.accounts.demo import DEMO_PASSWORD
from app.accounts.labels import ROLES
from app.bilateral.services import load_memoranda
from app.demo.cases import load_cases
from app.demo.people import PEOPLE, load_people
from app.kernel.clock import utc_now
from app.kernel.country import Country
from app.kernel.permissions import system_actor
from app.mediation.services.clause_library import load_clauses
from app.reference.queries import organisation_by_code
from app.reference.services import load_reference

group = AppGroup("demo", help="The demonstration's people and disputes.")


def register(app: Flask) -> None:
    app.cli.add_command(group)


def _only_in_demo_mode() -> None:
    if not current_app.config["DEMO_MODE"] and not current_app.testing:
        raise click.ClickException("HOA_ENV is not demo: invented people have no place here.")


@group.command("load")
def load() -> None:
    """Enter the demonstration's people and disputes, each once."""
    _only_in_demo_mode()
    now = utc_now()
    people = load_people(now)
    click.echo(f"demo: {people} people, {load_cases(now)} cases added")


@group.command("prepare")
def prepare() -> None:
    """Migrate, load reference data and the demonstration, list the accounts."""
    _only_in_demo_mode()
    try:
        upgrade()
    except OperationalError as error:
        raise click.ClickException(
            f"the database of DATABASE_URL cannot be reached: {str(error.orig).splitlines()[0]}"
        ) from error
    system, now = system_actor(Country.CN, "demo"), utc_now()
    load_reference(system)
    load_memoranda(system)
    load_clauses(system)
    load_people(now)
    load_cases(now)
    _write_accounts(Path(current_app.instance_path) / "demo-accounts.txt")


def _write_accounts(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(_account_lines()) + "\n", encoding="utf-8")


def _account_lines() -> list[str]:
    lines = [
        f"  演示账号（人物均为虚构），密码 · Tài khoản minh họa (nhân vật hư cấu), mật khẩu · "
        f"Demonstration accounts (invented people), password: {DEMO_PASSWORD}"
    ]
    for person in PEOPLE:
        office = organisation_by_code(person.office).name
        roles = []
        for locale in ("zh_Hans_CN", "vi"):
            with force_locale(locale):
                roles.append(str(ROLES[person.role]))
        lines.append(f"    {person.username:<12} {office.zh} · {office.vi} — {' · '.join(roles)}")
    return lines
