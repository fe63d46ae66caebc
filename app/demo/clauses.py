"""How do the clauses of a demonstration dispute come into its agreement?"""

from datetime import date, timedelta
from typing import Any

from app.demo.stage import Stage
from app.demo.story import Chosen, Clause
from app.mediation.queries.clauses import offered, person_of
from app.mediation.rules.agreements import Wording
from app.mediation.rules.clauses import Person, Share, Value
from app.mediation.rules.performance import instalments
from app.mediation.services import composing, terms


def write_clauses(stage: Stage, agreement_id: int) -> None:
    for clause in stage.story.clauses:
        if isinstance(clause, Chosen):
            _choose(stage, agreement_id, clause)
        else:
            _write(stage, agreement_id, clause)


def paid_parts(stage: Stage) -> int:
    """How many of the obligations are paid, by their day."""
    return sum(each.paid for each in stage.story.clauses if isinstance(each, Chosen))


def _write(stage: Stage, agreement_id: int, clause: Clause) -> None:
    term = terms.add_term(
        stage.actor, case_id=stage.case_id, agreement_id=agreement_id,
        wording=Wording(clause.zh, clause.vi, clause.language), now=stage.now,
    )  # fmt: skip
    if clause.confirmed:
        terms.confirm_term(
            stage.actor, case_id=stage.case_id, agreement_id=agreement_id, term_id=term.id,
            vouching=stage.read_back(), today=stage.today, now=stage.now,
        )  # fmt: skip


def _choose(stage: Stage, agreement_id: int, chosen: Chosen) -> None:
    version = offered(chosen.key).version
    known = _usual(stage, chosen) | dict(chosen.more)
    composing.add_clause(
        stage.actor, case_id=stage.case_id, agreement_id=agreement_id, clause_key=chosen.key,
        values={name: value for name, value in known.items() if version.has(name)}, now=stage.now,
    )  # fmt: skip


def _usual(stage: Stage, chosen: Chosen) -> dict[str, Value]:
    """Both sides, the amount, and when it is paid: on one day or in parts."""
    applicant, respondent = (person_of(each) for each in stage.case.parties[:2])
    debtor, creditor = (applicant, respondent) if chosen.applicant_pays else (respondent, applicant)
    first = stage.ended_on + timedelta(days=chosen.first_after)
    values: dict[str, Value] = {"debtor": debtor, "creditor": creditor}
    if chosen.amount is not None:
        values |= {"amount": chosen.amount} | _when(chosen, first)
    elif chosen.first_after:
        values["due"] = first
    if chosen.workers:
        values["shares"] = _shares(chosen, creditor)
    return values


def _when(chosen: Chosen, first: date) -> dict[str, Any]:
    assert chosen.amount is not None
    if chosen.parts == 1:
        return {"due": first}
    return {"schedule": instalments(chosen.amount, chosen.parts, first, 1)}


def _shares(chosen: Chosen, applicant: Person) -> tuple[Share, ...]:
    """The applicant gets what the others leave."""
    others = tuple(Share(Person(None, name, name), amount) for name, amount in chosen.workers)
    own = chosen.amount
    assert own is not None
    for each in others:
        own -= each.amount
    return (Share(applicant, own), *others)
