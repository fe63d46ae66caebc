"""How do the rows of a clause come to be: its place, its texts, and what is owed by it?

Everything here happens inside the caller's transaction, on a draft that may be changed.
"""

import secrets
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from app.db import db
from app.kernel.bilingual import Language, TranslationStatus
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor
from app.mediation.kinds import AgreementForm, Basis, PrevailingText
from app.mediation.models import Agreement, Case, ClauseVersion, Obligation, Term
from app.mediation.queries import goods
from app.mediation.queries.clauses import library, person_of, values_of, version
from app.mediation.rules.clause_choice import Stage, is_said_once, stage_of
from app.mediation.rules.clauses import (
    ClauseRefusal,
    Effect,
    Goods,
    Person,
    Phrase,
    Promised,
    Rate,
    Share,
    Value,
    Values,
    canonical,
    filled,
    languages_of,
    phrases,
    promised,
    render,
    value_refusals,
)
from app.mediation.services.opening import child


def place_term(agreement: Agreement, term: Term) -> None:
    """A clause goes behind the others, but before how it ends and what the paper says of itself."""
    own, here = _stage_of(term), len(agreement.terms)
    while here and _stage_of(agreement.terms[here - 1]) > own:
        here -= 1
    for later in agreement.terms[here:]:
        later.position += 1
    term.position = here + 1
    agreement.terms.insert(here, term)


def append_clause(
    actor: Actor,
    case: Case,
    agreement: Agreement,
    row: ClauseVersion,
    values: Values,
    language: Language,
) -> Term:
    """A clause of the library in its place, with what is owed. Raises RuleBroken, NotFound."""
    if _is_already_said(agreement, row):
        raise RuleBroken([Refusal(ClauseRefusal.ALREADY_THERE)])
    sound = sound_values(case, row, values)
    if _stands_already(agreement, row, sound):
        raise RuleBroken([Refusal(ClauseRefusal.SAME_AGAIN)])
    term = Term(
        language=language.value, text_zh="", text_vi="", written_by_id=actor.user_id,
        clause_version=row, status=TranslationStatus.NONE,
    )  # fmt: skip
    place_term(agreement, term)
    put_values(actor, term, sound, language)
    return term


def _is_already_said(agreement: Agreement, row: ClauseVersion) -> bool:
    if row.effect.is_closing:
        return agreement.says(row.effect)
    return is_said_once(row.clause.key, row.effect) and agreement.has_clause(row.clause.key)


def _stands_already(agreement: Agreement, row: ClauseVersion, values: Values) -> bool:
    """The same version with the same values: a form that was sent twice."""
    kept = canonical(row.version, values)
    return any(each.clause_version is row and each.values == kept for each in agreement.terms)


def append_closing(actor: Actor, case: Case, agreement: Agreement) -> None:
    """The clauses about the paper itself, saying what the draft says of text and copies."""
    for each in library():
        effect = each.version.effect
        if effect.is_closing and not agreement.says(effect):
            row, values = version(each.version_id), _closing_values(agreement, effect)
            append_clause(actor, case, agreement, row, values, Language.ZH)


def drop_term(term: Term) -> None:
    """Take a clause out, with what is owed by it; those after it move up."""
    agreement = term.agreement
    drop_obligations(term)
    for later in agreement.terms[term.position :]:
        later.position -= 1
    agreement.terms.remove(term)
    db.session.delete(term)


def follow_basis(actor: Actor, case: Case) -> None:
    """After the basis was changed: a paper of one country is not said to be in two languages."""
    for each in _open_drafts(case):
        if case.basis is Basis.DOMESTIC:
            for term in [term for term in each.terms if term.is_closing]:
                drop_term(term)
        elif each.form is AgreementForm.WRITTEN:
            append_closing(actor, case, each)


def rename_in_drafts(actor: Actor, case: Case) -> None:
    """After a party's name was corrected: the clauses of a draft nobody signed say it too."""
    for term in [term for each in _open_drafts(case) for term in each.terms]:
        before = values_of(term)
        if term.clause_version is None or not before:
            continue
        sound = sound_values(case, term.clause_version, before)
        if sound != before:
            put_values(actor, term, sound, Language(term.language))


def sound_values(case: Case, row: ClauseVersion, values: Values) -> dict[str, Value]:
    """With the parties' names as they are now and listed words in both languages.

    Raises NotFound for a stranger, RuleBroken with every reason.
    """
    seated = {name: _seated(case, value) for name, value in filled(values).items()}
    if refusals := value_refusals(row.version, seated):
        raise RuleBroken(refusals)
    return seated


def put_values(actor: Actor, term: Term, values: Values, language: Language) -> None:
    """Texts, translation status and obligations follow from the values."""
    row = term.clause_version
    assert row is not None
    before = values_of(term)
    written_in = languages_of(row.version, values)
    term.values = canonical(row.version, values)
    term.text_zh = render(row.version, values, Language.ZH)
    term.text_vi = render(row.version, values, Language.VI)
    term.language = (language if language in written_in else written_in[0]).value
    if not before or _typed(before) != _typed(values):
        _put_status(actor, term, values)
    put_obligations(term, values)
    _learn(term)
    db.session.flush()


def put_obligations(term: Term, values: Values) -> None:
    """What is owed by this clause, anew."""
    row, agreement = term.clause_version, term.agreement
    assert row is not None
    drop_obligations(term)
    plans: defaultdict[int, str] = defaultdict(lambda: secrets.token_hex(8))
    for each in promised(row.version, values):
        plan = "" if each.group is None else plans[each.group]
        agreement.obligations.append(_obligation(term, each, plan))


def drop_obligations(term: Term) -> None:
    for each in list(term.obligations):
        term.obligations.remove(each)
        term.agreement.obligations.remove(each)
        db.session.delete(each)
    db.session.flush()


def _open_drafts(case: Case) -> list[Agreement]:
    """Whose text may still change."""
    return [each for each in case.agreements if not (each.is_frozen or each.standing_signatures)]


def _obligation(term: Term, each: Promised, plan: str) -> Obligation:
    return Obligation(
        term=term,
        kind=each.kind,
        debtor_id=each.debtor_id,
        creditor_id=each.creditor_id,
        what_zh=each.what.zh,
        what_vi=each.what.vi,
        amount_minor=each.amount.minor if each.amount else None,
        currency=each.amount.currency if each.amount else None,
        due_on=each.due_on,
        manner=each.manner.zh,
        manner_vi=each.manner.vi,
        place=each.place.zh or each.place.vi,
        place_vi=each.place.vi,
        plan=plan,
        instalment=each.instalment,
        instalments=each.instalments,
    )


def _seated(case: Case, value: Value) -> Value:
    """Persons by their names in the case; a listed word with its twin."""
    if isinstance(value, Person):
        return _person(case, value)
    if isinstance(value, tuple):
        return tuple(  # type: ignore[return-value]
            replace(each, person=_person(case, each.person)) if isinstance(each, Share) else each
            for each in value
        )
    if isinstance(value, Goods):
        name = goods.completed(value.name, goods.GOODS)
        return replace(value, name=name, unit=goods.counted(name, value.unit))
    if isinstance(value, Rate):
        return replace(value, source=goods.completed(value.source, goods.RATE_SOURCE))
    return value


def _person(case: Case, person: Person) -> Person:
    """Somebody named once is called so in both texts."""
    if person.party_id is not None:
        return person_of(child(case.parties, person.party_id))
    return replace(person, zh=person.zh or person.vi, vi=person.vi or person.zh)


def _typed(values: Values) -> list[Phrase]:
    """The words of a clause that are in no list."""
    said = [phrase for value in values.values() for phrase in phrases(value)]
    return [phrase for phrase in said if not goods.is_pair(phrase)]


def _put_status(actor: Actor, term: Term, values: Values) -> None:
    """Words typed in both languages are a translation that somebody has yet to confirm."""
    typed, has_both = _typed(values), bool(term.text_zh and term.text_vi)
    term.status = TranslationStatus.NONE
    if has_both:
        term.status = TranslationStatus.UNCONFIRMED if typed else TranslationStatus.LIBRARY
    term.translated_by_id = actor.user_id if typed and has_both else None
    term.confirmed_by_id = term.confirmed_at = term.confirmed_on = None
    term.confirmation_note = ""


def _learn(term: Term) -> None:
    """The agreement knows which text counts and how many copies there are."""
    row, values = term.clause_version, term.values or {}
    if row is not None and row.effect is Effect.AUTHORITY:
        term.agreement.prevailing = PrevailingText(values["text"])
    if row is not None and row.effect is Effect.COPIES:
        term.agreement.copies = int(values["copies"])


def _closing_values(agreement: Agreement, effect: Effect) -> Mapping[str, Value]:
    if effect is Effect.AUTHORITY:
        return {"text": agreement.prevailing.value}
    return {"copies": agreement.copies} if effect is Effect.COPIES else {}


def _stage_of(term: Term) -> Stage:
    row = term.clause_version
    return Stage.BODY if row is None else stage_of(row.clause.key, row.effect)
