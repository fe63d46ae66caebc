"""How is a deadline extended, or put away by hand? With a reason, and the consents it needs."""

from collections.abc import Mapping
from datetime import date, datetime

from app.db import transaction
from app.kernel.clock import local
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import PartyRole
from app.mediation.models import Case, Deadline, Party
from app.mediation.queries.deadline_rules import rule_of
from app.mediation.queries.deadlines import deadline_of
from app.mediation.rules.deadlines import ClearReason, DeadlineRefusal, extension_refusals
from app.mediation.services.opening import note_row, open_case

R = DeadlineRefusal


def consenting(case: Case) -> list[Party]:
    """Both parties: everybody on the two sides of the dispute."""
    return [each for each in case.parties if each.role is not PartyRole.RELATED]


def extend(
    actor: Actor,
    *,
    case_id: int,
    deadline_id: int,
    new_due_on: date,
    reason: str,
    consents: Mapping[int, date | None],
    now: datetime,
) -> Deadline:
    """Move the day of a deadline. `consents`: by party id, the day that party agreed.

    Raises NotFound, NotPermitted, RuleBroken with every reason.
    """
    with transaction():
        case = open_case(actor, case_id, Permission.DEADLINE_EXTEND)
        row = deadline_of(case, deadline_id)
        given = {party: consents.get(party.id) for party in consenting(case)}
        today = local(now, case.country.zone).date()
        if refusals := _extension_refusals(row, new_due_on, reason, given, today):
            raise RuleBroken(refusals)
        changes = {"due_on": (row.due_on, new_due_on)} | {
            f"consent:{party.name}": (None, on) for party, on in given.items() if on is not None
        }
        row.due_on, row.due_seq = new_due_on, row.due_seq + 1
        row.extended_by_id, row.extension_reason = actor.user_id, reason
        row.extension_consents = {
            str(party.id): on.isoformat() for party, on in given.items() if on is not None
        }
        note_row(actor, case, "deadline:extended", row, now, changes, reason)
        return row


def clear_by_hand(
    actor: Actor, *, case_id: int, deadline_id: int, reason: str, now: datetime
) -> Deadline:
    """Put a deadline away that no longer applies. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.DEADLINE_EXTEND)
        row = deadline_of(case, deadline_id)
        refusals = _cleared(row)
        if not reason.strip():
            refusals.append(Refusal(R.CLEAR_REASON_MISSING, field="reason"))
        if refusals:
            raise RuleBroken(refusals)
        row.cleared_at, row.clear_reason, row.clear_note = now, ClearReason.BY_HAND, reason
        note_row(actor, case, "deadline:cleared", row, now, {"cleared_at": (None, now)}, reason)
        return row


def _extension_refusals(
    row: Deadline,
    new_due_on: date,
    reason: str,
    consents: Mapping[Party, date | None],
    today: date,
) -> list[Refusal]:
    rule = rule_of(row.rule, row.jurisdiction)
    if rule is None:  # what the parties agreed is changed by a new agreement only
        return [Refusal(R.NOT_EXTENDABLE, {"code": row.rule})]
    found = _cleared(row)
    found += extension_refusals(
        rule,
        due_on=row.due_on,
        new_due_on=new_due_on,
        reason=reason,
        consents={party.name: on for party, on in consents.items()},
    )
    found += [
        Refusal(R.CONSENT_IN_FUTURE, {"party": party.name})
        for party, on in consents.items()
        if on is not None and on > today
    ]
    return found


def _cleared(row: Deadline) -> list[Refusal]:
    return [Refusal(R.ALREADY_CLEARED)] if row.cleared_at is not None else []
