"""How is an agreement drafted? Begun, and changed as a whole until it is signed."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.audit.services import apply_changes
from app.db import db, transaction
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import AgreementForm, PrevailingText
from app.mediation.models import Agreement, Case
from app.mediation.rules.agreements import AgreementRefusal as R
from app.mediation.rules.agreements import Wording, rate_refusals
from app.mediation.services.opening import child, note, open_case
from app.mediation.services.statements import put_translation, write_down
from app.mediation.states import CaseState


@dataclass(frozen=True, slots=True)
class AgreementDraft:
    """What is set down of an agreement beside its clauses; `rate` is VND for one CNY."""

    form: AgreementForm
    prevailing: PrevailingText
    copies: int
    place: str
    facts: Wording
    rate: Decimal | None = None
    rate_on: date | None = None
    rate_source: str = ""


def begin(actor: Actor, *, case_id: int, draft: AgreementDraft, now: datetime) -> Agreement:
    """A new draft. Raises NotFound, NotPermitted, RuleBroken (not mediating, a draft exists)."""
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        _refuse_second_draft(case)
        return write_draft(actor, case, draft, now)


def write_draft(actor: Actor, case: Case, draft: AgreementDraft, now: datetime) -> Agreement:
    """A draft of a case, inside the caller's transaction."""
    _refuse_rate(draft)
    agreement = Agreement(created_by_id=actor.user_id, **_columns(draft))
    case.agreements.append(agreement)
    db.session.flush()
    _put_facts(actor, case, agreement, draft.facts, now)
    _noted(actor, case, agreement, "begun", now)
    return agreement


def edit(
    actor: Actor, *, case_id: int, agreement_id: int, draft: AgreementDraft, now: datetime
) -> Agreement:
    """Raises NotFound, NotPermitted, RuleBroken (signed already, a rate without day or source)."""
    with transaction():
        case, agreement = open_draft(actor, case_id, agreement_id)
        _refuse_rate(draft)
        changes = apply_changes(agreement, _columns(draft))
        _put_facts(actor, case, agreement, draft.facts, now)
        _noted(actor, case, agreement, "edited", now, changes)
        return agreement


def open_draft(
    actor: Actor, case_id: int, agreement_id: int, permission: Permission = Permission.MEDIATE
) -> tuple[Case, Agreement]:
    """The case and its unsigned agreement, in the open transaction; RuleBroken once signed."""
    case = open_case(actor, case_id, permission)
    agreement: Agreement = child(case.agreements, agreement_id)
    if agreement.is_frozen:
        raise RuleBroken([Refusal(R.FROZEN)])
    return case, agreement


def _refuse_second_draft(case: Case) -> None:
    found = []
    if case.state is not CaseState.MEDIATING:
        found.append(Refusal(R.NOT_MEDIATING))
    if case.agreement is not None and not case.agreement.is_frozen:
        found.append(Refusal(R.DRAFT_EXISTS))
    if found:
        raise RuleBroken(found)


def _refuse_rate(draft: AgreementDraft) -> None:
    if found := rate_refusals(draft.rate, draft.rate_on, draft.rate_source):
        raise RuleBroken(found)


def _columns(draft: AgreementDraft) -> dict[str, object]:
    names = ("form", "prevailing", "copies", "place", "rate", "rate_on", "rate_source")
    return {name: getattr(draft, name) for name in names}


def _put_facts(
    actor: Actor, case: Case, agreement: Agreement, facts: Wording, now: datetime
) -> None:
    subject = f"agreement:{agreement.id}"
    statement = write_down(actor, case, subject, facts.original, facts.language.value, now)
    if statement is not None and statement.translation != facts.translation:
        put_translation(actor, case, statement, facts.translation, now)


def _noted(
    actor: Actor,
    case: Case,
    agreement: Agreement,
    act: str,
    now: datetime,
    changes: dict[str, tuple[object, object]] | None = None,
) -> None:
    note(
        actor,
        case,
        f"mediation:agreement:{act}",
        now,
        changes=changes,
        object_type="agreement",
        object_id=agreement.id,
    )
