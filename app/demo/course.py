"""How does a demonstration dispute go on? Accepted, mediated, settled, paid, closed."""

from datetime import datetime, timedelta

from sqlalchemy import select

from app.db import db
from app.demo.clauses import paid_parts, write_clauses
from app.demo.stage import Stage
from app.kernel.bilingual import Language
from app.mediation.kinds import (
    AgreementForm,
    Conflict,
    Duty,
    Route,
    Satisfaction,
    SessionMode,
    SessionResult,
    SignatureKind,
)
from app.mediation.models import Agreement, Mediator
from app.mediation.queries.signing import sheet_of
from app.mediation.rules.agreements import Wording
from app.mediation.rules.file_checklist import FileItem
from app.mediation.rules.retention import RetentionKind
from app.mediation.rules.sessions import Attended, Sitting
from app.mediation.rules.signing import Entry
from app.mediation.services import (
    agreements,
    case_people,
    closing,
    follow_ups,
    performance,
    sessions,
    signing,
)
from app.mediation.states import CaseAction, CaseState

S, A = CaseState, CaseAction
MEDIATED = frozenset(
    {S.MEDIATING, S.AGREED, S.NOT_AGREED, S.PERFORMING, S.PERFORMED, S.DEFAULTED, S.CLOSED,
     S.ARCHIVED}
)  # fmt: skip
SETTLED = MEDIATED - {S.MEDIATING, S.NOT_AGREED}
ENDED_EARLY = {
    S.REFERRED: A.REFER,
    S.NOT_ACCEPTED: A.DECLINE,
    S.TERMINATED: A.TERMINATE,
}


def play(stage: Stage) -> None:
    """Enter the dispute up to the state its story ends in."""
    stage.intake()
    if stage.story.until in ENDED_EARLY:
        stage.end_early(ENDED_EARLY[stage.story.until])
    elif stage.story.until not in (S.DRAFT, S.RECEIVED):
        accept(stage)
    if stage.story.until in MEDIATED:
        mediate(stage)
    if stage.story.until in SETTLED:
        settle(stage)
    elif stage.story.until is S.MEDIATING and stage.story.clauses:
        draft(stage)
    if stage.story.until is S.NOT_AGREED:
        stage.move(A.FAIL, stage.ended_on, reason=stage.story.reason, route=Route.COURT)
    if stage.story.until is S.DEFAULTED:
        performance.declare_default(
            stage.actor, case_id=stage.case_id, on=stage.today, reason=stage.story.reason,
            now=stage.now,
        )  # fmt: skip
    if stage.story.until in (S.CLOSED, S.ARCHIVED):
        close(stage)


def accept(stage: Stage) -> None:
    stage.move(A.ACCEPT, stage.received_on)
    for mediator in _register(stage):
        duty = Duty.PRESIDING if mediator.can_mediate else Duty.INTERPRETER
        case_people.assign(
            stage.actor, case_id=stage.case_id, mediator_id=mediator.id, duty=duty,
            on=stage.received_on, now=stage.now, conflict=Conflict.DENIED,
        )  # fmt: skip


def _register(stage: Stage) -> list[Mediator]:
    """The office's first mediator and, where a party needs one, its first interpreter."""
    office = stage.case.office_id
    query = select(Mediator).where(Mediator.owner_id == office).order_by(Mediator.id)
    people = [each for each in db.session.scalars(query) if each.country == stage.actor.country]
    chosen = [each for each in people if each.can_mediate][:1]
    if any(party.needs_interpreter for party in stage.case.parties):
        chosen += [each for each in people if each.can_interpret and each not in chosen][:1]
    return chosen


def mediate(stage: Stage) -> None:
    stage.move(A.START_MEDIATION, stage.received_on)
    story, zone = stage.story, stage.actor.country.zone
    starts = datetime(
        stage.ended_on.year, stage.ended_on.month, stage.ended_on.day, 9, 0, tzinfo=zone
    )
    result = {S.MEDIATING: SessionResult.TO_CONTINUE, S.NOT_AGREED: SessionResult.NOT_SETTLED}
    people = [Attended(party_id=party.id) for party in stage.case.parties]
    people += [Attended(case_mediator_id=each.id) for each in stage.case.mediators]
    sessions.record_session(
        stage.actor,
        case_id=stage.case_id,
        sitting=Sitting(
            starts_at=starts, ends_at=starts + timedelta(hours=2),
            place=stage.case.office.name.in_(stage.language), mode=SessionMode.ROOM,
            rights_told=True, result=result.get(story.until, SessionResult.SETTLED),
            next_on=stage.today + timedelta(days=5) if story.until is S.MEDIATING else None,
            record=story.record.original if story.record else "",
            language=story.record.language if story.record else "",
            attended=tuple(people),
        ),
        now=stage.now,
    )  # fmt: skip
    if story.record:
        stage.translate("session:1", story.record)


def draft(stage: Stage) -> int:
    """The agreement with its clauses, not signed yet."""
    draft = agreements.AgreementDraft(
        form=AgreementForm.WRITTEN,
        place=stage.case.office.name.in_(stage.language), facts=_facts(stage),
    )  # fmt: skip
    agreement = agreements.begin(stage.actor, case_id=stage.case_id, draft=draft, now=stage.now)
    agreement_id = agreement.id
    write_clauses(stage, agreement_id)
    return agreement_id


def settle(stage: Stage) -> None:
    agreement_id = draft(stage)
    signing.record(
        stage.actor, case_id=stage.case_id, agreement_id=agreement_id,
        entries=_signatures(stage, agreement_id), now=stage.now,
    )  # fmt: skip
    _pay(stage)
    _visit(stage)


def _signatures(stage: Stage, agreement_id: int) -> list[Entry]:
    """Everybody who must sign does, at the end of the sitting."""
    day, zone = stage.ended_on, stage.actor.country.zone
    at = datetime(day.year, day.month, day.day, 11, 0, tzinfo=zone)
    place = stage.case.office.name.in_(stage.language)
    sheet = sheet_of(db.session.get_one(Agreement, agreement_id), stage.now)
    return [
        Entry(line.signers[0].key, SignatureKind.SIGNED, min(at, stage.now), place)
        for line in sheet
        if line.is_required
    ]


def _facts(stage: Stage) -> Wording:
    facts = stage.story.found or stage.story.facts
    zh, vi = facts.original, facts.translation
    if facts.language == "vi":
        zh, vi = vi, zh
    language = Language.VI if facts.language == "vi" else Language.ZH
    return Wording(zh, vi, language)


def _pay(stage: Stage) -> None:
    agreement: Agreement | None = stage.case.agreement
    if agreement is None:
        return
    paid = agreement.obligations[: paid_parts(stage)]
    due = [(each.id, each.amount, each.due_on) for each in paid]
    for obligation_id, amount, due_on in due:
        performance.record_receipt(
            stage.actor, case_id=stage.case_id, obligation_id=obligation_id, amount=amount,
            received_on=min(due_on or stage.today, stage.today), now=stage.now,
        )  # fmt: skip


def _visit(stage: Stage) -> None:
    """The first follow-up visit, where its day has come and all is paid."""
    visited_on = stage.ended_on + timedelta(days=15)
    if stage.case.state is not S.PERFORMED or visited_on > stage.today:
        return
    follow_ups.record(
        stage.actor,
        case_id=stage.case_id,
        visit=follow_ups.Visit(
            visited_on=visited_on, visitor=stage.actor.display_name,
            performance="双方均表示已履行完毕，没有新的争议。",
                satisfaction=Satisfaction.SATISFIED,
        ),
        now=stage.now,
    )  # fmt: skip


def close(stage: Stage) -> None:
    on = min(stage.ended_on + timedelta(days=20), stage.today)
    closing.close(
        stage.actor, case_id=stage.case_id,
        closing=closing.Closing(
            report="协议已当场履行完毕，双方没有其他争议。", on=on,
            retention=RetentionKind.LONG, outcome="paid_on_spot",
        ),
        now=stage.now,
    )  # fmt: skip
    if stage.story.until is S.ARCHIVED:
        noted = {item: closing.ItemNote(present=True, pages="1") for item in FileItem}
        closing.note_file(stage.actor, case_id=stage.case_id, notes=noted, now=stage.now)
        stage.move(A.ARCHIVE, on)
