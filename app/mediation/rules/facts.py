"""What do the rules know of a case when they judge a move or list what is missing?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.kernel.money import Currency
from app.mediation.kinds import AgreementForm, Route, TerminationKind
from app.mediation.rules.file_checklist import FileItem
from app.mediation.rules.parties import PartyFacts
from app.mediation.rules.performance import ObligationState
from app.mediation.rules.screening import ScreeningKey
from app.mediation.states import CaseState


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """`is_signed`: signed, here or on paper; `has_sheet`: the record of the signatures is in."""

    form: AgreementForm
    effective_on: date | None = None
    is_signed: bool = False
    has_sheet: bool = False
    has_prevailing_text: bool = False
    currencies: frozenset[Currency] = frozenset()
    has_rate: bool = False


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """A case as the rules see it: yes, no, and how many; no rows, no text."""

    state: CaseState
    parties: tuple[PartyFacts, ...] = ()
    has_office: bool = False
    has_type: bool = False
    has_facts: bool = False
    received_on: date | None = None
    has_committee: bool = False
    has_case_number: bool = False
    is_family: bool = False
    answers: Mapping[ScreeningKey, bool] = field(default_factory=dict)
    has_presiding_mediator: bool = False
    conflicts_unanswered: int = 0
    has_interpreter: bool = False
    sessions: int = 0
    sessions_without_record: int = 0
    agreement: AgreementFacts | None = None
    owed: tuple[ObligationState, ...] = ()
    has_referral_letter: bool = False
    has_closing_report: bool = False
    file_missing: tuple[FileItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What comes with the move itself."""

    reason: str = ""
    route_told: Route | None = None
    referred_to: str = ""
    termination: TerminationKind | None = None
