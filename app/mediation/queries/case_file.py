"""What lies in the file of a case, and what does its checklist know of it?"""

from sqlalchemy import exists, select

from app.db import db
from app.mediation.kinds import AgreementForm, Duty, RepresentativeKind
from app.mediation.models import (
    Attachment,
    Case,
    CourtStep,
    EvidenceItem,
    FileItem,
    FollowUp,
    Letter,
)
from app.mediation.queries.issued import issued_items
from app.mediation.rules.file_checklist import FileFacts
from app.mediation.rules.file_checklist import FileItem as Item
from app.mediation.states import CaseState


def file_items(case_id: int) -> dict[Item, FileItem]:
    """What the officer has noted of each item, by item."""
    query = select(FileItem).where(FileItem.case_id == case_id)
    return {Item(row.item): row for row in db.session.scalars(query)}


def present_items(case: Case) -> frozenset[Item]:
    """What lies in the file: what was issued from here, unless the officer says otherwise, and
    whatever else the officer says."""
    noted = file_items(case.id)
    said = frozenset(item for item, row in noted.items() if row.present)
    return said | (frozenset(issued_items(case)) - noted.keys())


def file_facts(case: Case) -> FileFacts:
    """How far the case went, and which papers are in the file."""
    noted = file_items(case.id)
    been = {move.to_state for move in case.moves}
    agreement = case.agreement
    return FileFacts(
        country=case.country,
        was_mediated=bool(case.sessions) or CaseState.MEDIATING in been,
        is_written=agreement is not None and agreement.form is AgreementForm.WRITTEN,
        is_oral=agreement is not None and agreement.form is AgreementForm.ORAL,
        is_not_agreed=CaseState.NOT_AGREED in been,
        is_referred=CaseState.REFERRED in been,
        has_agent=any(p.representative_kind is RepresentativeKind.AGENT for p in case.parties),
        has_evidence=_any(EvidenceItem, case.id),
        has_interpreter=any(each.duty is Duty.INTERPRETER for each in case.mediators),
        has_receipts=any(
            receipt.withdrawn_at is None
            for each in case.agreements
            for obligation in each.obligations
            for receipt in obligation.receipts
        ),
        was_followed_up=_any(FollowUp, case.id),
        has_court_step=_has_court_step(case),
        present=present_items(case),
        excused=frozenset(item for item, row in noted.items() if row.excuse and not row.present),
    )


def attachments_of(case_id: int) -> list[Attachment]:
    """The files of a case, oldest first, withdrawn ones included; without their content."""
    query = select(Attachment).where(Attachment.case_id == case_id).order_by(Attachment.id)
    return list(db.session.scalars(query))


def evidence_of(case_id: int) -> list[EvidenceItem]:
    query = select(EvidenceItem).where(EvidenceItem.case_id == case_id).order_by(EvidenceItem.id)
    return list(db.session.scalars(query))


def letters_of(case_id: int) -> list[Letter]:
    """The letters of a case, by the day they bear."""
    query = select(Letter).where(Letter.case_id == case_id)
    return list(db.session.scalars(query.order_by(Letter.letter_on, Letter.id)))


def _any(model: type[EvidenceItem] | type[FollowUp], case_id: int) -> bool:
    return bool(db.session.scalar(select(exists().where(model.case_id == case_id))))


def _has_court_step(case: Case) -> bool:
    ids = [each.id for each in case.agreements]
    return bool(ids) and bool(
        db.session.scalar(select(exists().where(CourtStep.agreement_id.in_(ids))))
    )
