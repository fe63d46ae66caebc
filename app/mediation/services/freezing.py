"""How does a draft become what was agreed for good? Judged, frozen with its digest, then moved."""

from datetime import date, datetime

from app.db import db
from app.kernel.bilingual import Language
from app.kernel.clock import local
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor
from app.mediation.kinds import AgreementForm, Basis, Duty
from app.mediation.models import Agreement, Case
from app.mediation.queries.agreement_text import canonical_text, digest_of
from app.mediation.queries.case_facts import active_people
from app.mediation.rules.agreements import SigningFacts, TermFacts, signing_refusals
from app.mediation.rules.clauses import Effect
from app.mediation.services import deadline_rows
from app.mediation.services.moves import apply_move
from app.mediation.services.opening import note_row
from app.mediation.states import CaseAction


def settle(
    actor: Actor,
    case: Case,
    agreement: Agreement,
    signed_on: date,
    effective_on: date,
    now: datetime,
    *,
    entered_afterwards: bool = False,
) -> None:
    """Freeze the text and settle the case; on to performance where something is owed.

    Inside the caller's transaction. Raises IllegalMove, RuleBroken with every reason.
    """
    freeze(
        actor, case, agreement, signed_on, effective_on, now, entered_afterwards=entered_afterwards
    )
    apply_move(
        actor, case, CaseAction.SETTLE, signed_on, now, entered_afterwards=entered_afterwards
    )
    deadline_rows.plan_for_agreement(case, agreement, now)
    if agreement.obligations:
        action = CaseAction.BEGIN_PERFORMANCE
        apply_move(actor, case, action, signed_on, now, entered_afterwards=entered_afterwards)


def freeze(
    actor: Actor,
    case: Case,
    agreement: Agreement,
    signed_on: date,
    effective_on: date,
    now: datetime,
    *,
    entered_afterwards: bool = False,
) -> None:
    """From now on this is the text, for good."""
    refusals = text_stands(
        case, agreement, signed_on, effective_on, now, entered_afterwards=entered_afterwards
    )
    if refusals:
        raise RuleBroken(refusals)
    agreement.signed_on, agreement.effective_on = signed_on, effective_on
    agreement.frozen_at = now
    agreement.frozen_text = canonical_text(agreement)
    agreement.digest = digest_of(agreement.frozen_text)
    changes = {
        "signed_on": (None, signed_on),
        "effective_on": (None, effective_on),
        "digest": (None, agreement.digest),
    }
    note_row(actor, case, "agreement:signed", agreement, now, changes)
    db.session.flush()


def text_stands(
    case: Case,
    agreement: Agreement,
    signed_on: date,
    effective_on: date,
    now: datetime,
    *,
    entered_afterwards: bool = False,
) -> tuple[Refusal, ...]:
    """Every reason why this text cannot be signed on that day."""
    facts = _facts(case, agreement, entered_afterwards)
    today = local(now, case.country.zone).date()
    return signing_refusals(facts, signed_on=signed_on, effective_on=effective_on, today=today)


def _facts(case: Case, agreement: Agreement, entered_afterwards: bool) -> SigningFacts:
    return SigningFacts(
        terms=tuple(
            TermFacts(term.position, term.has(Language.ZH), term.has(Language.VI), term.is_closing)
            for term in agreement.terms
        ),
        currencies=agreement.currencies,
        has_rate=agreement.names_rate,
        has_presiding=any(each.duty is Duty.PRESIDING for each in active_people(case)),
        says_two=agreement.says(Effect.LANGUAGES) or agreement.says(Effect.AUTHORITY),
        both_texts=_both_texts(case, agreement, entered_afterwards),
    )


def _both_texts(case: Case, agreement: Agreement, entered_afterwards: bool) -> bool:
    """People of one country may agree in its language alone."""
    is_written = agreement.form is AgreementForm.WRITTEN
    return is_written and not entered_afterwards and case.basis is not Basis.DOMESTIC
