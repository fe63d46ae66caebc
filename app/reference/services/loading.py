"""How do the shipped files become rows, again and again, without undoing what was edited here?

Each row remembers the digest of the file's row it came from. Loading again adds rows that are
new in the file and overwrites those whose file row has changed since; where the file's row is
the same, the table's row stays as it is, with whatever an administrator made of it. Rows that
have left the file stay, because cases may point at them: end them with `valid_to`.
"""

import csv
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.audit.services import record
from app.db import Model, db
from app.kernel.permissions import Actor
from app.reference.models import Source


def to_day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def to_flag(text: str) -> bool:
    return {"yes": True, "no": False}[text]


@dataclass(frozen=True)
class Listing:
    """One file, the table it fills, the columns that identify a row, and how cells are read.

    `links` maps a column holding a code to (attribute of the foreign key, table looked up).
    Columns named neither in `reads` nor in `links` are text.
    """

    path: Path
    model: type[Model]
    key: tuple[str, ...]
    reads: Mapping[str, Callable[[str], Any]] = field(default_factory=dict)
    links: Mapping[str, tuple[str, type[Model]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading one list did."""

    name: str
    added: int
    changed: int
    unchanged: int

    @property
    def total(self) -> int:
        return self.added + self.changed + self.unchanged


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def load_listing(listing: Listing, actor: Actor) -> Loaded:
    """Bring one table up to date with its file. The caller holds the transaction."""
    rows = {_key(listing, row): row for row in db.session.scalars(select(listing.model))}
    counts = {"added": 0, "changed": 0, "unchanged": 0}
    for line in read_rows(listing.path):
        digest = _digest(line)
        values = _values(listing, line)
        key = tuple(values[name] for name in listing.key)
        row = rows.get(key)
        if row is not None and row.loaded_hash == digest:
            counts["unchanged"] += 1
            continue
        counts["changed" if row is not None else "added"] += 1
        rows[key] = _write(listing, row, values | {"loaded_hash": digest})
    loaded = Loaded(listing.path.stem, **counts)
    _record(actor, loaded)
    return loaded


def _write(listing: Listing, row: Any, values: Mapping[str, Any]) -> Any:
    if row is None:
        row = listing.model(**values)
        db.session.add(row)
    else:
        for name, value in values.items():
            setattr(row, name, value)
    db.session.flush()
    return row


def _values(listing: Listing, line: Mapping[str, str]) -> dict[str, Any]:
    """The attributes a line asks for. Raises KeyError naming a code that leads nowhere."""
    values: dict[str, Any] = {}
    links = {"source": ("source_id", Source), **listing.links}
    for column, text in line.items():
        if column in links:
            attribute, model = links[column]
            values[attribute] = _id_of(model, text) if text else None
        else:
            values[column] = listing.reads.get(column, str)(text)
    return values


def _id_of(model: Any, code: str) -> int:
    found = db.session.scalar(select(model.id).where(model.code == code))
    if found is None:
        raise KeyError(f"{model.__tablename__}: {code}")
    return int(found)


def _key(listing: Listing, row: Any) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in listing.key)


def _digest(line: Mapping[str, str]) -> str:
    text = "\x1f".join(f"{name}={value}" for name, value in line.items())
    return hashlib.sha256(text.encode()).hexdigest()


def _record(actor: Actor, loaded: Loaded) -> None:
    if loaded.added or loaded.changed:
        record(
            actor,
            "reference:list:loaded",
            object_type=loaded.name,
            object_id=None,
            changes={"added": (None, loaded.added), "changed": (None, loaded.changed)},
        )
