"""In which language does the server speak to its keeper? In both, on one line."""

import os
import pwd
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import IO, Any

import click
from flask_babel import force_locale

from app.kernel.country import Country
from app.kernel.errors import RuleBroken
from app.kernel.permissions import Actor, system_actor
from app.web.labels import say_all
from app.web.locale import LOCALES


class Refused(click.ClickException):
    """Ends a command with a sentence and a non-zero exit, without a word of English before it."""

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"和 Hòa: {self.format_message()}", file=file, err=True)


def in_both(write: Callable[[], object]) -> str:
    """What `write` says in Chinese and in Vietnamese: `中文 · tiếng Việt`."""
    spoken = []
    for locale in LOCALES.values():
        with force_locale(locale):
            spoken.append(str(write()))
    return " · ".join(dict.fromkeys(spoken))


def tell(text: object) -> None:
    """Print a lazy string in both languages."""
    click.echo(in_both(lambda: text))


def refused(text: object) -> Refused:
    return Refused(in_both(lambda: text))


def refused_by(broken: RuleBroken) -> Refused:
    """Every reason of a rule, in both languages."""
    return Refused(in_both(lambda: " ".join(say_all(broken))))


def keeper(country: Country) -> Actor:
    """Whoever types commands on the server, by the name the operating system knows them by."""
    name = pwd.getpwuid(os.getuid()).pw_name
    return replace(system_actor(country, name), address="localhost")


def table(rows: Iterable[Iterable[str]]) -> None:
    """Lines of cells, tab between: made for reading and for cutting."""
    for row in rows:
        click.echo("\t".join(row))
