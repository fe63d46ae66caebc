"""How do tests come to a case whose parties consented, a letter, a joint view that is open?"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.kernel.permissions import Actor
from app.mediation.kinds import ConsentPurpose, Duty, LetterKind
from app.mediation.models import Case, Disclosure, Letter
from app.mediation.queries.letters import letter_text
from app.mediation.rules.disclosures import Decision
from app.mediation.services import (
    consents,
    disclosure_requests,
    disclosures,
    letter_sending,
    letter_writing,
)
from app.mediation.services.letter_writing import LetterHead
from tests.factories import NOW, actor
from tests.mediation.stages import RECEIVED, TODAY, give, mediating

INSTRUCTION = "凭祥市司法局2026年11月20日批示"
GUEST = "mediator.hvt"
UNTIL = TODAY + timedelta(days=30)
YES = Decision(approve=True, instrument=INSTRUCTION)


def clerk() -> Actor:
    return actor("clerk.youyi")


def reviewer() -> Actor:
    return actor("reviewer.pingxiang")


def consent(case: Case) -> None:
    """Every party consents to sharing across the border."""
    for party_id in [party.id for party in case.parties]:
        consents.give_consent(
            clerk(), case_id=case.id, party_id=party_id, purpose=ConsentPurpose.SHARING,
            language="zh", on=RECEIVED, now=NOW,
        )  # fmt: skip


def take_back(case: Case) -> None:
    """The first party takes the consent to sharing back."""
    party = case.parties[0]
    given = next(each for each in party.consents if each.purpose is ConsentPurpose.SHARING)
    consents.withdraw_consent(
        clerk(), case_id=case.id, party_id=party.id, consent_id=given.id, on=TODAY, now=NOW
    )


def write(case: Case, kind: LetterKind = LetterKind.INVITATION, **more: Any) -> Letter:
    """A draft to the other side that names people."""
    values: dict[str, Any] = {
        "crosses_border": True,
        "names_people": True,
        "correspondent": "Ủy ban nhân dân xã Hoàng Văn Thụ",
    } | more
    head = LetterHead(kind=kind, **values)
    return letter_writing.begin(clerk(), case_id=case.id, head=head, now=NOW)


def add_line(letter: Letter, more: str, who: str) -> Letter:
    """Somebody writes one more line."""
    said = letter_text(letter)
    head = LetterHead(
        letter.kind, letter.crosses_border, letter.names_people, correspondent=letter.correspondent
    )
    return letter_writing.edit(
        actor(who), case_id=letter.case_id, letter_id=letter.id, head=head,
        text=replace(said, zh=f"{said.zh}\n{more}"), now=NOW,
    )  # fmt: skip


def ask_for(letter: Letter) -> Disclosure:
    return disclosure_requests.ask_for_letter(
        clerk(), case_id=letter.case_id, letter_id=letter.id, purpose="邀请共同调解", now=NOW
    )


def send(letter: Letter, sent_on: date = TODAY) -> Letter:
    return letter_sending.send(
        clerk(), case_id=letter.case_id, letter_id=letter.id, sent_on=sent_on, now=NOW
    )


def decide(
    row: Disclosure, decision: Decision = YES, who: str = "reviewer.pingxiang"
) -> Disclosure:
    return disclosures.decide(actor(who), disclosure_id=row.id, decision=decision, now=NOW)


def with_guest() -> Case:
    """A case in mediation with consents, in which a mediator of the other side sits."""
    case = mediating()
    give(case.id, "Nông Văn Bình", Duty.FOREIGN_INVITED)
    consent(case)
    return case


def ask_for_view(case: Case, **more: Any) -> Disclosure:
    guest = next(each for each in case.mediators if each.duty is Duty.FOREIGN_INVITED)
    values: dict[str, Any] = {
        "case_mediator_id": guest.id, "account": GUEST, "until": UNTIL, "purpose": "共同调解",
        "most_days": 60, "now": NOW,
    } | more  # fmt: skip
    return disclosure_requests.ask_for_view(clerk(), case_id=case.id, **values)


def opened() -> Disclosure:
    """A joint view that is open to the mediator of the other side."""
    return decide(ask_for_view(with_guest()))
