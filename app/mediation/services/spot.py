"""How does a dispute settled on the spot enter the register? In one transaction, by every move."""

from dataclasses import dataclass
from datetime import date, datetime

from app.db import db, transaction
from app.kernel.bilingual import Language
from app.kernel.errors import NotFound, RuleBroken
from app.kernel.money import Money
from app.kernel.permissions import Actor
from app.mediation.kinds import (
    AgreementForm,
    Channel,
    Conflict,
    Duty,
    ObligationKind,
    PartyRole,
    PrevailingText,
)
from app.mediation.models import Agreement, Case, CaseMediator, Mediator, Party
from app.mediation.queries.spot import mediators_for
from app.mediation.rules import spot as rules
from app.mediation.rules.agreements import Wording
from app.mediation.services.agreements import AgreementDraft, write_draft
from app.mediation.services.freezing import settle
from app.mediation.services.intake import Essentials, Side, begin, write_essentials
from app.mediation.services.moves import apply_move
from app.mediation.services.obligations import Promise, append
from app.mediation.services.performance import enter_receipt
from app.mediation.services.terms import append_term
from app.mediation.states import CaseAction


@dataclass(frozen=True, slots=True)
class SpotMoney:
    """What the respondent owes the applicant (or the other way round), paid there or later."""

    amount: Money
    applicant_pays: bool = False
    paid_at_once: bool = True
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class SpotCase:
    """The one page: who, what, outcome, date."""

    office_id: int
    happened_on: date
    applicant: Side
    respondent: Side
    cn_type: str
    vn_scope: str
    border_subtype: str
    facts: str
    language: str
    term: Wording
    form: AgreementForm
    mediator_id: int
    money: SpotMoney | None = None
    place: str = ""


def enter(actor: Actor, *, spot: SpotCase, days_back: int, now: datetime, today: date) -> Case:
    """Walk the ordinary moves on the day it happened, marked as entered afterwards.

    Raises NotPermitted, NotFound, RuleBroken with every reason.
    """
    if refusals := rules.refusals(spot.happened_on, today, days_back):
        raise RuleBroken(refusals)
    with transaction():
        case = begin(actor, spot.office_id, now)
        write_essentials(actor, case, _essentials(spot), now)
        _walk(actor, case, CaseAction.RECEIVE, spot, now)
        _walk(actor, case, CaseAction.ACCEPT, spot, now)
        _assign(case, spot)
        _walk(actor, case, CaseAction.START_MEDIATION, spot, now)
        agreement = _agree(actor, case, spot, now)
        day = spot.happened_on
        settle(actor, case, agreement, day, day, now, entered_afterwards=True)
        if spot.money is not None and spot.money.paid_at_once:
            owed = agreement.obligations[0]
            enter_receipt(
                actor, case, owed, spot.money.amount, day, "", now, entered_afterwards=True
            )
        return case


def _essentials(spot: SpotCase) -> Essentials:
    return Essentials(
        office_id=spot.office_id,
        received_on=spot.happened_on,
        channel=Channel.WINDOW,
        applicant=spot.applicant,
        respondent=spot.respondent,
        cn_type=spot.cn_type,
        border_subtype=spot.border_subtype,
        vn_scope=spot.vn_scope,
        facts=spot.facts,
        language=spot.language,
    )


def _walk(actor: Actor, case: Case, action: CaseAction, spot: SpotCase, now: datetime) -> None:
    apply_move(actor, case, action, spot.happened_on, now, entered_afterwards=True)


def _assign(case: Case, spot: SpotCase) -> None:
    """The mediator of the own register who settled it; the conflict question is still open."""
    known = mediators_for(case.office_id, spot.happened_on)
    mediator: Mediator | None = next((m for m in known if m.id == spot.mediator_id), None)
    if mediator is None:
        raise NotFound(mediator=spot.mediator_id)
    case.mediators.append(
        CaseMediator(
            mediator=mediator,
            duty=Duty.PRESIDING,
            conflict=Conflict.NOT_ASKED,
            assigned_on=spot.happened_on,
        )
    )
    db.session.flush()


def _agree(actor: Actor, case: Case, spot: SpotCase, now: datetime) -> Agreement:
    draft = AgreementDraft(
        form=spot.form,
        prevailing=PrevailingText.BOTH,
        copies=3,
        place=spot.place,
        facts=_facts(spot),
    )
    agreement = write_draft(actor, case, draft, now)
    append_term(actor, case, agreement, spot.term, now)
    if spot.money is not None:
        append(actor, case, agreement, _promise(case, spot.money, spot.happened_on), now)
    return agreement


def _facts(spot: SpotCase) -> Wording:
    """The facts of the case in the agreement; words in a third language stay with the case."""
    if spot.language == Language.ZH:
        return Wording(spot.facts, "", Language.ZH)
    if spot.language == Language.VI:
        return Wording("", spot.facts, Language.VI)
    return Wording("", "", Language.ZH)


def _promise(case: Case, money: SpotMoney, day: date) -> Promise:
    sides = _first(case, PartyRole.APPLICANT), _first(case, PartyRole.RESPONDENT)
    debtor, creditor = sides if money.applicant_pays else reversed(sides)
    return Promise(
        kind=ObligationKind.MONEY,
        debtor_id=debtor.id,
        creditor_id=creditor.id,
        amount=money.amount,
        due_on=day if money.paid_at_once else money.due_on,
    )


def _first(case: Case, role: PartyRole) -> Party:
    return next(party for party in case.parties if party.role is role)
