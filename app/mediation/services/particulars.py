"""How are document number, phone and address kept? Checked, sealed, and shown only for a reason."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from app.audit import services as audit
from app.db import transaction
from app.kernel.country import Country
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.identity import DocumentFinding, DocumentKind, Sex, check_document, mask
from app.kernel.permissions import Actor, Permission
from app.kernel.phones import e164
from app.mediation.models import Party
from app.mediation.queries.scope import get_case
from app.mediation.rules.particulars import Particular
from app.mediation.rules.particulars import PartyRefusal as R
from app.mediation.services.opening import child
from app.reference import queries as reference


@dataclass(frozen=True, slots=True)
class Sealing:
    """What was typed of the sealed fields: None leaves a field as it is, "" empties it.

    `phone_country` is where a number without its own prefix belongs.
    """

    document_number: str | None = None
    phone: str | None = None
    phone_country: Country = Country.CN
    address: str | None = None


class Doubtful(RuleBroken):
    """Nothing is wrong for certain: the officer looks again, and may go on."""


class Holder(Protocol):
    """What a document number is compared with."""

    @property
    def document_kind(self) -> DocumentKind | None: ...
    @property
    def sex(self) -> Sex | None: ...
    @property
    def birth_on(self) -> date | None: ...


def check_sealing(
    party: Party | None,
    holder: Holder,
    sealing: Sealing,
    today: date,
    found: list[Refusal],
    *,
    accept_doubts: bool,
) -> Sealing:
    """The sealed fields as they will be kept. Raises RuleBroken with `found` and its own, Doubtful.

    A number that stays is checked again: kind, sex or birth date may have changed.
    """
    number, doubts = _check_number(party, holder, sealing, today, found)
    phone = _check_phone(sealing, found)
    if found:
        raise RuleBroken(found)
    if doubts and not accept_doubts:
        raise Doubtful(Refusal(each, field="document_number") for each in doubts)
    return Sealing(number, phone, sealing.phone_country, sealing.address)


def put_sealing(party: Party, sealing: Sealing) -> dict[str, tuple[Any, Any]]:
    """Seal what changed; the changes for the audit are masked."""
    changes: dict[str, tuple[Any, Any]] = {}
    for particular in Particular:
        new = getattr(sealing, particular.value)
        old = getattr(party, particular.value)
        if new is None or new == (old or ""):
            continue
        setattr(party, particular.value, new or None)
        changes[particular.value] = (mask(old or ""), mask(new))
    return changes


def reveal_particulars(
    actor: Actor,
    *,
    case_id: int,
    party_id: int,
    particular: Particular,
    reason: str,
    now: datetime,
) -> str:
    """One sealed field in clear, once, on the record. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = get_case(actor, case_id, Permission.CASE_REVEAL)
        party: Party = child(case.parties, party_id)
        value = getattr(party, particular.value)
        if not reason:
            raise RuleBroken([Refusal(R.REASON_MISSING, field="reason")])
        if not value:
            raise RuleBroken([Refusal(R.NOTHING_TO_REVEAL)])
        audit.record(  # reading does not touch the file
            actor,
            f"mediation:party:{particular.value}_revealed",
            object_type="party",
            object_id=party.id,
            case_id=case.id,
            reason=reason,
            at=now,
        )
        return str(value)


def _check_number(
    party: Party | None, holder: Holder, sealing: Sealing, today: date, found: list[Refusal]
) -> tuple[str | None, tuple[DocumentFinding, ...]]:
    """The number as it will be kept, None where it stays; refusals join `found`."""
    kept = party.document_number if party is not None else None
    number = kept if sealing.document_number is None else sealing.document_number
    kind = holder.document_kind
    if kind is None:
        if number:
            found.append(Refusal(R.DOCUMENT_KIND_MISSING, field="document_kind"))
        return sealing.document_number, ()
    if kind is DocumentKind.NONE_SEEN and sealing.document_number is None:
        return "", ()  # the officer says that there is none: what was kept goes
    codes = frozenset(each.code for each in reference.birth_codes())
    result = check_document(
        kind,
        number or "",
        sex=holder.sex,
        birth_on=holder.birth_on,
        today=today,
        birth_codes=codes,
    )
    found += [Refusal(each, field="document_number") for each in result.refusals]
    unchanged = result.normalised == (kept or "")
    return None if unchanged else result.normalised, () if unchanged else result.warnings


def _check_phone(sealing: Sealing, found: list[Refusal]) -> str | None:
    if not sealing.phone:
        return sealing.phone
    number = e164(sealing.phone, sealing.phone_country)
    if number is None:
        details = {"country": sealing.phone_country}
        found.append(Refusal(R.PHONE_NOT_VALID, details, field="phone"))
    return number
