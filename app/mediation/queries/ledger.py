"""Which ledgers were brought in, what became of each row, and which words may a column hold?"""

from collections.abc import Iterable

from sqlalchemy import Select, func, select

from app.db import db
from app.kernel.errors import NotFound
from app.kernel.permissions import Actor, Permission
from app.mediation.models import Case, ImportBatch, ImportRow, LedgerMapping, RowFate
from app.mediation.rules.ledger_cells import LONGEST_WORD
from app.mediation.rules.ledger_columns import FROM_CODE_LISTS, MEMBERS, WordList
from app.mediation.rules.ledger_findings import LedgerFinding
from app.mediation.rules.ledger_words import WORDS, plain
from app.reference import queries as reference
from app.reference.models import CodeList, Organisation

Lexicon = dict[str, dict[str, str]]
PAGE = 50


def offices_for(actor: Actor) -> list[Organisation]:
    """The offices whose ledger this person may bring in: those of today, by code."""
    own = actor.reach(Permission.CASE_IMPORT).organisations
    query = select(Organisation).where(
        Organisation.id.in_(sorted(own)),
        Organisation.country == actor.country,
        Organisation.valid_to.is_(None),
    )
    return list(db.session.scalars(query.order_by(Organisation.code)))


def office_within(actor: Actor, organisation_id: int) -> Organisation:
    """Raises NotFound outside the actor's reach."""
    if organisation_id not in actor.reach(Permission.CASE_IMPORT).organisations:
        raise NotFound(organisation=organisation_id)
    return reference.organisation(organisation_id)


def batches(actor: Actor, most: int = 100) -> list[ImportBatch]:
    """The uploads of the actor's offices, the latest first."""
    return list(db.session.scalars(_within(actor).order_by(ImportBatch.id.desc()).limit(most)))


def get_batch(actor: Actor, batch_id: int) -> ImportBatch:
    """Raises NotFound outside the actor's reach."""
    found = db.session.scalar(_within(actor).where(ImportBatch.id == batch_id))
    if found is None:
        raise NotFound(batch=batch_id)
    return found


def _within(actor: Actor) -> Select[tuple[ImportBatch]]:
    own = sorted(actor.reach(Permission.CASE_IMPORT).organisations)
    return select(ImportBatch).where(ImportBatch.organisation_id.in_(own))


def fates(batch_id: int) -> dict[RowFate, int]:
    """How many rows met which fate, in the order of the enumeration."""
    query = (
        select(ImportRow.fate, func.count())
        .where(ImportRow.batch_id == batch_id)
        .group_by(ImportRow.fate)
    )
    counted = {fate: number for fate, number in db.session.execute(query)}
    return {fate: counted[fate] for fate in RowFate if fate in counted}


def rows(batch_id: int, fate: RowFate | None, page: int) -> list[ImportRow]:
    """One page of rows, as the spreadsheet counts."""
    return list(db.session.scalars(_rows(batch_id, fate).limit(PAGE).offset((page - 1) * PAGE)))


def all_rows(batch_id: int) -> list[ImportRow]:
    return list(db.session.scalars(_rows(batch_id, None)))


def _rows(batch_id: int, fate: RowFate | None) -> Select[tuple[ImportRow]]:
    query = select(ImportRow).where(ImportRow.batch_id == batch_id).order_by(ImportRow.number)
    return query if fate is None else query.where(ImportRow.fate == fate)


def unknown_words(batch_id: int) -> dict[str, list[str]]:
    """By coded column, the different words of a checked batch that mean nothing to us."""
    query = _rows(batch_id, RowFate.REFUSED)
    found: dict[str, dict[str, None]] = {}
    for row in db.session.scalars(query):
        for finding in row.findings:
            word = finding["facts"].get("value", "")
            if finding["code"] == LedgerFinding.NOT_IN_LIST and len(word) < LONGEST_WORD:
                found.setdefault(finding["column"], {})[word] = None
    return {column: list(words) for column, words in found.items()}


def mapping_of(organisation_id: int) -> LedgerMapping | None:
    query = select(LedgerMapping).where(LedgerMapping.organisation_id == organisation_id)
    return db.session.scalar(query)


def ledger_numbers(organisation_id: int) -> frozenset[str]:
    """The ledger numbers that are in the register already."""
    query = select(Case.ledger_no).where(
        Case.office_id == organisation_id, Case.ledger_no.is_not(None)
    )
    return frozenset(number for number in db.session.scalars(query) if number)


def has_ledger_number(organisation_id: int, number: str) -> bool:
    query = select(Case.id).where(Case.office_id == organisation_id, Case.ledger_no == number)
    return db.session.scalar(query) is not None


def words_for(words: WordList, language: str) -> list[tuple[str, str]]:
    """(code, word) of what a column may hold, in the order they are offered."""
    if words in FROM_CODE_LISTS:
        found = reference.codes(CodeList(words.value))
        return [(each.code, each.name.in_(language)) for each in found]
    place = 0 if language == "zh" else 1
    return [(each.value, WORDS[words][each.value][place][0]) for each in MEMBERS[words]]


def lexicon() -> Lexicon:
    """Code by plain word and word list; the code itself and both languages' words count."""
    found: Lexicon = {}
    for words in WordList:
        entries: dict[str, str] = {}
        for language in ("zh", "vi"):
            for code, word in words_for(words, language):
                _enter(entries, code, (word, code))
        for code, (zh, vi) in WORDS.get(words.value, {}).items():
            _enter(entries, code, (*zh, *vi))
        found[words] = entries
    return found


def _enter(entries: dict[str, str], code: str, words: Iterable[str]) -> None:
    for word in words:
        entries.setdefault(plain(word), code)
