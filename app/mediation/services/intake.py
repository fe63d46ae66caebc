"""How does a dispute enter the register? As a draft with its screening answers, then registered.

`begin`, `write_essentials` and `receive` work inside the caller's transaction, for whoever
enters a whole case at once; the other functions are use cases of their own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.audit.services import apply_changes
from app.db import db, transaction
from app.kernel.clock import local
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import Channel, PartyRole
from app.mediation.models import Case, Party
from app.mediation.queries.case_facts import facts_of
from app.mediation.queries.committees import committees_of
from app.mediation.rules import intake as rules
from app.mediation.rules import missing
from app.mediation.rules.missing import MissingCode
from app.mediation.rules.screening import ScreeningKey
from app.mediation.services import screening
from app.mediation.services.moves import apply_move
from app.mediation.services.opening import note, open_case
from app.mediation.services.search_index import reindex
from app.mediation.services.statements import write_down
from app.mediation.states import CaseAction, CaseState
from app.reference import queries as reference
from app.reference.models import CodeList, Organisation


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two sides as first written down."""

    name: str = ""
    nationality: str = ""


@dataclass(frozen=True, slots=True)
class Essentials:
    """The few fields of the first page; what is empty stays missing."""

    office_id: int
    received_on: date | None = None
    channel: Channel | None = None
    applicant: Side = field(default_factory=Side)
    respondent: Side = field(default_factory=Side)
    cn_type: str = ""
    border_subtype: str = ""
    vn_scope: str = ""
    facts: str = ""
    language: str = ""


FIELD_OF = {
    MissingCode.APPLICANT_NAME: "applicant_name",
    MissingCode.RESPONDENT_NAME: "respondent_name",
    MissingCode.TYPE: "type",
    MissingCode.FACTS: "facts",
    MissingCode.RECEIVED_ON: "received_on",
}
_LISTS = {
    "cn_type": CodeList.DISPUTE_TYPE,
    "border_subtype": CodeList.DISPUTE_SUBTYPE,
    "vn_scope": CodeList.VN_SCOPE,
}


def open_draft(
    actor: Actor,
    *,
    office_id: int,
    answers: Mapping[ScreeningKey, bool],
    reported_source: str | None = None,
    now: datetime,
) -> Case:
    """Keep the screening answers in a draft of its own. Raises NotPermitted.

    `reported_source` marks demonstration data.
    """
    with transaction():
        case = begin(actor, office_id, now)
        _mark_demo(case, reported_source)
        screening.write_answers(actor, case, answers, now)
        return case


def save_draft(actor: Actor, *, case_id: int, essentials: Essentials, now: datetime) -> Case:
    """Keep what is known so far. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = _open_draft(actor, case_id)
        write_essentials(actor, case, essentials, now)
        return case


def register_draft(actor: Actor, *, case_id: int, essentials: Essentials, now: datetime) -> Case:
    """Complete a draft and register it. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = _open_draft(actor, case_id)
        write_essentials(actor, case, essentials, now)
        receive(actor, case, now)
        return case


def register_case(
    actor: Actor,
    *,
    essentials: Essentials,
    answers: Mapping[ScreeningKey, bool] | None = None,
    reported_source: str | None = None,
    now: datetime,
) -> Case:
    """Register a case from one entry. `reported_source` marks demonstration data."""
    with transaction():
        case = begin(actor, essentials.office_id, now)
        _mark_demo(case, reported_source)
        screening.write_answers(actor, case, answers or {}, now)
        write_essentials(actor, case, essentials, now)
        receive(actor, case, now)
        return case


def _mark_demo(case: Case, reported_source: str | None) -> None:
    if reported_source is not None:
        case.is_demo, case.reported_source = True, reported_source


def discard_draft(actor: Actor, *, case_id: int, now: datetime) -> None:
    """Throw away what was never registered; the audit trail keeps that it was there."""
    with transaction() as session:
        case = _open_draft(actor, case_id)
        note(actor, case, "mediation:case:draft_discarded", now)
        screening.drop_answers(case)
        for row in (*case.statements, *case.parties):
            session.delete(row)
        session.flush()
        session.delete(case)


def begin(actor: Actor, office_id: int, now: datetime) -> Case:
    """An empty draft at an office of the actor's, with the committee that seals for it."""
    actor.demand(Permission.CASE_CREATE, office_id)
    office = reference.organisation(office_id)
    case = Case(
        country=actor.country,
        office_id=office_id,
        committee_id=_usual_committee(office, local(now, actor.country.zone).date()),
        state=CaseState.DRAFT,
        created_at=now,
        created_by_id=actor.user_id,
        touched_at=now,
    )
    db.session.add(case)
    db.session.flush()
    note(
        actor,
        case,
        "mediation:case:drafted",
        now,
        changes={"office": (None, f"{office.name.zh} / {office.name.vi}")},
    )
    return case


def write_essentials(actor: Actor, case: Case, essentials: Essentials, now: datetime) -> None:
    """Write down what was given; an empty name leaves a party as it is. Raises RuleBroken."""
    _refuse_unknown(case, essentials, now)
    _move_office(actor, case, essentials.office_id, now)
    changes = apply_changes(
        case,
        {
            "received_on": essentials.received_on,
            "channel": essentials.channel,
            "cn_type": essentials.cn_type,
            "border_subtype": essentials.border_subtype,
            "vn_scope": essentials.vn_scope,
        },
    )
    note(actor, case, "mediation:case:written", now, changes=changes)
    _write_side(actor, case, PartyRole.APPLICANT, essentials.applicant, now)
    _write_side(actor, case, PartyRole.RESPONDENT, essentials.respondent, now)
    write_down(actor, case, "facts", essentials.facts, essentials.language, now)
    reindex(case)


def receive(actor: Actor, case: Case, now: datetime, *, entered_afterwards: bool = False) -> None:
    """Register: all must fields are there, and the number of its office and year is drawn."""
    today = local(now, case.country.zone).date()
    if absent := missing.must_fields(facts_of(case, today)):
        raise RuleBroken(
            Refusal(item.code, item.facts, field=FIELD_OF.get(item.code)) for item in absent
        )
    assert case.received_on is not None  # one of the must fields
    on = case.received_on
    apply_move(actor, case, CaseAction.RECEIVE, on, now, entered_afterwards=entered_afterwards)
    reindex(case)


def _open_draft(actor: Actor, case_id: int) -> Case:
    case = open_case(actor, case_id, Permission.CASE_CREATE)
    if case.state is not CaseState.DRAFT:
        raise RuleBroken([Refusal(rules.IntakeRefusal.NOT_A_DRAFT)])
    return case


def _usual_committee(office: Organisation, on: date) -> int | None:
    """The committee, where only one seals for the office."""
    sealing = committees_of(office, on)
    return sealing[0].id if len(sealing) == 1 else None


def _refuse_unknown(case: Case, essentials: Essentials, now: datetime) -> None:
    today = local(now, case.country.zone).date()
    found = rules.received_refusals(essentials.received_on, today)
    on = essentials.received_on or today
    for name, kind in _LISTS.items():
        code = getattr(essentials, name)
        if code and not reference.is_code(kind, code, on=on):
            found.append(Refusal(rules.IntakeRefusal.UNKNOWN_CODE, {"code": code}, field=name))
    if found:
        raise RuleBroken(found)


def _move_office(actor: Actor, case: Case, office_id: int, now: datetime) -> None:
    """A draft may still go to another of the clerk's offices; a registered case stays."""
    if office_id != case.office_id:
        actor.demand(Permission.CASE_CREATE, office_id)
        office = reference.organisation(office_id)
        case.office = office
        case.committee_id = _usual_committee(office, local(now, case.country.zone).date())


def _write_side(actor: Actor, case: Case, role: PartyRole, side: Side, now: datetime) -> None:
    """The first party of a side; others are added on the case page."""
    if not side.name:
        return
    party = next((each for each in case.parties if each.role is role), None)
    if party is None:
        party = Party(role=role, name="")
        case.parties.append(party)
        db.session.flush()
    changes = apply_changes(party, {"name": side.name, "nationality": side.nationality})
    note(
        actor,
        case,
        "mediation:party:written",
        now,
        changes=changes,
        object_type="party",
        object_id=party.id,
    )
