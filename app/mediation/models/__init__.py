"""What does the register remember? Models by noun."""

from app.mediation.models.agreement import Agreement, CourtStep, Obligation, Receipt, Term
from app.mediation.models.case import Case, NumberSeries
from app.mediation.models.deadline import Deadline
from app.mediation.models.file import Attachment, EvidenceItem, FileItem, FollowUp
from app.mediation.models.history import CaseMove, Letter, ScreeningAnswer
from app.mediation.models.ledger import ImportBatch, ImportRow, ImportState, LedgerMapping, RowFate
from app.mediation.models.party import Consent, Party
from app.mediation.models.people import CaseMediator, Mediator
from app.mediation.models.search import CaseWord
from app.mediation.models.session import Attendance, MediationSession
from app.mediation.models.statement import StatementText

__all__ = [
    "Agreement", "Attachment", "Attendance", "Case", "CaseMediator", "CaseMove", "CaseWord",
    "Consent", "CourtStep", "Deadline", "EvidenceItem", "FileItem", "FollowUp", "ImportBatch",
    "ImportRow", "ImportState", "LedgerMapping", "Letter", "MediationSession", "Mediator",
    "NumberSeries", "Obligation", "Party", "Receipt", "RowFate", "ScreeningAnswer",
    "StatementText", "Term",
]  # fmt: skip
