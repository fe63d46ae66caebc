"""How does a row become a case? With the moves it had made, inside the caller's transaction."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from app.audit import services as audit
from app.db import db
from app.kernel.bilingual import TranslationStatus
from app.kernel.country import Country
from app.kernel.permissions import Actor
from app.mediation.kinds import Duty, PrevailingText, TerminationKind
from app.mediation.models import Agreement, Case, CaseMediator, CaseMove, Party, StatementText, Term
from app.mediation.queries.agreement_text import canonical_text, digest_of
from app.mediation.rules.ledger_path import Step, path
from app.mediation.rules.ledger_rows import LedgerRow, LedgerSide, language_of
from app.mediation.rules.ledger_words import MEDIATOR_LINE
from app.mediation.services import deadline_rows
from app.mediation.services.ledger.rows import put
from app.mediation.services.search_index import index_new
from app.mediation.states import NEEDS_REASON, CaseAction, CaseState, Outcome

REMARKS = "remarks"
"""The subject under which a ledger's remarks are kept with the case."""


STILL_RUNNING = (CaseState.ACCEPTED, CaseState.MEDIATING, CaseState.AGREED)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the ledger comes from, known once for all its rows."""

    country: Country
    office_id: int
    committee_id: int | None
    batch_id: int


def write_case(actor: Actor, desk: Desk, row: LedgerRow, now: datetime) -> int:
    """The id of the case, with parties, words, moves, agreement and index; one audit entry."""
    steps = path(row.state, row.outcome, row.days)
    case = _case(actor, desk, row, steps, now)
    case.parties += [_party(side) for side in row.sides]
    case.statements += _statements(row, _own_language(desk))
    case.moves += [_move(actor, step, row, now) for step in steps]
    _people(case, row, steps)
    if row.outcome is Outcome.SETTLED:
        _agreement(actor, case, row, steps, now)
    case_id = put(case)
    index_new(case_id, (side.name for side in row.sides), (row.ledger_no,))
    audit.record(
        actor,
        "mediation:case:imported",
        object_type="case",
        object_id=case_id,
        case_id=case_id,
        changes={"ledger_no": (None, row.ledger_no), "state": (None, row.state)},
        at=now,
    )
    if row.state in STILL_RUNNING:
        _deadlines(case_id, steps, now)
    return case_id


def _case(actor: Actor, desk: Desk, row: LedgerRow, steps: tuple[Step, ...], now: datetime) -> Case:
    days = {step.action: step.on for step in steps}
    is_settled = row.outcome is Outcome.SETTLED
    terminated = CaseAction.TERMINATE in days
    return Case(
        country=desk.country,
        office_id=desk.office_id,
        committee_id=desk.committee_id,
        state=row.state,
        ledger_no=row.ledger_no,
        place=row.place,
        boundary_marker=row.boundary_marker,
        cn_type=row.cn_type,
        border_subtype=row.border_subtype,
        vn_scope=row.vn_scope,
        claimed_minor=row.claimed.minor if row.claimed else None,
        claimed_currency=row.claimed.currency if row.claimed else None,
        received_on=row.days.received_on,
        accepted_on=days.get(CaseAction.ACCEPT),
        closed_on=days.get(CaseAction.CLOSE),
        archived_on=days.get(CaseAction.ARCHIVE),
        outcome=row.form.value if is_settled else "",
        termination=TerminationKind.OTHER if terminated else None,
        closing_report=row.remarks if CaseAction.CLOSE in days else "",
        entered_afterwards=True,
        imported=True,
        created_at=now,
        created_by_id=actor.user_id,
        touched_at=now,
    )


def _party(side: LedgerSide) -> Party:
    is_han = language_of(side.name) == "zh"
    party = Party(
        uid=secrets.token_hex(16),
        role=side.role,
        name=side.name,
        name_han=side.name[:80] if is_han else "",
        name_latin="" if is_han else side.name[:120],
        nationality=side.nationality,
        sex=side.sex,
        birth_on=side.birth_on,
        document_kind=side.document_kind,
    )
    party.document_number = side.document_number or None
    party.phone = side.phone or None
    party.address = side.address or None
    return party


def _own_language(desk: Desk) -> str:
    return "zh" if desk.country is Country.CN else "vi"


def _statements(row: LedgerRow, language: str) -> list[StatementText]:
    """Facts and requests as the ledger has them; a mediator in no register stays in the remarks."""
    line = MEDIATOR_LINE[language]
    remarks = [row.remarks] if row.remarks else []
    remarks += [f"{line}{name}" for name in row.other_mediators]
    texts = (
        ("facts", row.facts, row.facts_language),
        ("requests", row.requests, language_of(row.requests)),
        (REMARKS, "\n".join(remarks), language),
    )
    return [
        StatementText(subject=subject, original=text, language=code)
        for subject, text, code in texts
        if text
    ]


def _move(actor: Actor, step: Step, row: LedgerRow, now: datetime) -> CaseMove:
    return CaseMove(
        action=step.action,
        from_state=step.from_state,
        to_state=step.to_state,
        on=step.on,
        at=now,
        actor_id=actor.user_id,
        actor_name=actor.display_name,
        reason=row.remarks if step.action in NEEDS_REASON else "",
        entered_afterwards=True,
    )


def _people(case: Case, row: LedgerRow, steps: tuple[Step, ...]) -> None:
    """The first one named presided; nobody is asked about a conflict of interest after the end."""
    since = next((s.on for s in steps if s.action is CaseAction.ACCEPT), row.days.received_on)
    for place, person in enumerate(row.mediators):
        duty = Duty.INVITED if place else Duty.PRESIDING
        case.mediators.append(CaseMediator(mediator_id=person, duty=duty, assigned_on=since))


def _agreement(
    actor: Actor, case: Case, row: LedgerRow, steps: tuple[Step, ...], now: datetime
) -> None:
    """What the ledger tells of the agreement, frozen as such: the signed sheet is on paper."""
    on = next(step.on for step in steps if step.action is CaseAction.SETTLE)
    agreement = Agreement(
        case=case,
        form=row.form,
        prevailing=_prevailing(row),
        copies=3,
        place="",
        signed_on=on,
        effective_on=on,
        frozen_at=now,
        created_by_id=actor.user_id,
    )
    if row.terms_zh or row.terms_vi:
        agreement.terms.append(
            Term(
                position=1,
                language="zh" if row.terms_zh else "vi",
                text_zh=row.terms_zh,
                text_vi=row.terms_vi,
                status=_status(row),
                written_by_id=actor.user_id,
            )
        )
    agreement.frozen_text = canonical_text(agreement)
    agreement.digest = digest_of(agreement.frozen_text)


def _prevailing(row: LedgerRow) -> PrevailingText:
    if bool(row.terms_zh) == bool(row.terms_vi):
        return PrevailingText.BOTH
    return PrevailingText.ZH if row.terms_zh else PrevailingText.VI


def _status(row: LedgerRow) -> TranslationStatus:
    both = row.terms_zh and row.terms_vi
    return TranslationStatus.UNCONFIRMED if both else TranslationStatus.NONE


def _deadlines(case_id: int, steps: tuple[Step, ...], now: datetime) -> None:
    """Only of what still goes on; a day that has passed is none (see deadline_rows)."""
    case = db.session.get_one(Case, case_id)
    if case.state is CaseState.AGREED and case.agreement is not None:
        deadline_rows.plan_for_agreement(case, case.agreement, now)
        return
    for step in steps:
        deadline_rows.on_move(case, step.action, step.on, now)
