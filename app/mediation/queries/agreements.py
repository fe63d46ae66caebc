"""Where does performance stand? Each obligation with its state, and what is left by currency."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.db import db
from app.kernel.money import Currency, Money
from app.mediation.models import Agreement, Case, FollowUp, Obligation
from app.mediation.queries.case_facts import owed
from app.mediation.rules.performance import ObligationState, counted, outstanding, paid, state_of


@dataclass(frozen=True, slots=True)
class Standing:
    """One obligation on a day: how far it is done, what was paid and what is left.

    `counts`: what it stands for in a total.
    """

    obligation: Obligation
    state: ObligationState
    counts: Money | None
    paid: Money | None
    left: Money | None


@dataclass(frozen=True, slots=True)
class Total:
    """What is owed, paid and left in one currency."""

    owed: Money
    paid: Money
    left: Money


def standings(agreement: Agreement, today: date) -> list[Standing]:
    """Every obligation of an agreement, the earliest due first."""
    return standings_of(agreement.obligations, today)


def standings_of(obligations: Iterable[Obligation], today: date) -> list[Standing]:
    return [_standing(each, today) for each in obligations]


def totals(rows: Iterable[Standing]) -> list[Total]:
    """Never across currencies: a sum in yuan, a sum in đồng."""
    found: dict[Currency, Total] = {}
    for row in rows:
        if row.counts is None or row.paid is None or row.left is None:
            continue
        zero = Money(0, row.counts.currency)
        sofar = found.get(zero.currency, Total(zero, zero, zero))
        found[zero.currency] = Total(
            sofar.owed + row.counts, sofar.paid + row.paid, sofar.left + row.left
        )
    return list(found.values())


def follow_ups_of(case: Case) -> list[FollowUp]:
    query = select(FollowUp).where(FollowUp.case_id == case.id)
    return list(db.session.scalars(query.order_by(FollowUp.visited_on, FollowUp.id)))


def _standing(obligation: Obligation, today: date) -> Standing:
    facts = owed(obligation)
    return Standing(
        obligation, state_of(facts, today), counted(facts), paid(facts), outstanding(facts)
    )
