"""How is a demonstration dispute entered? Through the services, as its officer would."""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from app.accounts.actors import actor_of
from app.accounts.queries import find_user
from app.bilateral.queries import memorandum_by_code
from app.db import db
from app.demo.story import Clause, Person, Story, Words
from app.kernel.bilingual import Language, TranslationStatus
from app.kernel.clock import local
from app.kernel.errors import NotFound
from app.kernel.permissions import Actor
from app.mediation.kinds import (
    AgreementForm,
    Conflict,
    ConsentPurpose,
    Duty,
    ObligationKind,
    PartyRole,
    PrevailingText,
    Route,
    SessionMode,
    SessionResult,
    TerminationKind,
)
from app.mediation.models import Agreement, Case, Mediator
from app.mediation.rules.agreements import Wording
from app.mediation.rules.file_checklist import FileItem
from app.mediation.rules.performance import instalments
from app.mediation.rules.retention import RetentionKind
from app.mediation.rules.screening import QUESTIONS, ScreeningKey
from app.mediation.rules.sessions import Attended, Sitting
from app.mediation.services import (
    agreements,
    case_people,
    closing,
    consents,
    details,
    intake,
    obligations,
    parties,
    performance,
    sessions,
    signing,
    statements,
    terms,
)
from app.mediation.services.moves import move
from app.mediation.services.vouching import Vouching
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


class Stage:
    """One story being entered: its officer, its case, and the days of the telling."""

    def __init__(self, story: Story, now: datetime) -> None:
        self.story, self.now = story, now
        self.actor = self._officer()
        self.today = local(now, self.actor.country.zone).date()
        self.received_on = self.today - timedelta(days=story.days_ago)
        self.ended_on = min(self.received_on + timedelta(days=story.took), self.today)
        self.case_id = 0

    def play(self) -> None:
        """Enter the dispute up to the state its story ends in."""
        self._intake()
        if self.story.until in ENDED_EARLY:
            self._end_early(ENDED_EARLY[self.story.until])
        elif self.story.until not in (S.DRAFT, S.RECEIVED):
            self._accept()
        if self.story.until in MEDIATED:
            self._mediate()
        if self.story.until in SETTLED:
            self._settle()
        if self.story.until is S.NOT_AGREED:
            self._move(A.FAIL, self.ended_on, reason=self.story.reason, route=Route.COURT)
        if self.story.until is S.DEFAULTED:
            performance.declare_default(
                self.actor, case_id=self.case_id, on=self.today, reason=self.story.reason,
                now=self.now,
            )  # fmt: skip
        if self.story.until in (S.CLOSED, S.ARCHIVED):
            self._close()

    # --- who and what ----------------------------------------------------------------------

    def _officer(self) -> Actor:
        user = find_user(self.story.clerk)
        if user is None:
            raise NotFound(user=self.story.clerk)
        return actor_of(user, local(self.now, user.country.zone).date())

    @property
    def case(self) -> Case:
        return db.session.get_one(Case, self.case_id)

    def _intake(self) -> None:
        story = self.story
        office = self.actor.organisation_id
        assert office is not None
        essentials = intake.Essentials(
            office_id=office,
            received_on=self.received_on,
            channel=story.channel,
            applicant=intake.Side(story.applicant.name, story.applicant.nationality),
            respondent=intake.Side(story.respondent.name, story.respondent.nationality),
            cn_type=story.cn_type,
            border_subtype=story.subtype,
            vn_scope=story.vn_scope,
            facts=story.facts.original,
            language=story.facts.language,
        )
        answers = {each.key: each.key.value in story.hits for each in QUESTIONS}
        if story.cn_type != "marriage_family":
            del answers[ScreeningKey.HARM_TOLD_ALONE]
        source = "\n".join(story.reported)
        if story.until is S.DRAFT:
            case = intake.open_draft(
                self.actor, office_id=office, answers=answers, reported_source=source, now=self.now
            )
            case = intake.save_draft(
                self.actor, case_id=case.id, essentials=essentials, now=self.now
            )
        else:
            case = intake.register_case(
                self.actor, essentials=essentials, answers=answers, reported_source=source,
                now=self.now,
            )  # fmt: skip
        self.case_id = case.id
        self._details(source)

    def _details(self, source: str) -> None:
        story = self.story
        memorandum = memorandum_by_code(story.memorandum).id if story.memorandum else None
        details.edit_basis(
            self.actor, case_id=self.case_id, basis=story.basis, memorandum_id=memorandum,
            instrument="", committee_id=self.case.committee_id, former_no=story.key, now=self.now,
        )  # fmt: skip
        details.edit_dispute(
            self.actor, case_id=self.case_id, cn_type=story.cn_type, border_subtype=story.subtype,
            vn_scope=story.vn_scope, facts=story.facts.original,
            facts_language=story.facts.language,
            requests=story.requests.original if story.requests else "",
            requests_language=story.requests.language if story.requests else "",
            claimed=story.claimed, now=self.now,
        )  # fmt: skip
        if story.place or story.marker:
            details.edit_place(
                self.actor, case_id=self.case_id, cn_division_id=None, vn_division_id=None,
                place=story.place, boundary_marker=story.marker, now=self.now,
            )  # fmt: skip
        if story.until is not S.DRAFT:
            self._party(PartyRole.APPLICANT, story.applicant)
            self._party(PartyRole.RESPONDENT, story.respondent)
        self._translate("facts", story.facts)
        if story.requests:
            self._translate("requests", story.requests)

    def _party(self, role: PartyRole, person: Person) -> None:
        party = next(each for each in self.case.parties if each.role is role)
        party_id = party.id
        parties.edit_party(
            self.actor,
            case_id=self.case_id,
            party_id=party_id,
            details=parties.PartyDetails(
                role=role, name=person.name, nationality=person.nationality, kind=person.kind,
                name_han=person.han, name_latin=person.latin, sex=person.sex,
                birth_on=date.fromisoformat(person.born) if person.born else None,
                ethnic_group=person.ethnic, occupation=person.occupation,
                language=person.language, needs_interpreter=person.interpreter,
            ),
            accept_doubts=True,
            now=self.now,
        )  # fmt: skip
        language = person.language or "zh"
        consents.tell_rights(
            self.actor, case_id=self.case_id, party_id=party_id, on=self.received_on,
            language=language, now=self.now,
        )  # fmt: skip
        consents.give_consent(
            self.actor, case_id=self.case_id, party_id=party_id,
            purpose=ConsentPurpose.MEDIATION_FILE, language=language, on=self.received_on,
            now=self.now,
        )  # fmt: skip

    def _translate(self, subject: str, words: Words) -> None:
        statement = self.case.statement(subject)
        if statement is None or not words.translation:
            return
        statement_id = statement.id
        statements.translate(
            self.actor, case_id=self.case_id, statement_id=statement_id,
            translation=words.translation, now=self.now,
        )  # fmt: skip
        if words.confirmed:
            statements.confirm(
                self.actor, case_id=self.case_id, statement_id=statement_id,
                vouching=self._read_back(), now=self.now,
            )  # fmt: skip

    def _read_back(self) -> Vouching:
        return Vouching(
            way=TranslationStatus.READ_BACK, on=self.ended_on,
            reader=self.actor.display_name, party_id=self.case.parties[0].id, party_agreed=True,
        )  # fmt: skip

    # --- its course --------------------------------------------------------------------------

    def _move(self, action: CaseAction, on: date, **more: object) -> None:
        move(self.actor, case_id=self.case_id, action=action, on=on, now=self.now, **more)  # type: ignore[arg-type]

    def _end_early(self, action: CaseAction) -> None:
        more: dict[str, object] = {"reason": self.story.reason}
        if action is A.DECLINE:
            more["route"] = Route.COURT
        if action is A.REFER:
            more["referred_to"] = "县（市、区）人民政府"
        if action is A.TERMINATE:
            more["termination"] = TerminationKind.WITHDRAWN
        self._move(action, self.ended_on, **more)

    def _accept(self) -> None:
        self._move(A.ACCEPT, self.received_on)
        for mediator in self._register():
            duty = Duty.PRESIDING if mediator.can_mediate else Duty.INTERPRETER
            case_people.assign(
                self.actor, case_id=self.case_id, mediator_id=mediator.id, duty=duty,
                on=self.received_on, now=self.now, conflict=Conflict.DENIED,
            )  # fmt: skip

    def _register(self) -> list[Mediator]:
        """The office's first mediator and, where a party needs one, its first interpreter."""
        office = self.case.office_id
        query = select(Mediator).where(Mediator.owner_id == office).order_by(Mediator.id)
        people = [each for each in db.session.scalars(query) if each.country == self.actor.country]
        chosen = [each for each in people if each.can_mediate][:1]
        if any(party.needs_interpreter for party in self.case.parties):
            chosen += [each for each in people if each.can_interpret and each not in chosen][:1]
        return chosen

    def _mediate(self) -> None:
        self._move(A.START_MEDIATION, self.received_on)
        story, zone = self.story, self.actor.country.zone
        starts = datetime(
            self.ended_on.year, self.ended_on.month, self.ended_on.day, 9, 0, tzinfo=zone
        )
        result = {S.MEDIATING: SessionResult.TO_CONTINUE, S.NOT_AGREED: SessionResult.NOT_SETTLED}
        people = [Attended(party_id=party.id) for party in self.case.parties]
        people += [Attended(case_mediator_id=each.id) for each in self.case.mediators]
        sessions.record_session(
            self.actor,
            case_id=self.case_id,
            sitting=Sitting(
                starts_at=starts, ends_at=starts + timedelta(hours=2),
                place=self.case.office.name.in_(self._language), mode=SessionMode.ROOM,
                rights_told=True, result=result.get(story.until, SessionResult.SETTLED),
                next_on=self.today + timedelta(days=5) if story.until is S.MEDIATING else None,
                record=story.record.original if story.record else "",
                language=story.record.language if story.record else "",
                attended=tuple(people),
            ),
            now=self.now,
        )  # fmt: skip
        if story.record:
            self._translate("session:1", story.record)

    @property
    def _language(self) -> str:
        return "zh" if self.actor.country == "CN" else "vi"

    def _settle(self) -> None:
        draft = agreements.AgreementDraft(
            form=AgreementForm.WRITTEN, prevailing=PrevailingText.BOTH, copies=3,
            place=self.case.office.name.in_(self._language), facts=self._facts(),
        )  # fmt: skip
        agreement = agreements.begin(self.actor, case_id=self.case_id, draft=draft, now=self.now)
        agreement_id = agreement.id
        for clause in self.story.clauses:
            self._clause(agreement_id, clause)
        if self.story.owed:
            self._owe(agreement_id)
        signing.sign(
            self.actor, case_id=self.case_id, agreement_id=agreement_id, signed_on=self.ended_on,
            effective_on=self.ended_on, now=self.now,
        )  # fmt: skip
        self._pay()

    def _facts(self) -> Wording:
        facts = self.story.facts
        zh, vi = facts.original, facts.translation
        if facts.language == "vi":
            zh, vi = vi, zh
        language = Language.VI if facts.language == "vi" else Language.ZH
        return Wording(zh, vi, language)

    def _clause(self, agreement_id: int, clause: Clause) -> None:
        term = terms.add_term(
            self.actor, case_id=self.case_id, agreement_id=agreement_id,
            wording=Wording(clause.zh, clause.vi, clause.language), now=self.now,
        )  # fmt: skip
        if clause.confirmed:
            terms.confirm_term(
                self.actor, case_id=self.case_id, agreement_id=agreement_id, term_id=term.id,
                vouching=self._read_back(), today=self.today, now=self.now,
            )  # fmt: skip

    def _owe(self, agreement_id: int) -> None:
        owed = self.story.owed
        assert owed is not None
        applicant, respondent = (each.id for each in self.case.parties[:2])
        debtor, creditor = (
            (applicant, respondent) if owed.applicant_pays else (respondent, applicant)
        )
        first = self.ended_on + timedelta(days=owed.first_after)
        promise = obligations.Promise(
            kind=ObligationKind.MONEY, debtor_id=debtor, creditor_id=creditor, amount=owed.amount,
            due_on=first,
        )  # fmt: skip
        if owed.parts == 1:
            obligations.add(
                self.actor, case_id=self.case_id, agreement_id=agreement_id, promise=promise,
                now=self.now,
            )  # fmt: skip
            return
        plan = instalments(owed.amount, owed.parts, first, 1)
        obligations.add_plan(
            self.actor, case_id=self.case_id, agreement_id=agreement_id, promise=promise,
            plan=plan, now=self.now,
        )  # fmt: skip

    def _pay(self) -> None:
        agreement: Agreement | None = self.case.agreement
        owed = self.story.owed
        if agreement is None or owed is None:
            return
        due = [(each.id, each.amount, each.due_on) for each in agreement.obligations[: owed.paid]]
        for obligation_id, amount, due_on in due:
            performance.record_receipt(
                self.actor, case_id=self.case_id, obligation_id=obligation_id, amount=amount,
                received_on=min(due_on or self.today, self.today), now=self.now,
            )  # fmt: skip

    def _close(self) -> None:
        on = min(self.ended_on + timedelta(days=20), self.today)
        closing.close(
            self.actor, case_id=self.case_id,
            closing=closing.Closing(
                report="协议已当场履行完毕，双方没有其他争议。", on=on,
                retention=RetentionKind.LONG, outcome="paid_on_spot",
            ),
            now=self.now,
        )  # fmt: skip
        if self.story.until is S.ARCHIVED:
            noted = {item: closing.ItemNote(present=True, pages="1") for item in FileItem}
            closing.note_file(self.actor, case_id=self.case_id, notes=noted, now=self.now)
            self._move(A.ARCHIVE, on)
