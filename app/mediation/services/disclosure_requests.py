"""How does an officer ask that something of a case may cross the border?"""

from datetime import date, datetime
from typing import Any

from app.db import db, transaction
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import DisclosureKind, Duty
from app.mediation.models import Case, Disclosure
from app.mediation.queries.case_facts import active_people
from app.mediation.queries.disclosures import (
    disclosures_of,
    is_running,
    local_day,
    without_consent,
)
from app.mediation.queries.letters import digest_of_letter, get_letter, letter_text
from app.mediation.rules import disclosures as rules
from app.mediation.rules.disclosures import Asked
from app.mediation.services.disclosure_notices import tell_reviewers
from app.mediation.services.opening import child, note, open_case
from app.mediation.states import FILE_OPEN


def ask_for_letter(
    actor: Actor, *, case_id: int, letter_id: int, purpose: str, now: datetime
) -> Disclosure:
    """Ask that a letter which names a person may go out. Raises NotFound, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.CASE_EDIT)
        letter = get_letter(case, letter_id)
        is_ready = letter.is_draft and letter.withdrawn_at is None
        found = [
            *_asking(case, purpose, now, letter_id=letter.id),
            *rules.letter_refusals(
                is_ready=is_ready and letter_text(letter).is_whole,
                needs_approval=letter.needs_approval,
            ),
        ]
        if found:
            raise RuleBroken(found)
        row = Disclosure(
            kind=DisclosureKind.LETTER, letter=letter, text_digest=digest_of_letter(letter)
        )
        return _put(actor, case, row, purpose, now, {})


def ask_for_view(
    actor: Actor,
    *,
    case_id: int,
    case_mediator_id: int,
    account: str,
    until: date,
    purpose: str,
    most_days: int,
    now: datetime,
) -> Disclosure:
    """Ask that a mediator of the other side may read and sign. Raises NotFound, RuleBroken.

    Nobody is told here whether there is such an account: that would list the other side's.
    """
    with transaction():
        case = open_case(actor, case_id, Permission.CASE_EDIT)
        duty = child(active_people(case), case_mediator_id)
        is_invited = duty.duty is Duty.FOREIGN_INVITED
        found = [
            *_asking(case, purpose, now, duty_id=duty.id),
            *rules.view_refusals(
                is_foreign_invited=is_invited and duty.mediator.country is case.country.other,
                account=account,
                until=until,
                today=local_day(case, now),
                most_days=most_days,
            ),
        ]
        if found:
            raise RuleBroken(found)
        row = Disclosure(
            kind=DisclosureKind.JOINT_VIEW,
            case_mediator=duty,
            account=account.strip().lower(),
            until=until,
        )
        return _put(actor, case, row, purpose, now, {"until": (None, until)})


def _asking(
    case: Case,
    purpose: str,
    now: datetime,
    *,
    letter_id: int | None = None,
    duty_id: int | None = None,
) -> tuple[Refusal, ...]:
    today = local_day(case, now)
    same = (
        row
        for row in disclosures_of(case.id)
        if (row.letter_id, row.case_mediator_id) == (letter_id, duty_id)
    )
    return rules.asking_refusals(
        Asked(
            is_file_open=case.state in FILE_OPEN,
            has_parties=bool(case.parties),
            without_consent=without_consent(case),
            purpose=purpose,
            is_running=any(is_running(row, today) for row in same),
        )
    )


def _put(
    actor: Actor,
    case: Case,
    row: Disclosure,
    purpose: str,
    now: datetime,
    changes: dict[str, tuple[Any, Any]],
) -> Disclosure:
    row.case, row.purpose, row.asked_at = case, purpose, now
    row.asked_by_id, row.asked_by_name = actor.user_id, actor.display_name
    db.session.add(row)
    db.session.flush()
    note(
        actor,
        case,
        "mediation:disclosure:asked",
        now,
        changes={"kind": (None, row.kind)} | changes,
        object_type="disclosure",
        object_id=row.id,
        reason=purpose,
    )
    tell_reviewers(actor, case, row, now)
    return row
