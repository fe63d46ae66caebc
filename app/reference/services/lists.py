"""Which files are shipped, in the order in which they lean on each other?"""

from pathlib import Path

from app.db import transaction
from app.kernel.country import Country
from app.kernel.periods import Unit
from app.kernel.permissions import Actor
from app.reference.models import (
    BirthCode,
    CalendarDay,
    Code,
    CodeList,
    CodeStatus,
    Confidence,
    DayKind,
    DeadlineRule,
    Division,
    DivisionSuccessor,
    ExtendableBy,
    Level,
    Organisation,
    OrganisationKind,
    OrganisationSuccessor,
    Source,
    Trigger,
)
from app.reference.services.loading import Listing, Loaded, load_listing, to_day, to_flag

DATA = Path(__file__).resolve().parent.parent / "data"

_SOURCED = {"confidence": Confidence}
_DATED = {"valid_from": to_day, "valid_to": to_day} | _SOURCED
_PARENT_DIVISION = {"parent_code": ("parent_id", Division)}

LISTINGS = (
    Listing(DATA / "sources.csv", Source, ("code",)),
    Listing(
        DATA / "divisions.csv",
        Division,
        ("code",),
        {"country": Country, "level": Level} | _DATED,
        _PARENT_DIVISION,
    ),
    Listing(
        DATA / "division_successors.csv",
        DivisionSuccessor,
        ("predecessor_id", "successor_id"),
        _SOURCED,
        {
            "predecessor_code": ("predecessor_id", Division),
            "successor_code": ("successor_id", Division),
        },
    ),
    Listing(
        DATA / "organisations.csv",
        Organisation,
        ("code",),
        {"country": Country, "kind": OrganisationKind} | _DATED,
        {"parent_code": ("parent_id", Organisation), "division_code": ("division_id", Division)},
    ),
    Listing(
        DATA / "organisation_successors.csv",
        OrganisationSuccessor,
        ("predecessor_id", "successor_id"),
        _SOURCED,
        {
            "predecessor_code": ("predecessor_id", Organisation),
            "successor_code": ("successor_id", Organisation),
        },
    ),
    Listing(
        DATA / "calendar_days.csv",
        CalendarDay,
        ("country", "day"),
        {"country": Country, "day": to_day, "kind": DayKind, "provisional": to_flag} | _SOURCED,
    ),
    Listing(
        DATA / "codes.csv",
        Code,
        ("kind", "code"),
        {"kind": CodeList, "status": CodeStatus, "position": int} | _DATED,
    ),
    Listing(
        DATA / "deadline_rules.csv",
        DeadlineRule,
        ("code",),
        {
            "jurisdiction": Country,
            "trigger": Trigger,
            "length": int,
            "unit": Unit,
            "extendable_by": ExtendableBy,
            "is_law": to_flag,
        }
        | _DATED,
    ),
    Listing(
        DATA / "birth_codes.csv",
        BirthCode,
        ("code",),
        {"borders_guangxi": to_flag} | _SOURCED,
    ),
)


def load_reference(actor: Actor) -> list[Loaded]:
    """Bring every list up to date with the shipped files, all or nothing."""
    with transaction():
        return [load_listing(listing, actor) for listing in LISTINGS]
