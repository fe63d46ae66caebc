"""What can be done with an organisation? Edit what pages and papers call it; confirm an heir."""

from datetime import date

from app.audit.services import apply_changes, record
from app.db import transaction
from app.kernel.errors import NotFound, NotPermitted, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.reference.models import Organisation, OrganisationSuccessor
from app.reference.rules import pattern_refusals, successor_refusals, validity_refusals
from app.reference.services.editing import edit_row


def edit_organisation(
    actor: Actor,
    *,
    organisation_id: int,
    name_zh: str,
    name_vi: str,
    short_zh: str,
    short_vi: str,
    case_no_pattern: str,
    valid_from: date | None,
    valid_to: date | None,
    note_zh: str,
    note_vi: str,
) -> Organisation:
    """Raises NotPermitted, NotFound, RuleBroken."""
    return edit_row(
        actor,
        Organisation,
        organisation_id,
        country_of="country",
        refusals=lambda _row: [
            *validity_refusals(valid_from, valid_to),
            *pattern_refusals(case_no_pattern),
        ],
        values={
            "name_zh": name_zh,
            "name_vi": name_vi,
            "short_zh": short_zh,
            "short_vi": short_vi,
            "case_no_pattern": case_no_pattern,
            "valid_from": valid_from,
            "valid_to": valid_to,
            "note_zh": note_zh,
            "note_vi": note_vi,
        },
    )


def confirm_successor(
    actor: Actor,
    *,
    link_id: int,
    instrument: str,
    confirmed_on: date,
    today: date,
) -> OrganisationSuccessor:
    """Record that a candidate took over an ended organisation, and the paper that says so.

    From then on the successor's people reach the ended organisation's cases, so only people
    of that country may say it. Raises NotPermitted, NotFound, RuleBroken.
    """
    actor.demand(Permission.SUCCESSOR_CONFIRM)
    with transaction() as session:
        link = session.get(OrganisationSuccessor, link_id)
        if link is None:
            raise NotFound
        if link.predecessor.country is not actor.country:
            raise NotPermitted(permission=Permission.SUCCESSOR_CONFIRM)
        refusals = successor_refusals(
            party_ended=link.predecessor.is_ended(today),
            same_country=link.successor.country is link.predecessor.country,
            successor_valid=link.successor.is_valid(today),
            instrument=instrument,
            confirmed_on=confirmed_on,
            today=today,
        )
        if refusals:
            raise RuleBroken(refusals)
        changes = apply_changes(
            link,
            {
                "instrument": instrument,
                "confirmed_on": confirmed_on,
                "confirmed_by_id": actor.user_id,
            },
        )
        record(
            actor,
            "reference:successor:confirmed",
            object_type="organisation_successor",
            object_id=link.id,
            changes=changes,
        )
        return link
