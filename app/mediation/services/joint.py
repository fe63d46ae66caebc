"""What does the mediator of the other side do at the joint table? Opens, confirms, signs.

Whatever they open leaves an entry with the case, under the name they are known by here.
"""

from datetime import datetime
from enum import StrEnum

from app.audit import services as audit
from app.db import transaction
from app.kernel.bilingual import TranslationStatus
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import SignatureKind
from app.mediation.models import Agreement, Case, Disclosure, Term
from app.mediation.queries.disclosures import local_day
from app.mediation.queries.joint import find_view
from app.mediation.rules.agreements import AgreementRefusal
from app.mediation.rules.attachments import FileRefusal
from app.mediation.rules.signing import Entry
from app.mediation.rules.statements import Confirmation, confirmation_refusals
from app.mediation.services import signing
from app.mediation.services.opening import child, note
from app.mediation.services.term_states import one_after_another
from app.mediation.states import CaseState


class JointPart(StrEnum):
    """What of a case was opened."""

    PAPERS = "papers"
    AGREEMENT_COPY = "agreement_copy"


def open_view(actor: Actor, *, disclosure_id: int, now: datetime) -> Disclosure:
    """Open the papers of the case, and leave an entry. Raises NotFound."""
    with transaction():
        view = find_view(actor, disclosure_id, now)
        _opened(actor, view, JointPart.PAPERS, now)
        return view


def open_copy(actor: Actor, *, disclosure_id: int, agreement_id: int, now: datetime) -> Agreement:
    """Open the copy of an agreement, and leave an entry. Raises NotFound."""
    with transaction():
        view = find_view(actor, disclosure_id, now)
        agreement: Agreement = child(view.case.agreements, agreement_id)
        _opened(actor, view, JointPart.AGREEMENT_COPY, now)
        return agreement


def _opened(actor: Actor, view: Disclosure, part: JointPart, now: datetime) -> None:
    """What is read is not touched: the entry alone."""
    audit.record(
        actor,
        "mediation:joint_view:opened",
        object_type="disclosure",
        object_id=view.id,
        case_id=view.case_id,
        changes={"part": (None, part)},
        at=now,
        country=view.case.country,
    )


def confirm_clause(
    actor: Actor, *, disclosure_id: int, agreement_id: int, term_id: int, now: datetime
) -> Term:
    """The guest vouches for the translation of a clause. Raises NotFound, RuleBroken."""
    with transaction():
        view, case = _at_the_table(actor, disclosure_id, now)
        agreement: Agreement = child(case.agreements, agreement_id)
        term: Term = child(agreement.terms, term_id)
        way, today = TranslationStatus.OTHER_SIDE_MEDIATOR, local_day(case, now)
        refusals = confirmation_refusals(
            term.statement,
            Confirmation(way, actor.user_id, today, mediator_country=actor.country),
            translator=term.translated_by_id,
            translator_is_interpreter=False,
            country=case.country,
            today=today,
        )
        if refusals:
            raise RuleBroken(refusals)
        note(
            actor,
            case,
            "mediation:term:confirmed",
            now,
            changes={"status": (term.status, way)},
            object_type="term",
            object_id=term.id,
        )
        term.status, term.confirmed_on, term.confirmed_at = way, today, now
        term.confirmed_by_id, term.confirmation_note = actor.user_id, _name(view)
        return term


def sign_jointly(
    actor: Actor, *, disclosure_id: int, agreement_id: int, now: datetime
) -> Agreement:
    """The guest puts their own name under the draft. Raises NotFound, RuleBroken."""
    with transaction():
        view, case = _at_the_table(actor, disclosure_id, now)
        one_after_another(agreement_id)
        agreement: Agreement = child(case.agreements, agreement_id)
        if agreement.is_frozen:
            raise RuleBroken([Refusal(AgreementRefusal.FROZEN)])
        signer = f"{view.case_mediator.duty.value}:{view.case_mediator.id}"  # type: ignore[union-attr]
        entry = Entry(signer, SignatureKind.SIGNED, now)
        signing.enter(actor, case, agreement, [entry], None, now)
        return agreement


def _at_the_table(actor: Actor, disclosure_id: int, now: datetime) -> tuple[Disclosure, Case]:
    """The open view and its case, to act in it; an archived file takes nothing more."""
    actor.demand(Permission.JOINT_VIEW)
    view = find_view(actor, disclosure_id, now)
    if view.case.state is CaseState.ARCHIVED:
        raise RuleBroken([Refusal(FileRefusal.FILE_SHUT)])
    return view, view.case


def _name(view: Disclosure) -> str:
    return view.case_mediator.mediator.name if view.case_mediator else ""
