"""How is set down what is owed: one thing at a time, or as a plan of instalments?"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.audit.services import apply_changes
from app.db import db, transaction
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.money import Money
from app.kernel.permissions import Actor
from app.mediation.kinds import ObligationKind
from app.mediation.models import Agreement, Case, Obligation
from app.mediation.rules.agreements import ObligationRefusal, obligation_refusals
from app.mediation.rules.clauses import ClauseRefusal
from app.mediation.rules.performance import Instalment, plan_refusals
from app.mediation.services.agreements import open_draft
from app.mediation.services.opening import child, note_row

Changes = dict[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Promise:
    """Who owes whom what. `amount` for money only; `due_on` None is owed without a day."""

    kind: ObligationKind
    debtor_id: int
    creditor_id: int
    what_zh: str = ""
    what_vi: str = ""
    amount: Money | None = None
    due_on: date | None = None
    manner: str = ""
    place: str = ""


def add(
    actor: Actor, *, case_id: int, agreement_id: int, promise: Promise, now: datetime
) -> Obligation:
    """Raises NotFound, NotPermitted, RuleBroken (signed, same party, no amount …)."""
    with transaction():
        case, agreement = open_draft(actor, case_id, agreement_id)
        return append(actor, case, agreement, promise, now)


def append(
    actor: Actor, case: Case, agreement: Agreement, promise: Promise, now: datetime
) -> Obligation:
    """Something owed, inside the caller's transaction."""
    _refuse(case, promise)
    return _insert(actor, case, agreement, _columns(promise), now)


def add_plan(
    actor: Actor,
    *,
    case_id: int,
    agreement_id: int,
    promise: Promise,
    plan: Sequence[Instalment],
    now: datetime,
) -> list[Obligation]:
    """One obligation per instalment; `promise.amount` is the total they must add up to.

    Raises NotFound, NotPermitted, RuleBroken; a wrong sum is named with its difference.
    """
    with transaction():
        case, agreement = open_draft(actor, case_id, agreement_id)
        _refuse(case, promise)
        if promise.amount is not None and (wrong := plan_refusals(promise.amount, tuple(plan))):
            raise RuleBroken(wrong)
        key = secrets.token_hex(8)
        return [
            _insert(actor, case, agreement, _part(promise, part, key, number, len(plan)), now)
            for number, part in enumerate(plan, start=1)
        ]


def edit(
    actor: Actor,
    *,
    case_id: int,
    agreement_id: int,
    obligation_id: int,
    promise: Promise,
    now: datetime,
) -> Obligation:
    """Of an instalment the amount stays: its plan adds up. Raises as `add`."""
    with transaction():
        case, agreement = open_draft(actor, case_id, agreement_id)
        obligation: Obligation = child(agreement.obligations, obligation_id)
        _refuse_of_clause(obligation)
        _refuse(case, promise)
        if obligation.plan and obligation.amount != promise.amount:
            raise RuleBroken([Refusal(ObligationRefusal.HAS_PLAN, field="amount")])
        before = obligation.amount
        changes = apply_changes(obligation, _columns(promise))
        note_row(
            actor,
            case,
            "obligation:edited",
            obligation,
            now,
            _said(changes, before, obligation.amount),
        )
        return obligation


def remove(
    actor: Actor, *, case_id: int, agreement_id: int, obligation_id: int, now: datetime
) -> int:
    """Take it out of the draft, an instalment together with its plan; says how many went."""
    with transaction() as session:
        case, agreement = open_draft(actor, case_id, agreement_id)
        chosen: Obligation = child(agreement.obligations, obligation_id)
        _refuse_of_clause(chosen)
        gone = [
            each
            for each in agreement.obligations
            if each is chosen or (chosen.plan and each.plan == chosen.plan)
        ]
        for each in gone:
            note_row(actor, case, "obligation:removed", each, now, {"amount": (each.amount, None)})
            session.delete(each)
        return len(gone)


def _refuse_of_clause(obligation: Obligation) -> None:
    """What follows from a clause changes with the clause."""
    if obligation.term is not None:
        facts = {"position": obligation.term.position}
        raise RuleBroken([Refusal(ClauseRefusal.OF_A_CLAUSE, facts)])


def _refuse(case: Case, promise: Promise) -> None:
    child(case.parties, promise.debtor_id)
    child(case.parties, promise.creditor_id)
    refusals = obligation_refusals(
        promise.kind,
        same_party=promise.debtor_id == promise.creditor_id,
        amount_minor=promise.amount.minor if promise.amount else None,
        has_what=bool(promise.what_zh or promise.what_vi),
    )
    if refusals:
        raise RuleBroken(refusals)


def _columns(promise: Promise) -> dict[str, object]:
    names = ("kind", "debtor_id", "creditor_id", "what_zh", "what_vi", "due_on", "manner", "place")
    amount = promise.amount
    return {name: getattr(promise, name) for name in names} | {
        "amount_minor": amount.minor if amount else None,
        "currency": amount.currency if amount else None,
    }


def _part(
    promise: Promise, part: Instalment, plan: str, number: int, count: int
) -> dict[str, object]:
    return _columns(promise) | {
        "amount_minor": part.amount.minor,
        "currency": part.amount.currency,
        "due_on": part.due_on,
        "plan": plan,
        "instalment": number,
        "instalments": count,
    }


def _insert(
    actor: Actor, case: Case, agreement: Agreement, columns: dict[str, object], now: datetime
) -> Obligation:
    obligation = Obligation(**columns)
    agreement.obligations.append(obligation)
    db.session.flush()
    changes = {name: (None, value) for name, value in columns.items() if value not in (None, "")}
    note_row(
        actor, case, "obligation:added", obligation, now, _said(changes, None, obligation.amount)
    )
    return obligation


def _said(changes: Changes, before: Money | None, after: Money | None) -> Changes:
    """The audit trail says an amount with its currency, not in fen."""
    said = {
        name: pair for name, pair in changes.items() if name not in ("amount_minor", "currency")
    }
    return said | ({"amount": (before, after)} if before != after else {})
