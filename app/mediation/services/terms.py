"""How are the clauses of a draft written, translated, vouched for and put in order?"""

from datetime import date, datetime

from app.db import db, transaction
from app.kernel.bilingual import Language, TranslationStatus
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission, Role
from app.mediation.models import Agreement, Case, Term
from app.mediation.rules.agreements import AgreementRefusal as R
from app.mediation.rules.agreements import Wording
from app.mediation.rules.clauses import ClauseRefusal
from app.mediation.rules.statements import confirmation_refusals
from app.mediation.services.agreement_texts import refuse_translating
from app.mediation.services.agreements import open_draft
from app.mediation.services.clause_rows import drop_term, place_term
from app.mediation.services.opening import child, note_row, open_case
from app.mediation.services.term_states import one_after_another, refuse_changed
from app.mediation.services.vouching import Vouching, confirmation_of


def add_term(
    actor: Actor, *, case_id: int, agreement_id: int, wording: Wording, now: datetime
) -> Term:
    """A clause at the end. Raises NotFound, NotPermitted, RuleBroken (signed, no words)."""
    with transaction():
        case, agreement = open_draft(actor, case_id, agreement_id)
        return append_term(actor, case, agreement, wording, now)


def append_term(
    actor: Actor, case: Case, agreement: Agreement, wording: Wording, now: datetime
) -> Term:
    """A clause at the end, inside the caller's transaction."""
    _refuse_empty(wording)
    term = Term(
        language=wording.language.value,
        text_zh="",
        text_vi="",
        written_by_id=actor.user_id,
    )
    place_term(agreement, term)
    _put(term, wording, actor)
    db.session.flush()
    note_row(actor, case, "term:added", term, now, _texts(None, wording))
    return term


def edit_term(
    actor: Actor,
    *,
    case_id: int,
    agreement_id: int,
    term_id: int,
    wording: Wording,
    now: datetime,
    opened: str | None = None,
) -> Term:
    """Other words make a confirmed translation unconfirmed again. Raises as `add_term`, and
    where the clause is no more what it was when `opened`; one of the library has values."""
    with transaction():
        one_after_another(agreement_id)
        case, agreement = open_draft(actor, case_id, agreement_id)
        term: Term = child(agreement.terms, term_id)
        _refuse_of_library(term)
        refuse_changed(term, opened)
        _refuse_empty(wording)
        before = Wording(term.text_zh, term.text_vi, Language(term.language))
        if wording != before:
            if wording.original != before.original:
                term.written_by_id = actor.user_id
            _put(term, wording, actor)
            note_row(actor, case, "term:edited", term, now, _texts(before, wording))
        return term


def translate_term(
    actor: Actor, *, case_id: int, agreement_id: int, term_id: int, text: str, now: datetime
) -> Term:
    """The other language of a clause: of a draft nobody signed, and once all have signed only
    where there was none. A clause of the library is translated by its values until then.

    Raises NotFound, NotPermitted, RuleBroken.
    """
    with transaction():
        case = open_case(actor, case_id, Permission.STATEMENT_TRANSLATE)
        agreement: Agreement = child(case.agreements, agreement_id)
        term: Term = child(agreement.terms, term_id)
        if not agreement.is_frozen:
            _refuse_of_library(term)
        before = Wording(term.text_zh, term.text_vi, Language(term.language))
        refuse_translating(agreement, has_translation=bool(before.translation))
        texts = {before.language: before.original, before.language.other: text}
        after = Wording(texts[Language.ZH], texts[Language.VI], before.language)
        _put(term, after, actor)
        note_row(actor, case, "term:translated", term, now, _texts(before, after))
        return term


def confirm_term(
    actor: Actor,
    *,
    case_id: int,
    agreement_id: int,
    term_id: int,
    vouching: Vouching,
    now: datetime,
    today: date,
) -> Term:
    """Somebody vouches for the translation. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = open_case(actor, case_id, Permission.STATEMENT_CONFIRM)
        agreement: Agreement = child(case.agreements, agreement_id)
        term: Term = child(agreement.terms, term_id)
        if term.status is TranslationStatus.LIBRARY:
            _refuse_of_library(term)
        confirmation, words = confirmation_of(actor, case, vouching)
        refusals = confirmation_refusals(
            term.statement,
            confirmation,
            translator=term.translated_by_id,
            translator_is_interpreter=Role.INTERPRETER in actor.roles,
            country=case.country,
            today=today,
        )
        if refusals:
            raise RuleBroken(refusals)
        changes = {"status": (term.status, vouching.way)}
        term.status = vouching.way
        term.confirmed_by_id, term.confirmed_at = actor.user_id, now
        term.confirmation_note, term.confirmed_on = words, vouching.on
        note_row(actor, case, "term:confirmed", term, now, changes)
        return term


def move_term(
    actor: Actor, *, case_id: int, agreement_id: int, term_id: int, up: bool, now: datetime
) -> None:
    """Change places with the clause before or after; at the end of the list nothing moves."""
    with transaction() as session:
        case, agreement = open_draft(actor, case_id, agreement_id)
        term: Term = child(agreement.terms, term_id)
        here = agreement.terms.index(term)
        there = here - 1 if up else here + 1
        if not 0 <= there < len(agreement.terms):
            return
        other = agreement.terms[there]
        changes = {"position": (term.position, other.position)}
        term.position, other.position = other.position, term.position
        session.expire(agreement, ["terms"])
        note_row(actor, case, "term:moved", term, now, changes)


def remove_term(
    actor: Actor, *, case_id: int, agreement_id: int, term_id: int, now: datetime
) -> None:
    """Take a clause out of the draft, with what is owed by it; those after it move up."""
    with transaction():
        case, agreement = open_draft(actor, case_id, agreement_id)
        term: Term = child(agreement.terms, term_id)
        before = Wording(term.text_zh, term.text_vi, Language(term.language))
        note_row(actor, case, "term:removed", term, now, _texts(before, None))
        drop_term(term)


def _put(term: Term, wording: Wording, actor: Actor) -> None:
    """A translation kept as it was keeps its translator, but loses its confirmation."""
    if wording.translation != term.statement.translation or wording.language != term.language:
        term.translated_by_id = actor.user_id if wording.translation else None
    term.text_zh, term.text_vi = wording.zh, wording.vi
    term.language = wording.language.value
    term.status = TranslationStatus.UNCONFIRMED if wording.translation else TranslationStatus.NONE
    term.confirmed_by_id = term.confirmed_at = term.confirmed_on = None
    term.confirmation_note = ""


def _refuse_of_library(term: Term) -> None:
    if term.clause_version is not None:
        raise RuleBroken([Refusal(ClauseRefusal.FROM_LIBRARY)])


def _refuse_empty(wording: Wording) -> None:
    if not wording.original:
        raise RuleBroken([Refusal(R.TERM_EMPTY, field="text_zh")])


def _texts(before: Wording | None, after: Wording | None) -> dict[str, tuple[object, object]]:
    pairs = {
        name: (getattr(before, name, None), getattr(after, name, None))
        for name in ("zh", "vi", "language")
    }
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
