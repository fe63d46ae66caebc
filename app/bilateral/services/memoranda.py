"""What can be done with memoranda? Load the shipped rows; say who stands in for an ended party."""

from datetime import date
from pathlib import Path

from app.audit.services import apply_changes, record
from app.bilateral.models import (
    Memorandum,
    MemorandumArea,
    MemorandumParty,
    MemorandumStatus,
    TitleBasis,
)
from app.db import transaction
from app.kernel.errors import NotFound, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.reference.models import Confidence, Division, Organisation
from app.reference.services import Listing, Loaded, load_listing, successor_refusals, to_day

DATA = Path(__file__).resolve().parents[1] / "data"

LISTINGS = (
    Listing(
        DATA / "memoranda.csv",
        Memorandum,
        ("code",),
        {
            "title_basis": TitleBasis,
            "signed_on": to_day,
            "status": MemorandumStatus,
            "confidence": Confidence,
        },
    ),
    Listing(
        DATA / "memorandum_parties.csv",
        MemorandumParty,
        ("memorandum_id", "position"),
        {"position": int, "confidence": Confidence},
        {
            "memorandum_code": ("memorandum_id", Memorandum),
            "organisation_code": ("organisation_id", Organisation),
        },
    ),
    Listing(
        DATA / "memorandum_areas.csv",
        MemorandumArea,
        ("memorandum_id", "division_id"),
        {"confidence": Confidence},
        {
            "memorandum_code": ("memorandum_id", Memorandum),
            "division_code": ("division_id", Division),
        },
    ),
)


def load_memoranda(actor: Actor) -> list[Loaded]:
    """Bring memoranda, parties and areas up to date with the shipped files."""
    with transaction():
        return [load_listing(listing, actor) for listing in LISTINGS]


def confirm_party_successor(
    actor: Actor,
    *,
    party_id: int,
    successor_id: int,
    instrument: str,
    confirmed_on: date,
    today: date,
    is_demo: bool = False,
) -> MemorandumParty:
    """Record who stands in for an ended party, and the paper that says so.

    Raises NotPermitted, NotFound, RuleBroken.
    """
    actor.demand(Permission.SUCCESSOR_CONFIRM)
    with transaction() as session:
        party = session.get(MemorandumParty, party_id)
        successor = session.get(Organisation, successor_id)
        if party is None or successor is None:
            raise NotFound
        refusals = successor_refusals(
            party_ended=party.organisation.is_ended(today),
            same_country=successor.country is party.organisation.country,
            successor_valid=successor.is_valid(today),
            instrument=instrument,
            confirmed_on=confirmed_on,
            today=today,
        )
        if refusals:
            raise RuleBroken(refusals)
        changes = apply_changes(
            party,
            {
                "successor_id": successor.id,
                "successor_confirmed_on": confirmed_on,
                "instrument": instrument,
                "confirmed_by_id": actor.user_id,
                "is_demo": is_demo,
            },
        )
        record(
            actor,
            "bilateral:successor:confirmed",
            object_type="memorandum_party",
            object_id=party.id,
            changes=changes,
        )
        return party
