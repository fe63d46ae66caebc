"""How does an office's ledger come in from the command line? `cases template`, `cases import`."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from flask import Flask
from flask.cli import AppGroup
from flask_babel import force_locale

from app.accounts.actors import actor_of
from app.accounts.queries import find_user
from app.documents.xlsx_read import UnreadableWorkbook
from app.kernel.clock import local, utc_now
from app.kernel.errors import NotFound, RuleBroken
from app.kernel.permissions import Actor
from app.mediation.labels.ledger import failure, guess_columns, say_mapping, sentence
from app.mediation.models import ImportBatch, ImportState, RowFate
from app.mediation.papers.ledger_book import template as write_template
from app.mediation.queries import ledger as queries
from app.mediation.services.ledger import batches, importing
from app.mediation.services.ledger.preview import Preview, preview
from app.mediation.services.search_index import reindex_all
from app.reference.queries import organisation_by_code
from app.web.labels import label
from app.web.locale import LOCALES

cases = AppGroup("cases", help="Cases: an existing ledger, the search index.")
locale_option = click.option("--locale", "language", type=click.Choice(["zh", "vi"]))


def register(app: Flask) -> None:
    app.cli.add_command(cases)


@cases.command("template")
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@locale_option
def template(out: Path, language: str | None) -> None:
    """Write the empty ledger workbook OUT.xlsx."""
    out.write_bytes(write_template(language or "zh"))
    click.echo(str(out))


@cases.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--organisation", "code", required=True, help="The office's code.")
@click.option("--as", "username", required=True, help="Whose ledger work this is.")
@click.option("--dry-run", is_flag=True, help="Say what would become of each row; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a machine.")
@locale_option
def import_(
    file: Path, code: str, username: str, dry_run: bool, as_json: bool, language: str | None
) -> None:
    """Import a ledger. Ends with 1 when rows were refused, with 2 when nothing could be read."""
    now = utc_now()
    actor, own = _actor(username, now)
    with force_locale(LOCALES[language or own]), _plain_faults():
        office = queries.office_within(actor, organisation_by_code(code).id)
        data = file.read_bytes()
        checked = preview(office.id, data, now, guess_columns)
        batch = None if dry_run else _import(actor, office.id, file.name, data, checked, now)
        lines = _previewed(checked) if batch is None else _imported(batch)
        refused = _print(lines, as_json, dry_run)
    sys.exit(1 if refused else 0)


@cases.command("reindex")
def reindex() -> None:
    """Write the search words of every case anew, after a change of how names are read."""
    click.echo(reindex_all())


def _actor(username: str, now: datetime) -> tuple[Actor, str]:
    user = find_user(username)
    if user is None or user.disabled_at is not None:
        raise click.UsageError(f"--as {username}: there is no such account.")
    return actor_of(user, local(now, user.country.zone).date(), "cli"), user.language


@contextmanager
def _plain_faults() -> Iterator[None]:
    """A sentence on stderr and exit 2, never a trace."""
    try:
        yield
    except UnreadableWorkbook as fault:
        raise _stop(label(fault.code)) from fault
    except RuleBroken as fault:
        raise _stop("\n".join(say_mapping(refusal) for refusal in fault.refusals)) from fault
    except NotFound as fault:
        raise click.UsageError("--organisation: not an office of this account.") from fault


def _stop(text: str) -> click.ClickException:
    stop = click.ClickException(text)
    stop.exit_code = 2
    return stop


def _import(
    actor: Actor, office_id: int, name: str, data: bytes, checked: Preview, now: datetime
) -> ImportBatch:
    batch = batches.open_batch(
        actor, organisation_id=office_id, filename=name, data=data, now=now, mapping=checked.mapping
    )
    importing.run(batch.id, now)
    if any(row.fate in importing.GOOD for row in checked.rows):
        importing.start(actor, batch_id=batch.id, now=now)
        importing.run(batch.id, now, _progress)
    batch = queries.get_batch(actor, batch.id)
    if batch.state is ImportState.FAILED:
        raise _stop(failure(batch.failure))
    return batch


def _progress(done: int, total: int) -> None:
    if done == total or done % 50 == 0:
        end = "\n" if done == total else ""
        click.echo(f"\r{done}/{total}", nl=False, err=True)
        click.echo(end, nl=False, err=True)


def _previewed(checked: Preview) -> list[dict[str, Any]]:
    return [
        _line(row.number, row.ledger_no, row.fate, list(map(batches.as_stored, row.findings)))
        for row in checked.rows
    ]


def _imported(batch: ImportBatch) -> list[dict[str, Any]]:
    rows = queries.all_rows(batch.id)
    return [_line(row.number, row.ledger_no, row.fate, row.findings, row.case_id) for row in rows]


def _line(
    number: int, ledger_no: str, fate: RowFate, findings: list[Any], case_id: int | None = None
) -> dict[str, Any]:
    said = [dict(finding, text=sentence(finding)) for finding in findings]
    return {"row": number, "ledger_no": ledger_no, "fate": fate.value, "case_id": case_id,
            "findings": said}  # fmt: skip


def _print(lines: list[dict[str, Any]], as_json: bool, dry_run: bool) -> int:
    """How many rows were refused."""
    counts = Counter(line["fate"] for line in lines)
    if as_json:
        result = {"dry_run": dry_run, "counts": counts, "rows": lines}
        click.echo(json.dumps(result, ensure_ascii=False, indent=1))
        return counts[RowFate.REFUSED.value]
    for line in lines:
        click.echo(f"{line['row']}\t{line['ledger_no']}\t{label(RowFate(line['fate']))}")
        for finding in line["findings"]:
            click.echo(f"\t{finding['text']}")
    for fate in RowFate:
        if counts[fate.value]:
            click.echo(f"{label(fate)}: {counts[fate.value]}")
    return counts[RowFate.REFUSED.value]
