"""How are words put down, translated and confirmed? The original is never overwritten by either."""

from datetime import datetime

from app.db import db, transaction
from app.kernel.bilingual import Language, Statement, TranslationStatus
from app.kernel.clock import local
from app.kernel.errors import RuleBroken
from app.kernel.permissions import Actor, Permission, Role
from app.mediation.models import Case, StatementText
from app.mediation.rules.statements import confirmation_refusals
from app.mediation.services import agreement_texts, letter_texts
from app.mediation.services.opening import child, note, open_case
from app.mediation.services.vouching import Vouching, confirmation_of


def write_down(
    actor: Actor, case: Case, subject: str, text: str, language: str, now: datetime
) -> StatementText | None:
    """Put words under a subject, inside the caller's transaction; empty text changes nothing.

    Other words or another language make an existing translation unconfirmed again, or none
    when it was in what is now the original's language.
    """
    statement = case.statement(subject)
    if not text:
        return statement
    if statement is None:
        statement = StatementText(subject=subject, original=text, language=language)
        case.statements.append(statement)
        db.session.flush()
        changes = {"original": (None, text), "language": (None, language)}
    elif (statement.original, statement.language) == (text, language):
        return statement
    else:
        changes = {
            "original": (statement.original, text),
            "language": (statement.language, language),
        }
        into = statement.translation_language
        statement.original, statement.language = text, language
        if statement.translation_language != into:
            statement.translation = ""  # it was in what is now the original's language
        _unconfirm(statement)
    note(
        actor,
        case,
        "mediation:statement:written",
        now,
        changes=changes,
        object_type="statement",
        object_id=statement.id,
    )
    return statement


def _unconfirm(statement: StatementText) -> None:
    has = bool(statement.translation)
    statement.status = TranslationStatus.UNCONFIRMED if has else TranslationStatus.NONE
    statement.confirmed_by_id = statement.confirmed_at = statement.confirmed_on = None
    statement.confirmation_note = ""


def translate(
    actor: Actor, *, case_id: int, statement_id: int, translation: str, now: datetime
) -> StatementText:
    """Enter or replace the translation; it counts as unconfirmed.

    Raises NotFound, NotPermitted, RuleBroken (a letter that is out, an agreement that is signed).
    """
    with transaction():
        case = open_case(actor, case_id, Permission.STATEMENT_TRANSLATE)
        statement: StatementText = child(case.statements, statement_id)
        letter_texts.refuse_sent(case, statement)
        agreement_texts.refuse_signed(case, statement)
        put_translation(actor, case, statement, translation, now)
        letter_texts.translated(actor, case, statement, now)
        return statement


def put_translation(
    actor: Actor, case: Case, statement: StatementText, translation: str, now: datetime
) -> None:
    """Write the translation beside the original, inside the caller's transaction."""
    changes = {"translation": (statement.translation, translation)}
    statement.translation = translation
    statement.translated_by_id, statement.translated_at = actor.user_id, now
    _unconfirm(statement)
    note(
        actor,
        case,
        "mediation:statement:translated",
        now,
        changes=changes,
        object_type="statement",
        object_id=statement.id,
    )


def confirm(
    actor: Actor, *, case_id: int, statement_id: int, vouching: Vouching, now: datetime
) -> StatementText:
    """Somebody vouches for the translation. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.STATEMENT_CONFIRM)
        statement: StatementText = child(case.statements, statement_id)
        letter_texts.refuse_sent(case, statement)
        confirmation, words = confirmation_of(actor, case, vouching)
        refusals = confirmation_refusals(
            _as_judged(statement),
            confirmation,
            translator=statement.translated_by_id,
            translator_is_interpreter=Role.INTERPRETER in actor.roles,
            country=case.country,
            today=local(now, case.country.zone).date(),
        )
        if refusals:
            raise RuleBroken(refusals)
        changes = {"status": (statement.status, vouching.way)}
        statement.status = vouching.way
        statement.confirmed_by_id, statement.confirmed_at = actor.user_id, now
        statement.confirmation_note, statement.confirmed_on = words, vouching.on
        note(
            actor,
            case,
            "mediation:statement:confirmed",
            now,
            changes=changes,
            object_type="statement",
            object_id=statement.id,
        )
        return statement


def _as_judged(statement: StatementText) -> Statement:
    """The rule looks at the translation; a third language counts as the other side's."""
    language = Language(statement.translation_language).other
    return Statement(statement.original, language, statement.translation, statement.status)
