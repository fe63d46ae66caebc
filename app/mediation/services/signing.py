"""How does a draft become what the parties signed? Judged, frozen with its digest, then moved."""

import hashlib
import json
from datetime import date, datetime
from typing import Any

from app.db import db, transaction
from app.kernel.bilingual import Language
from app.kernel.clock import local
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import AgreementForm, AttachmentKind, Basis, Duty
from app.mediation.models import Agreement, Case, Obligation, Term
from app.mediation.queries.case_facts import active_people
from app.mediation.rules.agreements import AgreementRefusal as R
from app.mediation.rules.agreements import SigningFacts, TermFacts, signing_refusals
from app.mediation.services import deadline_rows
from app.mediation.services.agreements import open_draft
from app.mediation.services.attachments import attach
from app.mediation.services.moves import apply_move
from app.mediation.services.opening import child, note, open_case
from app.mediation.states import CaseAction


def sign(
    actor: Actor,
    *,
    case_id: int,
    agreement_id: int,
    signed_on: date,
    effective_on: date,
    now: datetime,
) -> Agreement:
    """Freeze the text and settle the case; on to performance where something is owed.

    Raises NotFound, NotPermitted, IllegalMove, RuleBroken with every reason.
    """
    with transaction():
        case, agreement = open_draft(actor, case_id, agreement_id)
        settle(actor, case, agreement, signed_on, effective_on, now)
        return agreement


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
    """The signing itself, inside the caller's transaction."""
    facts = _facts(case, agreement, entered_afterwards)
    today = local(now, case.country.zone).date()
    refusals = signing_refusals(facts, signed_on=signed_on, effective_on=effective_on, today=today)
    if refusals:
        raise RuleBroken(refusals)
    agreement.signed_on, agreement.effective_on = signed_on, effective_on
    agreement.frozen_at = now
    agreement.frozen_text = canonical_text(agreement)
    agreement.digest = digest_of(agreement.frozen_text)
    note(
        actor,
        case,
        "mediation:agreement:signed",
        now,
        changes={
            "signed_on": (None, signed_on),
            "effective_on": (None, effective_on),
            "digest": (None, agreement.digest),
        },
        object_type="agreement",
        object_id=agreement.id,
    )
    db.session.flush()
    apply_move(
        actor, case, CaseAction.SETTLE, signed_on, now, entered_afterwards=entered_afterwards
    )
    deadline_rows.plan_for_agreement(case, agreement, now)
    if agreement.obligations:
        action = CaseAction.BEGIN_PERFORMANCE
        apply_move(actor, case, action, signed_on, now, entered_afterwards=entered_afterwards)


def keep_sheet(
    actor: Actor,
    *,
    case_id: int,
    agreement_id: int,
    data: bytes,
    title: str,
    reason: str,
    now: datetime,
) -> Agreement:
    """The signed sheet as photo or scan: it is the record. Another one needs a reason.

    The sheet it replaces stays in the file. Raises NotFound, NotPermitted, RuleBroken,
    UnacceptableFile.
    """
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        agreement: Agreement = child(case.agreements, agreement_id)
        if not agreement.is_frozen:
            raise RuleBroken([Refusal(R.NOT_SIGNED)])
        if agreement.scan_id is not None and not reason.strip():
            raise RuleBroken([Refusal(R.SHEET_REASON, field="reason")])
        kind = AttachmentKind.SIGNED_AGREEMENT
        sheet = attach(actor, case, kind, title or case.number, data, now)
        db.session.flush()
        changes = {"scan_id": (agreement.scan_id, sheet.id)}
        agreement.scan_id = sheet.id
        note(
            actor,
            case,
            "mediation:agreement:sheet_kept",
            now,
            changes=changes,
            object_type="agreement",
            object_id=agreement.id,
            reason=reason,
        )
        return agreement


def canonical_text(agreement: Agreement) -> str:
    """What was signed as JSON with sorted keys: the same rows always give the same text."""
    case = agreement.case
    facts = agreement.facts
    content = {
        "case_no": case.number,
        "parties": [[party.role, party.name] for party in case.parties],
        "form": agreement.form,
        "prevailing": agreement.prevailing,
        "copies": agreement.copies,
        "place": agreement.place,
        "facts": {"zh": facts.text_in("zh"), "vi": facts.text_in("vi")} if facts else None,
        "terms": [_term(term) for term in agreement.terms],
        "obligations": [_obligation(each) for each in agreement.obligations],
        "rate": _rate(agreement),
        "signed_on": _iso(agreement.signed_on),
        "effective_on": _iso(agreement.effective_on),
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(frozen_text: str) -> str:
    """SHA-256 of the canonical text, in hexadecimal."""
    return hashlib.sha256(frozen_text.encode()).hexdigest()


def _facts(case: Case, agreement: Agreement, entered_afterwards: bool) -> SigningFacts:
    return SigningFacts(
        terms=tuple(
            TermFacts(term.position, term.has(Language.ZH), term.has(Language.VI))
            for term in agreement.terms
        ),
        currencies=agreement.currencies,
        has_rate=agreement.has_rate,
        has_presiding=any(each.duty is Duty.PRESIDING for each in active_people(case)),
        both_texts=_both_texts(case, agreement, entered_afterwards),
    )


def _both_texts(case: Case, agreement: Agreement, entered_afterwards: bool) -> bool:
    """People of one country may agree in its language alone."""
    is_written = agreement.form is AgreementForm.WRITTEN
    return is_written and not entered_afterwards and case.basis is not Basis.DOMESTIC


def _term(term: Term) -> dict[str, Any]:
    return {"language": term.language, "zh": term.text_zh, "vi": term.text_vi}


def _obligation(each: Obligation) -> dict[str, Any]:
    return {
        "kind": each.kind,
        "debtor": each.debtor.name,
        "creditor": each.creditor.name,
        "what": {"zh": each.what_zh, "vi": each.what_vi},
        "amount_minor": each.amount_minor,
        "currency": each.currency,
        "due_on": _iso(each.due_on),
        "manner": each.manner,
        "place": each.place,
    }


def _rate(agreement: Agreement) -> list[str] | None:
    """The rate with the six digits it is kept with, whichever database gives it back."""
    if agreement.rate is None:
        return None
    return [f"{agreement.rate:.6f}", _iso(agreement.rate_on) or "", agreement.rate_source]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
