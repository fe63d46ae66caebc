"""What does the register remember? Models by noun."""

from app.mediation.models.agreement import Agreement, Obligation, Term
from app.mediation.models.case import Case, NumberSeries
from app.mediation.models.clause import Clause, ClauseVersion
from app.mediation.models.clause_proposal import ClauseProposal
from app.mediation.models.deadline import Deadline
from app.mediation.models.disclosure import Disclosure
from app.mediation.models.file import Attachment, EvidenceItem, FileItem, FollowUp
from app.mediation.models.file_build import BuildFailure, BuildState, FileBuild
from app.mediation.models.history import CaseMove, ScreeningAnswer
from app.mediation.models.issued_paper import IssuedPaper
from app.mediation.models.ledger import ImportBatch, ImportRow, ImportState, LedgerMapping, RowFate
from app.mediation.models.letter import Letter, LetterWriter
from app.mediation.models.party import Consent, Party
from app.mediation.models.people import CaseMediator, Mediator
from app.mediation.models.performance import CourtStep, Receipt
from app.mediation.models.search import CaseWord
from app.mediation.models.session import Attendance, MediationSession
from app.mediation.models.signature import AgreementSignature
from app.mediation.models.statement import StatementText

__all__ = [
    "Agreement", "AgreementSignature", "Attachment", "Attendance", "BuildFailure", "BuildState",
    "Case", "CaseMediator", "CaseMove", "CaseWord", "Clause", "ClauseProposal", "ClauseVersion",
    "Consent", "CourtStep", "Deadline", "Disclosure", "EvidenceItem", "FileBuild", "FileItem",
    "FollowUp", "ImportBatch", "ImportRow", "ImportState", "IssuedPaper", "LedgerMapping", "Letter",
    "LetterWriter", "MediationSession", "Mediator", "NumberSeries", "Obligation", "Party",
    "Receipt", "RowFate", "ScreeningAnswer", "StatementText", "Term",
]  # fmt: skip
