"""What was answered before a case begins? Each answer recorded, by whom and when."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select

from app.db import db, transaction
from app.kernel.permissions import Actor, Permission
from app.mediation.models import Case, ScreeningAnswer
from app.mediation.rules.screening import QUESTIONS, ScreeningKey
from app.mediation.services.opening import note, open_case

_PRINTED = {question.key: question.printed for question in QUESTIONS}


def answer_screening(
    actor: Actor,
    *,
    case_id: int,
    answers: Mapping[ScreeningKey, bool],
    now: datetime,
) -> Case:
    """Answer, or answer again after asking once more. Raises NotFound, NotPermitted."""
    with transaction():
        case = open_case(actor, case_id, Permission.CASE_EDIT)
        write_answers(actor, case, answers, now)
        return case


def write_answers(
    actor: Actor, case: Case, answers: Mapping[ScreeningKey, bool], now: datetime
) -> None:
    """Record answers in the open transaction.

    What a party told alone leaves no trace of what it was: the audit says only that they
    were asked.
    """
    rows = _rows(case)
    changes = {}
    for key, answer in answers.items():
        row = rows.get(key)
        before = row.answer if row else None
        if before is answer:
            continue
        if row is None:
            row = ScreeningAnswer(case_id=case.id, question=key)
            db.session.add(row)
        row.answer, row.answered_at, row.answered_by_id = answer, now, actor.user_id
        changes[key.value] = (before, answer) if _PRINTED[key] else (None, None)
    if changes:
        note(actor, case, "mediation:screening:answered", now, changes=changes)


def drop_answers(case: Case) -> None:
    """With a discarded draft go its answers."""
    db.session.execute(delete(ScreeningAnswer).where(ScreeningAnswer.case_id == case.id))


def _rows(case: Case) -> dict[str, ScreeningAnswer]:
    query = select(ScreeningAnswer).where(ScreeningAnswer.case_id == case.id)
    return {row.question: row for row in db.session.scalars(query)}
