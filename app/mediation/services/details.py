"""How are basis, place, dispute and source of a case corrected? Group by group."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from app.audit.services import apply_changes
from app.bilateral import queries as bilateral
from app.db import transaction
from app.kernel.bilingual import Bilingual
from app.kernel.clock import local
from app.kernel.country import Country
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.money import Money
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import Basis, Channel
from app.mediation.models import Case
from app.mediation.queries.committees import committees_of
from app.mediation.rules.intake import IntakeRefusal as R
from app.mediation.rules.intake import received_refusals
from app.mediation.services.clause_rows import follow_basis
from app.mediation.services.opening import note, open_case
from app.mediation.services.search_index import reindex
from app.mediation.services.statements import write_down
from app.mediation.states import EDITABLE
from app.reference import queries as reference
from app.reference.models import CodeList


def edit_basis(
    actor: Actor,
    *,
    case_id: int,
    basis: Basis | None,
    memorandum_id: int | None,
    instrument: str,
    committee_id: int | None,
    former_no: str,
    now: datetime,
) -> Case:
    """Under what the case is handled and whose seal it bears.

    Raises NotFound, NotPermitted, RuleBroken. The committee is fixed once it gave a number.
    """
    with transaction():
        case = open_for_edit(actor, case_id)
        found = _basis_refusals(case, basis, memorandum_id, instrument)
        committee_id = case.committee_id if case.case_seq is not None else committee_id
        found += _committee_refusals(case, committee_id, _today(case, now))
        if found:
            raise RuleBroken(found)
        values = {
            "basis": basis,
            "memorandum_id": memorandum_id if basis is Basis.MEMORANDUM else None,
            "instrument": instrument if basis is Basis.OTHER_INSTRUMENT else "",
            "committee_id": committee_id,
            "former_no": former_no,
        }
        was_domestic = case.basis is Basis.DOMESTIC
        _apply(actor, case, "basis", values, now)
        if was_domestic is not (basis is Basis.DOMESTIC):
            follow_basis(actor, case)
        reindex(case)
        return case


def edit_place(
    actor: Actor,
    *,
    case_id: int,
    cn_division_id: int | None,
    vn_division_id: int | None,
    place: str,
    boundary_marker: str,
    now: datetime,
) -> Case:
    """Where it happened, on both sides. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_for_edit(actor, case_id)
        sides = {
            "cn_division_id": (cn_division_id, Country.CN),
            "vn_division_id": (vn_division_id, Country.VN),
        }
        found = [
            Refusal(R.DIVISION_ELSEWHERE, {"country": country}, field=name)
            for name, (chosen, country) in sides.items()
            if chosen is not None and reference.division(chosen).country is not country
        ]
        if found:
            raise RuleBroken(found)
        values = {name: chosen for name, (chosen, _) in sides.items()}
        values |= {"place": place, "boundary_marker": boundary_marker}  # type: ignore[dict-item]
        _apply(actor, case, "place", values, now)
        return case


def edit_dispute(
    actor: Actor,
    *,
    case_id: int,
    cn_type: str,
    border_subtype: str,
    vn_scope: str,
    facts: str,
    facts_language: str,
    requests: str,
    requests_language: str,
    claimed: Money | None,
    now: datetime,
) -> Case:
    """What it is about and what is asked for. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_for_edit(actor, case_id)
        on = case.received_on or _today(case, now)
        codes = {
            "cn_type": (CodeList.DISPUTE_TYPE, cn_type),
            "border_subtype": (CodeList.DISPUTE_SUBTYPE, border_subtype),
            "vn_scope": (CodeList.VN_SCOPE, vn_scope),
        }
        _refuse_codes(case, codes, on)
        values: dict[str, Any] = {name: code for name, (_, code) in codes.items()}
        values["claimed_minor"] = claimed.minor if claimed else None
        values["claimed_currency"] = claimed.currency if claimed else None
        _apply(actor, case, "dispute", values, now)
        write_down(actor, case, "facts", facts, facts_language, now)
        write_down(actor, case, "requests", requests, requests_language, now)
        return case


def edit_source(
    actor: Actor,
    *,
    case_id: int,
    source: str,
    channel: Channel | None,
    received_on: date,
    referred_by: str,
    referral_letter_no: str,
    now: datetime,
) -> Case:
    """How the case came to the office. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_for_edit(actor, case_id)
        found = received_refusals(received_on, _today(case, now))
        latest = case.moves[1].on if len(case.moves) > 1 else None
        if latest is not None and received_on > latest:
            found.append(Refusal(R.RECEIVED_AFTER_NEXT, {"day": latest}, field="received_on"))
        if found:
            raise RuleBroken(found)
        _refuse_codes(case, {"source": (CodeList.CASE_SOURCE, source)}, received_on)
        values = {
            "source": source,
            "channel": channel,
            "received_on": received_on,
            "referred_by": referred_by,
            "referral_letter_no": referral_letter_no,
        }
        _apply(actor, case, "source", values, now)
        return case


def open_for_edit(actor: Actor, case_id: int) -> Case:
    """The case, while who, what and where may still be corrected. Raises RuleBroken after that."""
    case = open_case(actor, case_id, Permission.CASE_EDIT)
    if case.state not in EDITABLE:
        raise RuleBroken([Refusal(R.NOT_EDITABLE)])
    return case


def _today(case: Case, now: datetime) -> date:
    return local(now, case.country.zone).date()


def _apply(actor: Actor, case: Case, group: str, values: Mapping[str, Any], now: datetime) -> None:
    before = case.claimed
    changed = apply_changes(case, values)
    changes = {
        name: tuple(_in_words(name, value) for value in pair)
        for name, pair in changed.items()
        if name not in ("claimed_minor", "claimed_currency")
    }
    if before != case.claimed:
        changes["claimed"] = (before, case.claimed)
    if changes:
        note(actor, case, f"mediation:case:{group}_edited", now, changes=changes)


_NAMED: Mapping[str, Callable[[int], Bilingual]] = {
    "committee_id": lambda each: reference.organisation(each).name,
    "memorandum_id": lambda each: bilateral.memorandum(each).title,
    "cn_division_id": lambda each: reference.division(each).name,
    "vn_division_id": lambda each: reference.division(each).name,
}


def _in_words(name: str, value: Any) -> Any:
    """The audit trail names what was chosen, in both languages, rather than its key."""
    if value is None or name not in _NAMED:
        return value
    named = _NAMED[name](value)
    return f"{named.zh} / {named.vi}"


def _basis_refusals(
    case: Case, basis: Basis | None, memorandum_id: int | None, instrument: str
) -> list[Refusal]:
    if basis is Basis.MEMORANDUM:
        if memorandum_id is None:
            return [Refusal(R.MEMORANDUM_MISSING, field="memorandum_id")]
        bilateral.memorandum(memorandum_id)  # NotFound for one that does not exist
    if basis is Basis.OTHER_INSTRUMENT and not instrument:
        return [Refusal(R.INSTRUMENT_MISSING, field="instrument")]
    return []


def _committee_refusals(case: Case, committee_id: int | None, today: date) -> list[Refusal]:
    if committee_id in (None, case.committee_id):
        return []
    sealing = {each.id for each in committees_of(case.office, today)}
    if committee_id in sealing:
        return []
    return [Refusal(R.COMMITTEE_ELSEWHERE, field="committee_id")]


def _refuse_codes(case: Case, codes: Mapping[str, tuple[CodeList, str]], on: date) -> None:
    """A code that already stands may stay, even when its list has since moved on."""
    found = [
        Refusal(R.UNKNOWN_CODE, {"code": code}, field=name)
        for name, (kind, code) in codes.items()
        if code and code != getattr(case, name) and not reference.is_code(kind, code, on=on)
    ]
    if found:
        raise RuleBroken(found)
