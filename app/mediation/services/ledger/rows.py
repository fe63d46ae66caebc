"""How is a whole new case put into its tables at once? Table by table, not object by object.

The unit of work would take most of the time of a ledger of thousands; a case that is new and
whole needs none of what it keeps track of.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Insert, insert, inspect

from app.db import Model, db
from app.mediation.models import Agreement, Case, CaseMediator, CaseMove, Party, StatementText, Term

_CHILDREN: tuple[tuple[type[Model], str], ...] = (
    (Party, "parties"),
    (StatementText, "statements"),
    (CaseMove, "moves"),
    (CaseMediator, "mediators"),
)


def put(case: Case) -> int:
    """Insert a case that belongs to no session, with all that hangs on it; returns its id."""
    case_id = _put_one(Case, case)
    for model, name in _CHILDREN:
        _put_all(model, getattr(case, name), case_id=case_id)
    for agreement in case.agreements:
        agreement_id = _put_one(Agreement, agreement, case_id=case_id)
        _put_all(Term, agreement.terms, agreement_id=agreement_id)
    return case_id


def _put_one(model: type[Model], row: Model, **parent: int) -> int:
    query = _returning_id(model)
    return int(db.session.connection().execute(query, _values(row) | parent).scalar_one())


def _put_all(model: type[Model], rows: Sequence[Model], **parent: int) -> None:
    if rows:
        values = [_values(row) | parent for row in rows]
        db.session.connection().execute(_returning_id(model), values)


@cache
def _returning_id(model: type[Model]) -> Insert:
    """Made once, so that it is compiled once; asked for ids, many rows go in one statement."""
    return insert(model.__table__).returning(model.__table__.c.id)


@cache
def _columns(model: type[Model]) -> frozenset[str]:
    return frozenset(inspect(model).column_attrs.keys())


def _values(row: Model) -> dict[str, Any]:
    """The columns that were set; the others take their defaults."""
    columns = _columns(type(row))
    return {name: value for name, value in vars(row).items() if name in columns}
