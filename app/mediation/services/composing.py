"""How is an agreement composed from the library? A clause is chosen, filled in, changed, freed."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from app.db import db, transaction
from app.kernel.bilingual import Language, TranslationStatus
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.models import Agreement, Case, ClauseVersion, Term
from app.mediation.queries.clauses import clause, values_of
from app.mediation.rules.agreements import AgreementRefusal
from app.mediation.rules.clauses import ClauseRefusal as R
from app.mediation.rules.clauses import Values, translated
from app.mediation.services.agreements import open_draft
from app.mediation.services.clause_rows import append_clause, put_values, sound_values
from app.mediation.services.opening import child, note_row
from app.mediation.services.term_states import one_after_another, refuse_changed


def add_clause(
    actor: Actor,
    *,
    case_id: int,
    agreement_id: int,
    clause_key: str,
    values: Values,
    now: datetime,
    language: Language | None = None,
) -> Term:
    """A clause as the library has it now, with what becomes owed by it.

    `language`: the one whose words were typed; else that of the case's country. Raises NotFound,
    NotPermitted, RuleBroken with every reason; a wrong sum is named with its difference.
    """
    with transaction():
        one_after_another(agreement_id)
        case, agreement = open_draft(actor, case_id, agreement_id)
        found = clause(clause_key)
        if found.is_withdrawn:
            raise RuleBroken([Refusal(R.WITHDRAWN)])
        written_in = language or _own(case)
        term = append_clause(actor, case, agreement, found.current, values, written_in)
        note_row(actor, case, "term:added", term, now, _texts((None, None), term))
        return term


def edit_clause(
    actor: Actor,
    *,
    case_id: int,
    agreement_id: int,
    term_id: int,
    values: Values,
    now: datetime,
    language: Language | None = None,
    opened: str | None = None,
) -> Term:
    """Other values in the same version; what is owed follows. Raises as `add_clause`, and where
    the clause is no more what it was when `opened`."""
    with transaction():
        one_after_another(agreement_id)
        case, agreement = open_draft(actor, case_id, agreement_id)
        term, row = _of_library(agreement, term_id)
        refuse_changed(term, opened)
        sound = sound_values(case, row, values)
        if sound != values_of(term):
            before = (term.text_zh, term.text_vi)
            put_values(actor, term, sound, language or Language(term.language))
            note_row(actor, case, "term:edited", term, now, _texts(before, term))
        return term


def translate_clause(
    actor: Actor,
    *,
    case_id: int,
    agreement_id: int,
    term_id: int,
    words: Mapping[str, Sequence[str]],
    now: datetime,
) -> Term:
    """The missing language of a clause's words, by the name of their parameter; of goods that
    lack two words (name, unit) both, in this order.

    Raises NotFound, NotPermitted, RuleBroken (nothing is missing, words are still missing).
    """
    with transaction():
        case, agreement = open_draft(actor, case_id, agreement_id, Permission.STATEMENT_TRANSLATE)
        term, row = _of_library(agreement, term_id)
        original = Language(term.language)
        if term.has(original.other):
            raise RuleBroken([Refusal(AgreementRefusal.TEXT_THERE)])
        values = values_of(term)
        for name, texts in words.items():
            if name in values:
                values[name] = translated(values[name], original.other, texts)
        before = (term.text_zh, term.text_vi)
        put_values(actor, term, sound_values(case, row, values), original)
        if not term.has(original.other):
            raise RuleBroken([Refusal(R.LANGUAGES_MIXED)])
        note_row(actor, case, "term:translated", term, now, _texts(before, term))
        return term


def make_free(
    actor: Actor, *, case_id: int, agreement_id: int, term_id: int, now: datetime
) -> Term:
    """Keep the texts as a free clause, to be confirmed; what was owed by it stays beside it.

    Raises NotFound, NotPermitted, RuleBroken (a clause about the paper itself stays one).
    """
    with transaction():
        case, agreement = open_draft(actor, case_id, agreement_id)
        term, row = _of_library(agreement, term_id)
        if row.effect.is_closing:
            raise RuleBroken([Refusal(R.FROM_LIBRARY)])
        for each in list(term.obligations):
            each.term = None
        term.clause_version, term.values = None, None
        if term.status is TranslationStatus.LIBRARY:
            term.status = TranslationStatus.UNCONFIRMED
            term.translated_by_id = actor.user_id
        db.session.flush()
        note_row(actor, case, "term:freed", term, now, {})
        return term


def _of_library(agreement: Agreement, term_id: int) -> tuple[Term, ClauseVersion]:
    term: Term = child(agreement.terms, term_id)
    if term.clause_version is None:
        raise RuleBroken([Refusal(R.NOT_FROM_LIBRARY)])
    return term, term.clause_version


def _own(case: Case) -> Language:
    return Language.ZH if case.country.value == "CN" else Language.VI


def _texts(before: tuple[str | None, str | None], term: Term) -> dict[str, tuple[object, object]]:
    pairs = {"zh": (before[0], term.text_zh), "vi": (before[1], term.text_vi)}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
