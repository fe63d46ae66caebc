"""Can every reason be told from every other, whichever rule gave it?"""

from enum import StrEnum

from app.mediation.rules.court_step import CourtStepRefusal
from app.mediation.rules.deadlines import DeadlineRefusal
from app.mediation.rules.missing import MissingCode
from app.mediation.rules.moves import MoveRefusal
from app.mediation.rules.performance import PerformanceRefusal
from app.mediation.rules.spot import SpotRefusal
from app.mediation.rules.statements import StatementRefusal

FAMILIES: tuple[type[StrEnum], ...] = (
    CourtStepRefusal,
    DeadlineRefusal,
    MissingCode,
    MoveRefusal,
    PerformanceRefusal,
    SpotRefusal,
    StatementRefusal,
)


def test_no_two_reasons_share_a_code() -> None:
    codes = [str(code) for family in FAMILIES for code in family]
    assert len(codes) == len(set(codes))
