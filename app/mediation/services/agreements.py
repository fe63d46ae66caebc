"""How is an agreement drafted? Begun, and changed as a whole until it is signed."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.audit.services import apply_changes
from app.db import db, transaction
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import AgreementForm, Basis, PrevailingText
from app.mediation.models import Agreement, Case
from app.mediation.rules.agreements import AgreementRefusal as R
from app.mediation.rules.agreements import Wording, rate_refusals
from app.mediation.rules.clauses import Effect
from app.mediation.rules.signing import SigningRefusal
from app.mediation.services.clause_rows import append_closing
from app.mediation.services.opening import child, note_row, open_case
from app.mediation.services.statements import put_translation, write_down
from app.mediation.states import CaseState


@dataclass(frozen=True, slots=True)
class AgreementDraft:
    """What is set down of an agreement beside its clauses; `rate` is VND for one CNY.

    `prevailing` and `copies` None: as it is, or as the clauses say.
    """

    form: AgreementForm
    place: str
    facts: Wording
    prevailing: PrevailingText | None = None
    copies: int | None = None
    rate: Decimal | None = None
    rate_on: date | None = None
    rate_source: str = ""


def begin(actor: Actor, *, case_id: int, draft: AgreementDraft, now: datetime) -> Agreement:
    """A new draft. Raises NotFound, NotPermitted, RuleBroken (not mediating, a draft exists)."""
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        _refuse_second_draft(case)
        agreement = write_draft(actor, case, draft, now)
        if ends_with_clauses(case, draft.form):
            append_closing(actor, case, agreement)
        return agreement


def is_bilingual(case: Case) -> bool:
    """Whether agreements of this case are papers in both languages, which say so in clauses:
    which text counts, how many copies there are. Elsewhere that is only set down."""
    return case.basis is not Basis.DOMESTIC


def ends_with_clauses(case: Case, form: AgreementForm) -> bool:
    """Whether a draft begins with the clauses about the paper itself."""
    return is_bilingual(case) and form is AgreementForm.WRITTEN


def write_draft(actor: Actor, case: Case, draft: AgreementDraft, now: datetime) -> Agreement:
    """A draft of a case, inside the caller's transaction."""
    _refuse_rate(draft)
    agreement = Agreement(created_by_id=actor.user_id, **_UNSAID | _columns(draft))
    case.agreements.append(agreement)
    db.session.flush()
    _put_facts(actor, case, agreement, draft.facts, now)
    note_row(actor, case, "agreement:begun", agreement, now)
    return agreement


def edit(
    actor: Actor, *, case_id: int, agreement_id: int, draft: AgreementDraft, now: datetime
) -> Agreement:
    """Raises NotFound, NotPermitted, RuleBroken (signed already, a rate without day or source)."""
    with transaction():
        case, agreement = open_draft(actor, case_id, agreement_id)
        _refuse_rate(draft)
        changes = apply_changes(agreement, _unless_said(agreement, _columns(draft)))
        _put_facts(actor, case, agreement, draft.facts, now)
        note_row(actor, case, "agreement:edited", agreement, now, changes)
        return agreement


def open_draft(
    actor: Actor, case_id: int, agreement_id: int, permission: Permission = Permission.MEDIATE
) -> tuple[Case, Agreement]:
    """The case and its agreement, in the open transaction, to change the text.

    RuleBroken once it is signed, and as soon as a first signature stands under it.
    """
    case, agreement = unsigned(actor, case_id, agreement_id, permission)
    if agreement.standing_signatures:
        raise RuleBroken([Refusal(SigningRefusal.SIGNATURES_STAND)])
    return case, agreement


def unsigned(
    actor: Actor, case_id: int, agreement_id: int, permission: Permission = Permission.MEDIATE
) -> tuple[Case, Agreement]:
    """The case and its agreement, in the open transaction; RuleBroken once signed by all."""
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


_UNSAID: dict[str, Any] = {"prevailing": PrevailingText.BOTH, "copies": 3}
_SAID_BY = {"prevailing": Effect.AUTHORITY, "copies": Effect.COPIES}


def _columns(draft: AgreementDraft) -> dict[str, Any]:
    names = ("form", "place", "rate", "rate_on", "rate_source")
    said = {name: getattr(draft, name) for name in _SAID_BY}
    said = {name: value for name, value in said.items() if value is not None}
    return {name: getattr(draft, name) for name in names} | said


def _unless_said(agreement: Agreement, columns: dict[str, Any]) -> dict[str, Any]:
    """What a clause of the agreement says is changed in that clause."""
    said = {name for name, effect in _SAID_BY.items() if agreement.says(effect)}
    return {name: value for name, value in columns.items() if name not in said}


def _put_facts(
    actor: Actor, case: Case, agreement: Agreement, facts: Wording, now: datetime
) -> None:
    subject = f"agreement:{agreement.id}"
    statement = write_down(actor, case, subject, facts.original, facts.language.value, now)
    if statement is not None and statement.translation != facts.translation:
        put_translation(actor, case, statement, facts.translation, now)
