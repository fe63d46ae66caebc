"""What do the rules get to know of a case? Its rows, read once, as yes, no and how many."""

from datetime import date

from sqlalchemy import exists, or_, select

from app.db import db
from app.kernel.han import has_han
from app.kernel.money import Money
from app.mediation.kinds import (
    AttachmentKind,
    Basis,
    Conflict,
    ConsentPurpose,
    Duty,
    LetterDirection,
    LetterKind,
    PrevailingText,
)
from app.mediation.models import (
    Agreement,
    Attachment,
    Case,
    CaseMediator,
    Letter,
    Obligation,
    Party,
    ScreeningAnswer,
)
from app.mediation.queries.case_file import file_facts
from app.mediation.rules.facts import AgreementFacts, CaseFacts
from app.mediation.rules.file_checklist import missing_musts
from app.mediation.rules.parties import PartyFacts
from app.mediation.rules.performance import ObligationState, Owed, state_of
from app.mediation.rules.screening import ScreeningKey
from app.mediation.states import CaseAction

FAMILY_TYPE = "marriage_family"  # of the Chinese return
FAMILY_SCOPE = "family"  # of the Vietnamese scope headings
FAMILY_SUBTYPES = frozenset({"x_marriage", "x_custody", "x_bride_price"})


def facts_of(case: Case, today: date) -> CaseFacts:
    """The case as rules/moves.py and rules/missing.py want it."""
    active = active_people(case)
    agreement = current_agreement(case)
    in_force = agreements_in_force(case)
    return CaseFacts(
        state=case.state,
        parties=_parties(case),
        has_office=case.office_id is not None,
        has_type=bool(case.cn_type or case.vn_scope),
        has_facts=case.facts is not None,
        received_on=case.received_on,
        has_committee=case.committee_id is not None,
        has_case_number=case.case_no is not None,
        is_family=is_family(case),
        answers=screening_answers(case.id),
        has_presiding_mediator=any(each.duty is Duty.PRESIDING for each in active),
        conflicts_unanswered=sum(each.conflict is Conflict.NOT_ASKED for each in active),
        has_interpreter=any(each.duty is Duty.INTERPRETER for each in active),
        sessions=len(case.sessions),
        sessions_without_record=sum(each.record is None for each in case.sessions),
        agreement=None if agreement is None else _agreement(agreement, in_force or [agreement]),
        owed=owed_states(case, today),
        has_referral_letter=_has_referral_letter(case.id),
        has_closing_report=bool(case.closing_report.strip()),
        file_missing=missing_musts(file_facts(case)),
    )


def current_agreement(case: Case) -> Agreement | None:
    """The agreement of this round: one frozen before the case was reopened is history."""
    reopened_at = [move.at for move in case.moves if move.action is CaseAction.REOPEN]
    latest = case.agreement
    if latest is None or not reopened_at or latest.frozen_at is None:
        return latest
    return latest if latest.frozen_at > reopened_at[-1] else None


def agreements_in_force(case: Case) -> list[Agreement]:
    """The agreement of this round with what supplements it; a draft is not in force."""
    main = current_agreement(case)
    if main is None or not main.is_frozen:
        return []
    return [main, *(each for each in main.supplementary if each.is_frozen)]


def obligations_in_force(case: Case) -> list[Obligation]:
    """Everything promised in them, what was replaced included."""
    return [each for one in agreements_in_force(case) for each in one.obligations]


def is_family(case: Case) -> bool:
    return (
        case.cn_type == FAMILY_TYPE
        or case.vn_scope == FAMILY_SCOPE
        or case.border_subtype in FAMILY_SUBTYPES
    )


def screening_answers(case_id: int) -> dict[ScreeningKey, bool]:
    query = select(ScreeningAnswer).where(ScreeningAnswer.case_id == case_id)
    return {ScreeningKey(row.question): row.answer for row in db.session.scalars(query)}


def owed_states(case: Case, today: date) -> tuple[ObligationState, ...]:
    return tuple(state_of(owed(each), today) for each in obligations_in_force(case))


def owed(obligation: Obligation) -> Owed:
    """An obligation with the receipts that stand."""
    standing = [each for each in obligation.receipts if each.withdrawn_at is None]
    amount, replaced = obligation.amount, obligation.is_replaced
    if amount is None:
        done_on = standing[-1].received_on if standing else None
        return Owed(obligation.kind, obligation.due_on, done_on=done_on, replaced=replaced)
    paid = tuple(Money(each.amount_minor or 0, amount.currency) for each in standing)
    return Owed(obligation.kind, obligation.due_on, amount=amount, receipts=paid, replaced=replaced)


def _parties(case: Case) -> tuple[PartyFacts, ...]:
    has_power = db.session.scalar(
        select(
            exists().where(
                Attachment.case_id == case.id,
                Attachment.kind == AttachmentKind.POWER_OF_ATTORNEY,
                Attachment.withdrawn_at.is_(None),
            )
        )
    )
    return tuple(_party(case, party, bool(has_power)) for party in case.parties)


def _party(case: Case, party: Party, has_power: bool) -> PartyFacts:
    consents = [
        each.given_on
        for each in party.consents
        if each.purpose is ConsentPurpose.MEDIATION_FILE and each.withdrawn_on is None
    ]
    return PartyFacts(
        role=party.role,
        name=party.name,
        nationality=party.nationality,
        kind=party.kind,
        born_on=party.birth_on,
        representation=party.representative_kind,
        needs_latin_name=(
            case.basis is not Basis.DOMESTIC and has_han(party.name) and not party.name_latin
        ),
        has_power_of_attorney=has_power,
        needs_interpreter=party.needs_interpreter,
        rights_told_on=party.rights_told_on,
        consented_on=consents[-1] if consents else None,
    )


def _agreement(agreement: Agreement, in_force: list[Agreement]) -> AgreementFacts:
    """The main one; the sheet of each that is in force belongs in the file."""
    return AgreementFacts(
        form=agreement.form,
        effective_on=agreement.effective_on,
        is_signed=agreement.signed_on is not None,
        has_sheet=all(each.scan_id is not None for each in in_force),
        has_prevailing_text=all(_prevails(agreement, each) for each in ("zh", "vi")),
        currencies=frozenset(each.currency for each in agreement.obligations if each.currency),
        has_rate=agreement.rate is not None,
    )


def _prevails(agreement: Agreement, language: str) -> bool:
    """Whether every term exists in a language, where that language counts."""
    if agreement.prevailing not in (PrevailingText.BOTH, language):
        return True
    return all(term.text_zh if language == "zh" else term.text_vi for term in agreement.terms)


def _has_referral_letter(case_id: int) -> bool:
    query = exists().where(
        Letter.case_id == case_id,
        Letter.kind == LetterKind.TRANSFER,
        Letter.direction == LetterDirection.SENT,
        Letter.withdrawn_at.is_(None),
        or_(Letter.composed.is_(False), Letter.sent_on.is_not(None)),
    )
    return bool(db.session.scalar(select(query)))


def active_people(case: Case) -> list[CaseMediator]:
    """Who has a duty in the case now."""
    return [each for each in case.mediators if each.ended_on is None]
