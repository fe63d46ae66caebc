"""How is a letter written? Begun with the usual text of its kind, changed until it goes out."""

from dataclasses import dataclass
from datetime import date, datetime

from app.audit.services import apply_changes
from app.db import db, transaction
from app.kernel.bilingual import Bilingual, TranslationStatus
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import LetterDirection, LetterKind
from app.mediation.models import Case, Letter
from app.mediation.queries.disclosures import local_day
from app.mediation.queries.letters import (
    digest_of_letter,
    get_letter,
    is_other_sides,
    letter_data,
    letter_facts,
    letter_text,
    names_of_people,
)
from app.mediation.rules.attachments import FileRefusal
from app.mediation.rules.letter_text import usual_text
from app.mediation.rules.letters import (
    LetterRefusal,
    LetterText,
    draft_refusals,
    naming_refusals,
    text_refusals,
)
from app.mediation.services.disclosure_ends import text_changed
from app.mediation.services.opening import note, open_case
from app.mediation.services.statements import put_translation, write_down
from app.mediation.states import FILE_OPEN
from app.reference import queries as reference
from app.reference.models import Organisation


@dataclass(frozen=True, slots=True)
class LetterHead:
    """To whom, of which kind, and whether a person is named. The addressee is an organisation
    of the register, or is typed."""

    kind: LetterKind
    crosses_border: bool
    names_people: bool
    addressee_id: int | None = None
    correspondent: str = ""
    number: str = ""


def begin(actor: Actor, *, case_id: int, head: LetterHead, now: datetime) -> Letter:
    """A draft with the usual text. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.CASE_EDIT)
        return write_letter(actor, case, head, now)


def write_letter(
    actor: Actor, case: Case, head: LetterHead, now: datetime, *, reason: str = ""
) -> Letter:
    """A draft with the usual text, inside the caller's transaction."""
    if case.state not in FILE_OPEN:
        raise RuleBroken([Refusal(FileRefusal.FILE_SHUT)])
    values = _values(case, head, local_day(case, now))
    row = Letter(
        case=case,
        direction=LetterDirection.SENT,
        composed=True,
        letter_on=local_day(case, now),
        written_by_id=actor.user_id,
        **values,
    )
    row.wrote(actor.user_id)
    db.session.add(row)
    db.session.flush()
    data = letter_data(case, head.kind, names_people=head.names_people, reason=reason)
    text = usual_text(data)
    row.subject_zh, row.subject_vi = text.subject_zh, text.subject_vi
    _put(actor, row, text, now)
    changes = {"kind": (None, row.kind), "correspondent": (None, row.correspondent)}
    _note(actor, row, "drafted", now, changes)
    return row


def edit(
    actor: Actor, *, case_id: int, letter_id: int, head: LetterHead, text: LetterText, now: datetime
) -> Letter:
    """Other words, or another addressee; what was asked for the old ones ends.

    Raises NotFound, NotPermitted, RuleBroken with every reason.
    """
    with transaction():
        case = open_case(actor, case_id, Permission.CASE_EDIT)
        row = get_letter(case, letter_id)
        today = local_day(case, now)
        found = [
            *([] if case.state in FILE_OPEN else [Refusal(FileRefusal.FILE_SHUT)]),
            *draft_refusals(letter_facts(row, today)),
            *text_refusals(text),
            *naming_refusals(
                text,
                names=names_of_people(case),
                names_people=head.names_people,
                head=(head.correspondent, head.number),
            ),
        ]
        if found:
            raise RuleBroken(found)
        before = digest_of_letter(row), row.needs_approval
        values = _values(case, head, today) | {
            "subject_zh": text.subject_zh,
            "subject_vi": text.subject_vi,
        }
        changes = apply_changes(row, values)
        if text != letter_text(row):
            row.written_by_id = actor.user_id
        if changes or text != letter_text(row):
            row.wrote(actor.user_id)
        _put(actor, row, text, now)
        db.session.flush()
        if (digest_of_letter(row), row.needs_approval) != before:
            text_changed(actor, case, row.id, now)
        _note(actor, row, "edited", now, changes)
        return row


def _values(case: Case, head: LetterHead, today: date) -> dict[str, object]:
    """The columns of a head. Raises RuleBroken for an addressee that cannot be."""
    addressee = _addressee(case, head, today)
    # What is called our own side's and is not, crosses the border all the same.
    is_across = addressee is None and is_other_sides(case, head.correspondent)
    name = addressee.name if addressee else Bilingual(head.correspondent, head.correspondent)
    return {
        "kind": head.kind,
        "crosses_border": head.crosses_border or is_across,
        "names_people": head.names_people,
        "addressee_id": addressee.id if addressee else None,
        "correspondent": name.in_("zh" if case.country == "CN" else "vi"),
        "number": head.number,
    }


def _addressee(case: Case, head: LetterHead, today: date) -> Organisation | None:
    if head.addressee_id is None:
        if not head.correspondent.strip():
            raise RuleBroken([Refusal(LetterRefusal.ADDRESSEE_MISSING, field="correspondent")])
        return None
    found = reference.organisation(head.addressee_id)
    side = case.country.other if head.crosses_border else case.country
    if found.country is not side:
        raise RuleBroken([Refusal(LetterRefusal.ADDRESSEE_SIDE, field="addressee_id")])
    if found.is_ended(today):
        raise RuleBroken([Refusal(LetterRefusal.ADDRESSEE_NOT_THERE, field="addressee_id")])
    return found


def _put(actor: Actor, row: Letter, text: LetterText, now: datetime) -> None:
    """The words in the office's language first; the usual text needs nobody to vouch for it."""
    case = row.case
    own = "zh" if case.country == "CN" else "vi"
    words = {"zh": text.zh, "vi": text.vi}
    language = own if words[own] else ("vi" if own == "zh" else "zh")
    other = words["vi" if language == "zh" else "zh"]
    statement = write_down(actor, case, f"letter:{row.id}", words[language], language, now)
    if statement is not None and statement.translation != other:
        put_translation(actor, case, statement, other, now)
    if statement is not None and _is_usual(row, text):
        statement.status = TranslationStatus.LIBRARY


def _is_usual(row: Letter, text: LetterText) -> bool:
    """Whether both texts come from the same data, so that neither is a translation."""
    data = letter_data(row.case, row.kind, names_people=row.names_people)
    typed = data.names_people and bool(data.facts.zh or data.facts.vi)
    return text == usual_text(data) and not typed


def _note(
    actor: Actor, row: Letter, past: str, now: datetime, changes: dict[str, tuple[object, object]]
) -> None:
    note(
        actor,
        row.case,
        f"mediation:letter:{past}",
        now,
        changes=changes,
        object_type="letter",
        object_id=row.id,
    )
