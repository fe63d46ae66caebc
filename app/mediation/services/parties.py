"""How are the people in dispute written down? Added, corrected, taken out again early on."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from app.audit.services import apply_changes
from app.db import db, transaction
from app.kernel.clock import local
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.identity import DocumentKind, Sex
from app.kernel.permissions import Actor
from app.mediation.kinds import PartyKind, PartyRole, RepresentativeKind
from app.mediation.models import Case, Party
from app.mediation.rules import particulars as rules
from app.mediation.rules.particulars import PartyRefusal as R
from app.mediation.services.clause_rows import rename_in_drafts
from app.mediation.services.details import open_for_edit
from app.mediation.services.opening import child, note_row
from app.mediation.services.particulars import Sealing, check_sealing, put_sealing
from app.mediation.services.search_index import reindex
from app.reference import queries as reference
from app.reference.models import CodeList


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDetails:
    """Everything of a party that is kept in clear; the names are the columns'."""

    role: PartyRole
    name: str
    nationality: str = ""
    kind: PartyKind = PartyKind.NATURAL
    name_han: str = ""
    name_latin: str = ""
    sex: Sex | None = None
    birth_on: date | None = None
    ethnic_group: str = ""
    occupation: str = ""
    language: str = ""
    needs_interpreter: bool = False
    document_kind: DocumentKind | None = None
    document_issued_on: date | None = None
    document_expires_on: date | None = None
    representative_kind: RepresentativeKind | None = None
    representative_name: str = ""
    representative_note: str = ""


def add_party(
    actor: Actor,
    *,
    case_id: int,
    details: PartyDetails,
    sealing: Sealing | None = None,
    accept_doubts: bool = False,
    now: datetime,
) -> Party:
    """Add a party. Raises NotFound, NotPermitted, RuleBroken, and Doubtful unless accepted."""
    with transaction():
        case = open_for_edit(actor, case_id)
        return write_party(
            actor, case, None, details, sealing or Sealing(), now, accept_doubts=accept_doubts
        )


def edit_party(
    actor: Actor,
    *,
    case_id: int,
    party_id: int,
    details: PartyDetails,
    sealing: Sealing | None = None,
    accept_doubts: bool = False,
    now: datetime,
) -> Party:
    """Correct a party. Raises as `add_party`."""
    with transaction():
        case = open_for_edit(actor, case_id)
        party: Party = child(case.parties, party_id)
        return write_party(
            actor, case, party, details, sealing or Sealing(), now, accept_doubts=accept_doubts
        )


def write_party(
    actor: Actor,
    case: Case,
    party: Party | None,
    details: PartyDetails,
    sealing: Sealing,
    now: datetime,
    *,
    accept_doubts: bool = False,
) -> Party:
    """Write a new or known party inside the caller's transaction. Raises RuleBroken, Doubtful."""
    today = local(now, case.country.zone).date()
    found = _refusals(details, party, today) + _signed_name(case, party, details)
    checked = check_sealing(party, details, sealing, today, found, accept_doubts=accept_doubts)
    is_new = party is None
    if party is None:
        party = Party(role=details.role, name="")
        case.parties.append(party)
        db.session.flush()
    changes: dict[str, tuple[Any, Any]] = dict(apply_changes(party, asdict(details)))
    changes |= put_sealing(party, checked)
    if changes:
        act = "added" if is_new else "edited"
        note_row(actor, case, f"party:{act}", party, now, changes)
        reindex(case)
    if changes.keys() & {"name", "name_han", "name_latin"}:
        rename_in_drafts(actor, case)
    return party


def remove_party(actor: Actor, *, case_id: int, party_id: int, now: datetime) -> None:
    """Take out a party entered by mistake. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction() as session:
        case = open_for_edit(actor, case_id)
        party: Party = child(case.parties, party_id)
        if case.state not in rules.REMOVABLE:
            raise RuleBroken([Refusal(R.NOT_REMOVABLE)])
        note_row(actor, case, "party:removed", party, now, {"name": (party.name, None)})
        for consent in party.consents:
            session.delete(consent)
        session.delete(party)
        session.flush()
        session.expire(case, ["parties"])
        reindex(case)


_SIGNED = ("role", "kind", "name", "name_han", "name_latin")


def _signed_name(case: Case, party: Party | None, details: PartyDetails) -> list[Refusal]:
    """Talked over again, a case has an agreement in which the name was signed as it stands."""
    if party is None or not any(each.is_frozen for each in case.agreements):
        return []
    changed = any(getattr(party, each) != getattr(details, each) for each in _SIGNED)
    return [Refusal(R.NAME_SIGNED, field="name")] if changed else []


_LISTS = {
    "nationality": CodeList.NATIONALITY,
    "ethnic_group": CodeList.ETHNIC_GROUP,
    "language": CodeList.SPOKEN_LANGUAGE,
}


def _refusals(details: PartyDetails, party: Party | None, today: date) -> list[Refusal]:
    found = [] if details.name else [Refusal(R.NAME_MISSING, field="name")]
    found += rules.date_refusals(
        birth_on=details.birth_on,
        issued_on=details.document_issued_on,
        expires_on=details.document_expires_on,
        today=today,
    )
    found += rules.representative_refusals(details.representative_kind, details.representative_name)
    for name, kind in _LISTS.items():
        code = getattr(details, name)
        stands = party is not None and getattr(party, name) == code
        if code and not stands and not reference.is_code(kind, code, on=today):
            found.append(Refusal(R.UNKNOWN_CODE, {"code": code}, field=name))
    return found
