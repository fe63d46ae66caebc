"""How are the names under an agreement recorded? The last one that is needed freezes the text."""

from collections.abc import Sequence
from datetime import date, datetime

from app.db import db, transaction
from app.kernel.clock import local
from app.kernel.errors import NotFound, Refusal, RuleBroken
from app.kernel.permissions import Actor
from app.mediation.models import Agreement, AgreementSignature, Case
from app.mediation.queries.agreement_text import text_digest
from app.mediation.queries.issued import last_sheet_digest
from app.mediation.queries.signing import earliest, sheet_of, signers, standing
from app.mediation.rules import signing as rules
from app.mediation.rules.agreements import AgreementRefusal
from app.mediation.rules.signing import Entry, Signer, SigningRefusal
from app.mediation.rules.supplements import SupplementRefusal
from app.mediation.services.agreements import unsigned
from app.mediation.services.freezing import settle, text_stands
from app.mediation.services.opening import note_row
from app.mediation.services.supplements import take_force
from app.mediation.services.term_states import one_after_another
from app.mediation.states import SUPPLEMENTS_ALLOWED, CaseState


def record(
    actor: Actor,
    *,
    case_id: int,
    agreement_id: int,
    entries: Sequence[Entry],
    effective_on: date | None = None,
    now: datetime,
) -> Agreement:
    """Who signed, with a name or a fingerprint, and who refused; the last one needed freezes the
    text and settles the case. `effective_on` None: on the day of the last signature.

    Raises NotFound, NotPermitted, IllegalMove, RuleBroken with every reason.
    """
    with transaction():
        one_after_another(agreement_id)
        case, agreement = unsigned(actor, case_id, agreement_id)
        enter(actor, case, agreement, entries, effective_on, now)
        return agreement


def enter(
    actor: Actor,
    case: Case,
    agreement: Agreement,
    entries: Sequence[Entry],
    effective_on: date | None,
    now: datetime,
) -> None:
    """The recording itself, inside the caller's transaction."""
    known = signers(sheet_of(agreement, now))
    if unknown := [each.signer for each in entries if each.signer not in known]:
        raise NotFound(signer=unknown[0])
    digest = text_digest(agreement)
    if refusals := _refusals(case, agreement, entries, effective_on, digest, now):
        raise RuleBroken(refusals)
    for entry in entries:
        _put(actor, case, agreement, known[entry.signer], entry, digest, now)
    db.session.flush()
    sheet, words = sheet_of(agreement, now), standing(agreement)
    if not rules.missing(sheet, words):
        signed_on = _last_day(case, agreement)
        conclude = take_force if agreement.is_supplement else settle
        conclude(actor, case, agreement, signed_on, effective_on or signed_on, now)


def withdraw(
    actor: Actor, *, case_id: int, agreement_id: int, reason: str, now: datetime
) -> Agreement:
    """Take back every signature of a text that is not agreed after all, so that it can change.

    They stay visible with the reason. Raises NotFound, NotPermitted, RuleBroken.
    """
    with transaction():
        one_after_another(agreement_id)
        case, agreement = unsigned(actor, case_id, agreement_id)
        rows = [each for each in agreement.signatures if each.stands]
        refusals = []
        if not rows:
            refusals.append(Refusal(SigningRefusal.WITHDRAWN))
        if not reason.strip():
            refusals.append(Refusal(SigningRefusal.WITHDRAWAL_REASON, field="reason"))
        if refusals:
            raise RuleBroken(refusals)
        for row in rows:
            row.withdrawn_at, row.withdrawn_reason = now, reason
            note_row(
                actor, case, "signature:withdrawn", row, now, {"name": (row.name, None)}, reason
            )
        return agreement


def _refusals(
    case: Case,
    agreement: Agreement,
    entries: Sequence[Entry],
    effective_on: date | None,
    digest: str,
    now: datetime,
) -> list[Refusal]:
    sheet, words = sheet_of(agreement, now), standing(agreement)
    names = {key: each.name for key, each in signers(sheet).items()}
    last = max((each.signed_at for each in entries), default=now)
    day = local(last, case.country.zone).date()
    signed = [each.text_digest for each in agreement.standing_signatures]
    return [
        *_about_state(case, agreement),
        *text_stands(case, agreement, day, effective_on or day, now),
        *rules.sheet_refusals(sheet),
        *rules.entry_refusals(entries, names, words, since=earliest(agreement), now=now),
        *rules.text_refusals(digest, signed, last_sheet_digest(agreement)),
    ]


def _about_state(case: Case, agreement: Agreement) -> list[Refusal]:
    """A main agreement is signed in mediation, one that supplements it while it is in force."""
    if agreement.is_supplement:
        allowed = case.state in SUPPLEMENTS_ALLOWED
        return [] if allowed else [Refusal(SupplementRefusal.NOT_NOW, {"state": case.state})]
    allowed = case.state is CaseState.MEDIATING
    return [] if allowed else [Refusal(AgreementRefusal.NOT_MEDIATING)]


def _put(
    actor: Actor,
    case: Case,
    agreement: Agreement,
    signer: Signer,
    entry: Entry,
    digest: str,
    now: datetime,
) -> None:
    """The row; of one person the latest word counts: who refused may sign after all."""
    row = AgreementSignature(
        party_id=signer.subject_id if signer.is_for_party else None,
        case_mediator_id=None if signer.is_for_party else signer.subject_id,
        name=signer.name,
        capacity=signer.capacity,
        kind=entry.kind,
        signed_at=entry.signed_at,
        place=entry.place,
        read_aloud_by=entry.read_aloud_by,
        text_digest=digest,
        recorded_by_id=actor.user_id,
        recorded_at=now,
    )
    agreement.signatures.append(row)
    db.session.flush()
    changes = {
        "name": (None, row.name),
        "capacity": (None, row.capacity),
        "kind": (None, row.kind),
        "signed_at": (None, row.signed_at),
        "text_digest": (None, digest),
    }
    note_row(actor, case, "signature:recorded", row, now, changes)


def _last_day(case: Case, agreement: Agreement) -> date:
    """The day of the last signature, by the clock of the office."""
    last = max(each.signed_at for each in agreement.standing_signatures)
    return local(last, case.country.zone).date()
