"""How is a signed agreement changed? By another one beside it, with its own clauses and names."""

from collections.abc import Collection
from datetime import date, datetime

from app.db import db, transaction
from app.kernel.clock import local
from app.kernel.errors import NotFound, Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import AgreementForm
from app.mediation.models import Agreement, Case
from app.mediation.queries.case_facts import (
    agreements_in_force,
    obligations_in_force,
    owed,
    owed_states,
)
from app.mediation.queries.issued import issued_of
from app.mediation.rules import supplements as rules
from app.mediation.rules.agreements import Wording
from app.mediation.rules.deadlines import ClearReason
from app.mediation.rules.facts import Given
from app.mediation.rules.performance import overall, state_of
from app.mediation.rules.supplements import SupplementRefusal
from app.mediation.services import deadline_rows
from app.mediation.services.agreements import (
    AgreementDraft,
    is_bilingual,
    open_draft,
    write_draft,
)
from app.mediation.services.clause_rows import append_closing
from app.mediation.services.freezing import freeze
from app.mediation.services.moves import apply_move
from app.mediation.services.opening import note_row, open_case


def begin(
    actor: Actor, *, case_id: int, replaces: Collection[int], facts: Wording, now: datetime
) -> Agreement:
    """A draft beside the agreement in force. `replaces`: the open obligations of which it takes
    the place once it is signed; `facts`: why the parties change what they agreed.

    Raises NotFound, NotPermitted, RuleBroken.
    """
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        in_force = agreements_in_force(case)
        earlier = in_force[0].supplementary if in_force else []
        refusals = rules.begin_refusals(
            case.state,
            is_in_force=bool(in_force),
            has_draft=any(not each.is_frozen for each in earlier),
        )
        if refusals:
            raise RuleBroken(refusals)
        main, number = in_force[0], len(earlier) + 1
        agreement = write_draft(actor, case, _draft(main, facts), now)
        agreement.supplements, agreement.supplement_no = main, number
        db.session.flush()
        _replace(actor, case, agreement, replaces, now)
        if is_bilingual(case):
            append_closing(actor, case, agreement)
        return agreement


def choose(
    actor: Actor, *, case_id: int, agreement_id: int, replaces: Collection[int], now: datetime
) -> Agreement:
    """Name anew what the draft takes the place of. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case, agreement = _open(actor, case_id, agreement_id)
        _replace(actor, case, agreement, replaces, now)
        return agreement


def discard(actor: Actor, *, case_id: int, agreement_id: int, now: datetime) -> None:
    """Give up a draft that was never printed nor signed; what was agreed before simply goes on.

    Raises NotFound, NotPermitted, RuleBroken.
    """
    with transaction() as session:
        case, agreement = _open(actor, case_id, agreement_id)
        printed = [each for each in issued_of(case) if each.text_digest]
        if agreement.signatures or any(each.subject == agreement.id for each in printed):
            raise RuleBroken([Refusal(SupplementRefusal.WENT_OUT)])
        note_row(actor, case, "agreement:discarded", agreement, now)
        for owing in list(agreement.replaces):
            owing.replaced_by = None
        for row in (*agreement.obligations, *agreement.terms):
            session.delete(row)
        if agreement.facts is not None:
            session.delete(agreement.facts)
        session.flush()
        session.delete(agreement)


def take_force(
    actor: Actor,
    case: Case,
    agreement: Agreement,
    signed_on: date,
    effective_on: date,
    now: datetime,
) -> None:
    """Freeze it: what it replaces is no longer owed, and what it says is. Inside the caller's
    transaction. Raises IllegalMove, RuleBroken."""
    freeze(actor, case, agreement, signed_on, effective_on, now)
    for each in agreement.replaces:
        subject = f"obligation:{each.id}"
        deadline_rows.clear(case, "obligation", subject, now, ClearReason.REPLACED)
    deadline_rows.plan_for_agreement(case, agreement, now)
    today = local(now, case.country.zone).date()
    action = rules.move_after(case.state, overall(owed_states(case, today)))
    if action is not None:
        on = max(signed_on, case.moves[-1].on)
        apply_move(actor, case, action, on, now, Given(reason=_why(case, agreement)))


def _draft(main: Agreement, facts: Wording) -> AgreementDraft:
    return AgreementDraft(
        form=AgreementForm.WRITTEN,
        prevailing=main.prevailing,
        copies=main.copies,
        place=main.place,
        facts=facts,
    )


def _open(actor: Actor, case_id: int, agreement_id: int) -> tuple[Case, Agreement]:
    case, agreement = open_draft(actor, case_id, agreement_id)
    if not agreement.is_supplement:
        raise RuleBroken([Refusal(SupplementRefusal.NOT_A_SUPPLEMENT)])
    return case, agreement


def _replace(
    actor: Actor, case: Case, agreement: Agreement, replaces: Collection[int], now: datetime
) -> None:
    """Whole remainders only: what was received of them stays received."""
    known = {each.id: each for each in obligations_in_force(case)}
    if unknown := set(replaces) - set(known):
        raise NotFound(obligation=min(unknown))
    chosen = [known[each] for each in sorted(replaces)]
    today = local(now, case.country.zone).date()
    refusals = rules.choice_refusals({each.id: state_of(owed(each), today) for each in chosen})
    if refusals:
        raise RuleBroken(refusals)
    before = sorted(each.id for each in agreement.replaces)
    agreement.replaces = chosen
    db.session.flush()
    changes = {"replaces": (before, [each.id for each in chosen])}
    note_row(actor, case, "agreement:supplemented", agreement, now, changes)


def _why(case: Case, agreement: Agreement) -> str:
    return agreement.number.in_("zh" if case.country == "CN" else "vi")
