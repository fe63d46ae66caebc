"""What of the demonstration crosses the border? One case opened to a mediator of the other side,
a letter that names people approved, and one that waits."""

from datetime import timedelta

from sqlalchemy import select

from app.accounts.actors import actor_of
from app.accounts.queries import find_user
from app.db import db
from app.demo.stage import Stage
from app.kernel.errors import NotFound
from app.kernel.permissions import Actor
from app.mediation.kinds import Conflict, ConsentPurpose, Duty, LetterKind
from app.mediation.models import Disclosure, Letter, Mediator
from app.mediation.rules.disclosures import Decision
from app.mediation.services import (
    case_people,
    consents,
    disclosure_requests,
    disclosures,
    letter_sending,
    letter_writing,
)
from app.mediation.services.letter_writing import LetterHead
from app.reference.queries import organisation_by_code

JOINT_TABLE, WAITING_LETTER = "演示-17", "演示-05"
GUEST, GUESTS_ACCOUNT = "Hoàng Thị Mai", "hoagiaivien"
REVIEWER = "pingxiang"
OTHER_SIDE = "VN-06172-UBND"
INSTRUCTION = "虚构的批示，仅作演示 · Chỉ đạo hư cấu, chỉ để minh họa"
DAYS = 30


def cross(stage: Stage) -> None:
    """What belongs to this story, if anything."""
    if stage.story.key == JOINT_TABLE:
        joint_table(stage)
    elif stage.story.key == WAITING_LETTER:
        _consent(stage)
        _ask(stage, _letter(stage, LetterKind.INVITATION, names_people=True))


def joint_table(stage: Stage) -> None:
    """Invited, consented, approved: the guest reads, and a letter with names may go out."""
    _consent(stage)
    invitation = _letter(stage, LetterKind.INVITATION, names_people=False)
    letter_sending.send(
        stage.actor, case_id=stage.case_id, letter_id=invitation.id, sent_on=stage.received_on,
        now=stage.now,
    )  # fmt: skip
    duty = case_people.assign(
        stage.actor, case_id=stage.case_id, mediator_id=_guest(stage), duty=Duty.FOREIGN_INVITED,
        on=stage.received_on, now=stage.now, conflict=Conflict.DENIED,
    )  # fmt: skip
    view = disclosure_requests.ask_for_view(
        stage.actor, case_id=stage.case_id, case_mediator_id=duty.id, account=GUESTS_ACCOUNT,
        until=stage.today + timedelta(days=DAYS),
        purpose="双方调解员共同调解，请对方调解员核对译文。",
        most_days=DAYS, now=stage.now,
    )  # fmt: skip
    _approve(stage, view)
    _approve(stage, _ask(stage, _letter(stage, LetterKind.INFORMATION, names_people=True)))


def _consent(stage: Stage) -> None:
    for party_id in [party.id for party in stage.case.parties]:
        consents.give_consent(
            stage.actor, case_id=stage.case_id, party_id=party_id, purpose=ConsentPurpose.SHARING,
            language="zh", on=stage.received_on, now=stage.now,
        )  # fmt: skip


def _letter(stage: Stage, kind: LetterKind, *, names_people: bool) -> Letter:
    head = LetterHead(
        kind=kind, crosses_border=True, names_people=names_people,
        addressee_id=organisation_by_code(OTHER_SIDE).id,
    )  # fmt: skip
    return letter_writing.begin(stage.actor, case_id=stage.case_id, head=head, now=stage.now)


def _ask(stage: Stage, letter: Letter) -> Disclosure:
    return disclosure_requests.ask_for_letter(
        stage.actor, case_id=stage.case_id, letter_id=letter.id,
        purpose="请对方人民委员会通知其居民到场。", now=stage.now,
    )  # fmt: skip


def _approve(stage: Stage, row: Disclosure) -> None:
    said = Decision(approve=True, instrument=INSTRUCTION)
    disclosures.decide(_reviewer(stage), disclosure_id=row.id, decision=said, now=stage.now)


def _reviewer(stage: Stage) -> Actor:
    user = find_user(REVIEWER)
    if user is None:
        raise NotFound(user=REVIEWER)
    return actor_of(user, stage.today)


def _guest(stage: Stage) -> int:
    """The guest as the office's own register names her."""
    query = select(Mediator.id).where(
        Mediator.owner_id == stage.case.office_id, Mediator.name == GUEST
    )
    return db.session.scalars(query).one()
