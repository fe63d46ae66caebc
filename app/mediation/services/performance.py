"""How is it recorded that a promise was kept, taken back, or broken?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from app.db import db, transaction
from app.kernel.clock import local
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.money import Money
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import AttachmentKind, ObligationKind
from app.mediation.models import Case, Obligation, Receipt
from app.mediation.queries.case_facts import obligations_in_force, owed, owed_states
from app.mediation.rules.facts import Given
from app.mediation.rules.performance import (
    ObligationState,
    overall,
    receipt_refusals,
    state_of,
)
from app.mediation.rules.receipts import ReceiptRefusal, done_refusals
from app.mediation.services import deadline_rows
from app.mediation.services.attachments import attach
from app.mediation.services.moves import apply_move
from app.mediation.services.opening import child, note_row, open_case
from app.mediation.states import (
    RECEIPTS_ALLOWED,
    RECEIPTS_WITHDRAWABLE,
    CaseAction,
    CaseState,
)


@dataclass(frozen=True, slots=True)
class Proof:
    """A photo or scan of the receipt."""

    title: str
    data: bytes


def record_receipt(
    actor: Actor,
    *,
    case_id: int,
    obligation_id: int,
    amount: Money | None,
    received_on: date,
    note_text: str = "",
    proof: Proof | None = None,
    now: datetime,
) -> Receipt:
    """Money received, or goods or an act done; the last one performs the agreement.

    Raises NotFound, NotPermitted, RuleBroken (too much, in the future …), UnacceptableFile.
    """
    with transaction():
        case, obligation = _open_obligation(actor, case_id, obligation_id, RECEIPTS_ALLOWED)
        receipt = enter_receipt(actor, case, obligation, amount, received_on, note_text, now)
        if proof is not None:
            kind = AttachmentKind.RECEIPT
            paper = attach(actor, case, kind, proof.title or case.number, proof.data, now)
            db.session.flush()
            receipt.attachment_id = paper.id
        return receipt


def enter_receipt(
    actor: Actor,
    case: Case,
    obligation: Obligation,
    amount: Money | None,
    received_on: date,
    note_text: str,
    now: datetime,
    *,
    entered_afterwards: bool = False,
) -> Receipt:
    """The receipt itself, inside the caller's transaction."""
    today = local(now, case.country.zone).date()
    _refuse(obligation, amount, received_on, today)
    if amount is not None and _stands(obligation, amount, received_on, note_text):
        raise RuleBroken([Refusal(ReceiptRefusal.TWICE, field="amount")])
    receipt = Receipt(
        received_on=received_on,
        amount_minor=amount.minor if amount else None,
        note=note_text,
        recorded_by_id=actor.user_id,
        recorded_at=now,
    )
    obligation.receipts.append(receipt)
    db.session.flush()
    changes = {"amount": (None, amount), "received_on": (None, received_on)}
    note_row(actor, case, "receipt:recorded", receipt, now, changes)
    if state_of(owed(obligation), today) is ObligationState.DONE:
        deadline_rows.clear(case, "obligation", f"obligation:{obligation.id}", now)
    _complete(actor, case, today, now, entered_afterwards)
    return receipt


def withdraw_receipt(
    actor: Actor, *, case_id: int, obligation_id: int, receipt_id: int, reason: str, now: datetime
) -> Receipt:
    """A receipt entered by mistake; it stays visible, and a performed case is performed no more.

    Raises NotFound, NotPermitted, RuleBroken.
    """
    with transaction():
        case, obligation = _open_obligation(actor, case_id, obligation_id, RECEIPTS_WITHDRAWABLE)
        receipt: Receipt = child(obligation.receipts, receipt_id)
        refusals = []
        if obligation.is_replaced:
            refusals.append(Refusal(ReceiptRefusal.BEFORE_SUPPLEMENT))
        if receipt.withdrawn_at is not None:
            refusals.append(Refusal(ReceiptRefusal.WITHDRAWN))
        if not reason.strip():
            refusals.append(Refusal(ReceiptRefusal.REASON, field="reason"))
        if refusals:
            raise RuleBroken(refusals)
        receipt.withdrawn_at, receipt.withdrawn_reason = now, reason
        note_row(actor, case, "receipt:withdrawn", receipt, now, {}, reason)
        if case.state is CaseState.PERFORMED:
            today = local(now, case.country.zone).date()
            apply_move(actor, case, CaseAction.RESUME, today, now, Given(reason=reason))
        deadline_rows.plan_for_agreement(case, obligation.agreement, now)
        return receipt


def declare_default(actor: Actor, *, case_id: int, on: date, reason: str, now: datetime) -> Case:
    """The office finds that the agreement is not performed; a later payment still counts.

    Raises NotFound, NotPermitted, IllegalMove, RuleBroken.
    """
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        apply_move(actor, case, CaseAction.DEFAULT, on, now, Given(reason=reason))
        return case


def _open_obligation(
    actor: Actor, case_id: int, obligation_id: int, states: Collection[CaseState]
) -> tuple[Case, Obligation]:
    case = open_case(actor, case_id, Permission.MEDIATE)
    obligation: Obligation = child(obligations_in_force(case), obligation_id)
    if case.state not in states:
        raise RuleBroken([Refusal(ReceiptRefusal.NOT_NOW, {"state": case.state})])
    return case, obligation


def _stands(obligation: Obligation, amount: Money, received_on: date, note_text: str) -> bool:
    """Whether this very receipt is there: a button pressed twice, or two colleagues at once."""
    entered = (received_on, amount.minor, note_text)
    return any(
        (each.received_on, each.amount_minor, each.note) == entered
        for each in obligation.receipts
        if each.withdrawn_at is None
    )


def _refuse(obligation: Obligation, amount: Money | None, received_on: date, today: date) -> None:
    standing = owed(obligation)
    if standing.replaced:
        raise RuleBroken([Refusal(ReceiptRefusal.REPLACED)])
    if obligation.kind is not ObligationKind.MONEY:
        refusals = done_refusals(standing, received_on, today)
    elif amount is None:
        refusals = (Refusal(ReceiptRefusal.AMOUNT, field="amount"),)
    else:
        refusals = receipt_refusals(standing, amount, received_on, today)
    if refusals:
        raise RuleBroken(refusals)


def _complete(
    actor: Actor, case: Case, today: date, now: datetime, entered_afterwards: bool
) -> None:
    """Performed is performed when nothing is left; the day is that of the last receipt."""
    if overall(owed_states(case, today)) is not ObligationState.DONE:
        return
    receipts = [
        receipt.received_on
        for each in obligations_in_force(case)
        for receipt in each.receipts
        if receipt.withdrawn_at is None
    ]
    on = max([*receipts, case.moves[-1].on])
    action = CaseAction.COMPLETE_PERFORMANCE
    apply_move(actor, case, action, on, now, entered_afterwards=entered_afterwards)
