"""How does a case come into the search index? Its words are written anew whenever they change."""

from collections.abc import Iterable, Iterator

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import selectinload

from app.db import db, transaction
from app.mediation.models import Case, CaseWord, Party
from app.mediation.rules.search_words import case_words

BATCH = 500
_NEW = insert(CaseWord.__table__).returning(CaseWord.case_id)
"""Asked for something back, all words go in one statement instead of one each."""


def reindex(case: Case) -> None:
    """Write the words of one case, inside the caller's transaction; only what changed."""
    db.session.flush()
    parties = select(Party).where(Party.case_id == case.id)
    wanted = _words(case, list(db.session.scalars(parties)))
    kept = frozenset(db.session.scalars(select(CaseWord.word).where(CaseWord.case_id == case.id)))
    if gone := kept - wanted:
        db.session.execute(
            delete(CaseWord).where(CaseWord.case_id == case.id, CaseWord.word.in_(sorted(gone)))
        )
    if new := wanted - kept:
        db.session.execute(
            insert(CaseWord), [{"word": word, "case_id": case.id} for word in sorted(new)]
        )


def index_new(case_id: int, names: Iterable[str], numbers: Iterable[str]) -> None:
    """Write the words of a case that was inserted just now: there are none to compare with."""
    words = sorted(case_words(names, numbers))
    rows = [{"word": word, "case_id": case_id} for word in words]
    db.session.connection().execute(_NEW, rows)


def reindex_all() -> int:
    """Write the words of every case, a batch a transaction; returns how many cases."""
    done = 0
    for ids in _batches():
        with transaction() as session:
            query = select(Case).where(Case.id.in_(ids)).options(selectinload(Case.parties))
            for case in session.scalars(query.order_by(Case.id)):
                reindex(case)
                done += 1
    return done


def _batches() -> Iterator[list[int]]:
    last = 0
    while True:
        query = select(Case.id).where(Case.id > last).order_by(Case.id).limit(BATCH)
        ids = list(db.session.scalars(query))
        if not ids:
            return
        yield ids
        last = ids[-1]


def _words(case: Case, parties: list[Party]) -> frozenset[str]:
    names = (
        name
        for party in parties
        for name in (party.name, party.name_han, party.name_latin, party.representative_name)
    )
    numbers = (case.case_no, case.registered_no, case.former_no, case.ledger_no)
    return case_words(names, (number for number in numbers if number))
