"""How does a letter go out, arrive, and get withdrawn? Its number is drawn as it goes."""

from datetime import date, datetime

from app.audit.services import apply_changes
from app.db import transaction
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.models import Case, Letter
from app.mediation.queries.disclosures import (
    disclosure_facts,
    for_letter,
    local_day,
)
from app.mediation.queries.letters import (
    digest_of_letter,
    get_letter,
    is_other_sides,
    letter_facts,
    letter_text,
    names_of_people,
)
from app.mediation.rules.attachments import FileRefusal
from app.mediation.rules.disclosures import DisclosureRefusal, consent_refusals
from app.mediation.rules.letters import (
    LetterRefusal,
    later_refusals,
    naming_refusals,
    sending_refusals,
    withdrawal_refusals,
)
from app.mediation.services.disclosure_ends import letter_withdrawn
from app.mediation.services.numbers import number_letter
from app.mediation.services.opening import note, open_case
from app.mediation.states import FILE_OPEN


def send(actor: Actor, *, case_id: int, letter_id: int, sent_on: date, now: datetime) -> Letter:
    """It gets its number and its day, and its words are fixed. Raises NotFound, RuleBroken."""
    with transaction():
        case, row = _open(actor, case_id, letter_id)
        text, today = letter_text(row), local_day(case, now)
        found = [
            *_shut(case),
            *sending_refusals(
                letter_facts(row, today),
                text,
                needs_approval=row.needs_approval,
                sent_on=sent_on,
                today=today,
            ),
            *naming_refusals(
                text,
                names=names_of_people(case),
                names_people=row.names_people,
                head=(row.correspondent, row.number),
            ),
            *_crossing(case, row),
        ]
        if found:
            raise RuleBroken(found)
        changes = apply_changes(row, {"sent_on": sent_on, "letter_on": sent_on})
        if not row.number:
            number_letter(row, sent_on)
            changes["number"] = ("", row.number)
        _note(actor, row, "sent", now, changes)
        return row


def arrive(
    actor: Actor, *, case_id: int, letter_id: int, received_on: date, now: datetime
) -> Letter:
    """The other side says when it came in. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case, row = _open(actor, case_id, letter_id)
        today = local_day(case, now)
        found = [
            *_shut(case),
            *later_refusals(
                letter_facts(row, today),
                received_on,
                letter_on=row.letter_on,
                today=today,
                field="received_on",
            ),
        ]
        if found:
            raise RuleBroken(found)
        _note(actor, row, "arrived", now, apply_changes(row, {"received_on": received_on}))
        return row


def withdraw(actor: Actor, *, case_id: int, letter_id: int, reason: str, now: datetime) -> Letter:
    """Entered or sent wrongly: it stays in the file and says why. Raises NotFound, RuleBroken."""
    with transaction():
        case, row = _open(actor, case_id, letter_id)
        facts = letter_facts(row, local_day(case, now))
        if found := [*_shut(case), *withdrawal_refusals(facts, reason)]:
            raise RuleBroken(found)
        letter_withdrawn(actor, case, row.id, reason, now)
        row.withdrawn_at, row.withdrawn_reason = now, reason
        _note(actor, row, "withdrawn", now, {}, reason)
        return row


def _crossing(case: Case, row: Letter) -> list[Refusal]:
    """Consents may have changed since the approval, and so may the words and the register."""
    if not row.crosses_border and row.addressee is None and is_other_sides(case, row.correspondent):
        return [Refusal(LetterRefusal.ADDRESSEE_SIDE)]
    if not row.needs_approval:
        return []
    asked = for_letter(row.id)
    if asked is None or asked.end is not None:
        return []  # the missing approval is named already
    found = consent_refusals(bool(case.parties), disclosure_facts(asked).without_consent)
    if asked.text_digest != digest_of_letter(row):
        found.append(Refusal(DisclosureRefusal.TEXT_CHANGED))
    return found


def _open(actor: Actor, case_id: int, letter_id: int) -> tuple[Case, Letter]:
    case = open_case(actor, case_id, Permission.CASE_EDIT)
    return case, get_letter(case, letter_id)


def _shut(case: Case) -> list[Refusal]:
    return [] if case.state in FILE_OPEN else [Refusal(FileRefusal.FILE_SHUT)]


def _note(
    actor: Actor,
    row: Letter,
    past: str,
    now: datetime,
    changes: dict[str, tuple[object, object]],
    reason: str = "",
) -> None:
    note(
        actor,
        row.case,
        f"mediation:letter:{past}",
        now,
        changes=changes,
        object_type="letter",
        object_id=row.id,
        reason=reason,
    )
