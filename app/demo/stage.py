"""How is a demonstration dispute entered? Through the services, as its officer would."""

from datetime import date, datetime, timedelta
from typing import Any

from app.accounts.actors import actor_of
from app.accounts.queries import find_user
from app.bilateral.queries import memorandum_by_code
from app.db import db
from app.demo.story import Person, Story, Words
from app.kernel.bilingual import TranslationStatus
from app.kernel.clock import local
from app.kernel.errors import NotFound
from app.kernel.identity import DocumentKind
from app.kernel.permissions import Actor
from app.mediation.kinds import (
    ConsentPurpose,
    PartyKind,
    PartyRole,
    Route,
    TerminationKind,
)
from app.mediation.models import Case
from app.mediation.rules.screening import QUESTIONS, ScreeningKey
from app.mediation.services import (
    consents,
    details,
    intake,
    parties,
    statements,
)
from app.mediation.services.moves import move
from app.mediation.services.particulars import Sealing
from app.mediation.services.vouching import Vouching
from app.mediation.states import CaseAction, CaseState

S, A = CaseState, CaseAction


class Stage:
    """One story being entered: its officer, its case, and the days of the telling."""

    def __init__(self, story: Story, now: datetime) -> None:
        self.story, self.now = story, now
        self.actor = self._officer()
        self.today = local(now, self.actor.country.zone).date()
        self.received_on = self.today - timedelta(days=story.days_ago)
        self.ended_on = min(self.received_on + timedelta(days=story.took), self.today)
        self.case_id = 0

    # --- who and what ----------------------------------------------------------------------

    def _officer(self) -> Actor:
        user = find_user(self.story.clerk)
        if user is None:
            raise NotFound(user=self.story.clerk)
        return actor_of(user, local(self.now, user.country.zone).date())

    @property
    def case(self) -> Case:
        return db.session.get_one(Case, self.case_id)

    def intake(self) -> None:
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
        self.translate("facts", story.facts)
        if story.requests:
            self.translate("requests", story.requests)

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
                **self._permit(person),
            ),
            sealing=Sealing(document_number=self._permit_number(role, person)),
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

    def _permit(self, person: Person) -> dict[str, Any]:
        """An invented border pass, so that masking and showing can be tried."""
        if person.kind is PartyKind.LEGAL:
            return {}
        kinds = {"CN": DocumentKind.CN_BORDER_PERMIT, "VN": DocumentKind.VN_BORDER_PASS}
        return {
            "document_kind": kinds[person.nationality],
            "document_issued_on": self.received_on - timedelta(days=60),
            "document_expires_on": self.received_on + timedelta(days=300),
        }

    def _permit_number(self, role: PartyRole, person: Person) -> str | None:
        if person.kind is PartyKind.LEGAL:
            return None
        return f"DEMO{self.story.key[-2:]}{1 if role is PartyRole.APPLICANT else 2:04}"

    def translate(self, subject: str, words: Words) -> None:
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
                vouching=self.read_back(), now=self.now,
            )  # fmt: skip

    def read_back(self) -> Vouching:
        return Vouching(
            way=TranslationStatus.READ_BACK, on=self.ended_on,
            reader=self.actor.display_name, party_id=self.case.parties[0].id, party_agreed=True,
        )  # fmt: skip

    # --- its course --------------------------------------------------------------------------

    @property
    def language(self) -> str:
        return "zh" if self.actor.country == "CN" else "vi"

    def move(self, action: CaseAction, on: date, **more: object) -> None:
        move(self.actor, case_id=self.case_id, action=action, on=on, now=self.now, **more)  # type: ignore[arg-type]

    def end_early(self, action: CaseAction) -> None:
        more: dict[str, object] = {"reason": self.story.reason}
        if action is A.DECLINE:
            more["route"] = Route.COURT
        if action is A.REFER:
            more["referred_to"] = "县（市、区）人民政府"
        if action is A.TERMINATE:
            more["termination"] = TerminationKind.WITHDRAWN
        self.move(action, self.ended_on, **more)
