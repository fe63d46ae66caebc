"""How do tests come to a draft that is composed of clauses?"""

from datetime import date

import pytest

from app.db import db
from app.kernel.errors import RuleBroken
from app.kernel.money import Money
from app.kernel.permissions import Actor
from app.mediation.models import Term
from app.mediation.queries.clauses import person_of
from app.mediation.rules.clauses import Phrase, Value
from app.mediation.rules.performance import Instalment
from app.mediation.services import (
    agreements,
    composing,
)
from tests.factories import NOW, World
from tests.mediation.settling import DRAFT, Debt, mediating, yuan

DUE, LATER = date(2026, 12, 1), date(2027, 1, 1)
FENCE = Phrase("修好围栏", "sửa lại hàng rào")


def codes(refused: pytest.ExceptionInfo[RuleBroken]) -> list[object]:
    return [refusal.code for refusal in refused.value.refusals]


def place(debt: Debt) -> dict[str, int]:
    return {"case_id": debt.case_id, "agreement_id": debt.agreement_id}


def begun(clerk: Actor, world: World) -> Debt:
    """A draft that holds nothing yet but the clauses about the paper."""
    case_id = mediating(clerk, world)
    return Debt(case_id, agreements.begin(clerk, case_id=case_id, draft=DRAFT, now=NOW).id)


def sides(debt: Debt) -> dict[str, Value]:
    """The respondent owes the applicant."""
    applicant, respondent = (person_of(party) for party in debt.case.parties)
    return {"debtor": respondent, "creditor": applicant}


def lump_sum(debt: Debt, amount: int = 12000) -> dict[str, Value]:
    return sides(debt) | {"amount": yuan(amount), "due": DUE, "what": "goods"}


def in_two(debt: Debt, first: int = 5000, second: int = 7000) -> dict[str, Value]:
    parts = (Instalment(DUE, yuan(first)), Instalment(LATER, yuan(second)))
    return sides(debt) | {"amount": yuan(12000), "schedule": parts}


def add(clerk: Actor, debt: Debt, key: str, values: dict[str, Value]) -> Term:
    return composing.add_clause(clerk, **place(debt), clause_key=key, values=values, now=NOW)


def owed(debt: Debt) -> list[tuple[Money | None, date | None]]:
    db.session.expire_all()
    return [(each.amount, each.due_on) for each in debt.agreement.obligations]
