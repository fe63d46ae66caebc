"""In which order is an agreement read aloud? The facts, then every clause, then the end."""

from dataclasses import dataclass

from app.mediation.models import Agreement


@dataclass(frozen=True, slots=True)
class Screen:
    """What is read at once: clause `number` (0 is the facts); nothing at the end."""

    number: int
    zh: str = ""
    vi: str = ""
    is_end: bool = False


def screens(agreement: Agreement) -> list[Screen]:
    said = agreement.facts
    facts = [Screen(0, said.text_in("zh"), said.text_in("vi"))] if said else []
    clauses = [Screen(term.position, term.text_zh, term.text_vi) for term in agreement.terms]
    return [*facts, *clauses, Screen(len(agreement.terms) + 1, is_end=True)]
