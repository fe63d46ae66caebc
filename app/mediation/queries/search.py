"""Which cases have these words? Every word of the query begins one of the case's words.

The words are ranges of an index. Whatever is smallest leads: the words that fewest cases have,
or the cases in reach; where everything is large, the newest cases are walked until enough are
found, because then they soon are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import selectinload

from app.db import db
from app.kernel.permissions import Actor
from app.mediation.models import Case, CaseWord
from app.mediation.queries.scope import within
from app.mediation.rules.search_words import asked_number, asked_words, word_range

PAGE = 20
MOST = 200  # results that are listed; who has more adds a word
LARGE = 10_000  # rows from which on a set does not lead

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of results. `total` is MOST where `has_more` says that there are others."""

    cases: Sequence[Case]
    total: int
    has_more: bool
    page: int
    pages: int


def search(
    actor: Actor,
    text: str,
    filters: Iterable[Condition] = (),
    *,
    page: int = 1,
    size: int = PAGE,
) -> Found:
    """The cases in scope that have every word: a whole number first, then the newest.

    `filters` are conditions on Case. A text without a word in it finds nothing.
    """
    ids = found_ids(actor, text, filters)
    has_more, ids = len(ids) > MOST, ids[:MOST]
    pages = max(1, -(-len(ids) // size))
    page = min(max(page, 1), pages)
    shown = ids[(page - 1) * size : page * size]
    return Found(_load(shown), len(ids), has_more, page, pages)


def found_ids(actor: Actor, text: str, filters: Iterable[Condition] = ()) -> list[int]:
    """At most MOST + 1 ids, in order."""
    words = asked_words(text)
    if not words:
        return []
    scope = and_(within(actor), *filters)
    first = _with_number(text, scope)
    rest = (case_id for case_id in _newest(actor, words, scope) if case_id not in set(first))
    return [*first, *rest][: MOST + 1]


def _with_number(text: str, scope: Condition) -> list[int]:
    number = asked_number(text)
    if number is None:
        return []
    query = select(Case.id).join(CaseWord, CaseWord.case_id == Case.id)
    return _ids(query.where(CaseWord.word == number, scope))


def _newest(actor: Actor, words: Sequence[str], scope: Condition) -> list[int]:
    leading = _leader(actor, words)
    query = select(Case.id).where(scope)
    if leading is None:
        return _ids(query.where(*(_has(word) for word in words)))
    hits = select(CaseWord.case_id).where(_begins(leading))
    query = query.where(Case.id.in_(hits))
    return _ids(query.where(*(_has(word) for word in words if word != leading)))


def _leader(actor: Actor, words: Sequence[str]) -> str | None:
    """The word with the fewest rows, unless the cases in reach are fewer still, or all is large."""
    sizes = {word: _size(select(CaseWord.case_id).where(_begins(word))) for word in words}
    leading = min(sizes, key=lambda word: sizes[word])
    reach = _size(select(Case.id).where(within(actor)))
    return leading if sizes[leading] < min(reach + 1, LARGE) else None


def _size(rows: Select[tuple[int]]) -> int:
    """How many rows, up to LARGE."""
    counted = rows.limit(LARGE).subquery()
    return db.session.scalar(select(func.count()).select_from(counted)) or 0


def _begins(word: str) -> Condition:
    start, end = word_range(word)
    return and_(CaseWord.word >= start, CaseWord.word < end)


def _has(word: str) -> Condition:
    return select(CaseWord.word).where(CaseWord.case_id == Case.id, _begins(word)).exists()


def _ids(query: Select[tuple[int]]) -> list[int]:
    newest_first = query.order_by(Case.received_on.desc().nulls_first(), Case.id.desc())
    return list(db.session.scalars(newest_first.limit(MOST + 1)))


def _load(ids: Sequence[int]) -> list[Case]:
    query = select(Case).where(Case.id.in_(ids)).options(selectinload(Case.parties))
    rows = {case.id: case for case in db.session.scalars(query)}
    return [rows[case_id] for case_id in ids]
