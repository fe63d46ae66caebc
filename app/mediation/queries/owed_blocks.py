"""What does an agreement make people owe, with the parts of one promise kept together?"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from app.kernel.bilingual import Language
from app.mediation.models import Case, Obligation, Party
from app.mediation.rules.clauses import Phrase, Promised
from app.mediation.rules.owed_table import OwedTable, Part


@dataclass(frozen=True, slots=True)
class OwedBlock:
    """Money one party owes by one clause or plan. `obligations` is empty before it is saved."""

    debtor: Party
    table: OwedTable[str]
    obligations: tuple[Obligation, ...] = ()


def blocks_of(
    obligations: Iterable[Obligation], language: Language
) -> tuple[list[OwedBlock], list[Obligation]]:
    """Parts that belong together as blocks; what stands alone as it is."""
    groups: dict[Hashable, list[Obligation]] = {}
    for each in obligations:
        groups.setdefault(_promise(each), []).append(each)
    together = [rows for rows in groups.values() if len(rows) > 1]
    alone = [row for rows in groups.values() if len(rows) == 1 for row in rows]
    return [_block(rows, language) for rows in together], alone


def blocks_promised(
    case: Case, promises: Sequence[Promised], language: Language
) -> tuple[list[OwedBlock], list[tuple[Party, Party, Promised]]]:
    """The same before saving: money in a block, goods and acts with who owes and receives."""
    people = {party.id: party for party in case.parties}
    money = [each for each in promises if each.amount is not None]
    others = [
        (people[each.debtor_id], people[each.creditor_id], each)
        for each in promises
        if each.amount is None
    ]
    if not money:
        return [], others
    whats = {each.what for each in money}
    parts = tuple(
        Part(
            _receiver(people[each.creditor_id], each.what, len(whats) > 1, language),
            each.due_on,
            each.amount,
        )
        for each in money
        if each.amount is not None
    )
    return [OwedBlock(people[money[0].debtor_id], OwedTable(parts))], others


def _promise(owed: Obligation) -> Hashable:
    """What belongs together: money by one clause, or by one plan entered by hand."""
    if owed.amount is None or not (owed.term_id or owed.plan):
        return ("alone", owed.id)
    return (owed.term_id or owed.plan, owed.debtor_id, owed.currency)


def _block(rows: list[Obligation], language: Language) -> OwedBlock:
    whats = {(each.what_zh, each.what_vi) for each in rows}
    parts = tuple(
        Part(
            _receiver(each.creditor, Phrase(each.what_zh, each.what_vi), len(whats) > 1, language),
            each.due_on,
            each.amount,
        )
        for each in rows
        if each.amount is not None
    )
    return OwedBlock(rows[0].debtor, OwedTable(parts), tuple(rows))


def _receiver(party: Party, what: Phrase, differs: bool, language: Language) -> str:
    """Somebody who is paid through a party is named in what is owed."""
    named = what.in_(language) or what.in_(language.other)
    return f"{party.name} · {named}" if differs and named else party.name
