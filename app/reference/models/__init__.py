"""What do we remember of places, bodies, days, codes and periods?"""

from app.reference.models.calendar import CalendarDay, DayKind
from app.reference.models.codes import BirthCode, Code, CodeList, CodeStatus
from app.reference.models.deadlines import DeadlineRule, ExtendableBy, Trigger
from app.reference.models.divisions import Division, DivisionSuccessor, Level
from app.reference.models.organisations import (
    Organisation,
    OrganisationKind,
    OrganisationSuccessor,
)
from app.reference.models.traits import Confidence, Source

__all__ = [
    "BirthCode",
    "CalendarDay",
    "Code",
    "CodeList",
    "CodeStatus",
    "Confidence",
    "DayKind",
    "DeadlineRule",
    "Division",
    "DivisionSuccessor",
    "ExtendableBy",
    "Level",
    "Organisation",
    "OrganisationKind",
    "OrganisationSuccessor",
    "Source",
    "Trigger",
]
