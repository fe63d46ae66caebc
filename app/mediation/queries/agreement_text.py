"""What exactly is signed? The agreement as canonical text, and the digest that names it."""

import hashlib
import json
from datetime import date
from typing import Any

from app.mediation.models import Agreement, Obligation, Party, Term
from app.mediation.queries.case_facts import owed
from app.mediation.rules.performance import paid


def canonical_text(agreement: Agreement) -> str:
    """What was signed as JSON with sorted keys: the same rows always give the same text."""
    days = {
        "signed_on": _iso(agreement.signed_on),
        "effective_on": _iso(agreement.effective_on),
    }
    return _canonical(_content(agreement) | days)


def text_digest(agreement: Agreement) -> str:
    """Names the text on the sheet, which does not know yet on which day it will be signed."""
    return digest_of(_canonical(_content(agreement)))


def term_digest(term: Term) -> str:
    """Names one clause as it stands: its version, its values and both its texts."""
    return digest_of(_canonical(_term(term)))


def digest_of(frozen_text: str) -> str:
    """SHA-256 of the canonical text, in hexadecimal."""
    return hashlib.sha256(frozen_text.encode()).hexdigest()


def _content(agreement: Agreement) -> dict[str, Any]:
    case = agreement.case
    facts = agreement.facts
    return {
        "case_no": case.number,
        "parties": [_party(party) for party in case.parties],
        "form": agreement.form,
        "prevailing": agreement.prevailing,
        "copies": agreement.copies,
        "place": agreement.place,
        "facts": {"zh": facts.text_in("zh"), "vi": facts.text_in("vi")} if facts else None,
        "terms": [_term(term) for term in agreement.terms],
        "obligations": [_obligation(each) for each in agreement.obligations],
        "rate": _rate(agreement),
    } | _supplement(agreement)


def _supplement(agreement: Agreement) -> dict[str, Any]:
    """Of a supplementary agreement: what it takes the place of, with what was left of each."""
    if not agreement.is_supplement:
        return {}
    return {
        "supplement_no": agreement.supplement_no,
        "replaces": [_obligation(each) | {"left": _left(each)} for each in agreement.replaces],
    }


def _party(party: Party) -> dict[str, Any]:
    """Who agrees, as the paper names them, and who speaks for them."""
    names = ("role", "name", "name_han", "name_latin", "nationality")
    said = {name: getattr(party, name) for name in names}
    acting = [party.representative_kind, party.representative_name]
    return said | {"acting": acting if party.representative_name else None}


def _left(each: Obligation) -> int | None:
    received = paid(owed(each))
    if each.amount is None or received is None:
        return None
    return (each.amount - received).minor


def _canonical(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _term(term: Term) -> dict[str, Any]:
    """A clause of the library with its version and values, beside the words that came of them."""
    said = {"language": term.language, "zh": term.text_zh, "vi": term.text_vi}
    version = term.clause_version
    if version is None:
        return said
    return said | {"clause": [version.clause.key, version.number], "values": term.values}


def _obligation(each: Obligation) -> dict[str, Any]:
    return {
        "kind": each.kind,
        "debtor": each.debtor.name,
        "creditor": each.creditor.name,
        "what": {"zh": each.what_zh, "vi": each.what_vi},
        "amount_minor": each.amount_minor,
        "currency": each.currency,
        "due_on": _iso(each.due_on),
        "manner": {"zh": each.manner, "vi": each.manner_vi},
        "place": {"zh": each.place, "vi": each.place_vi},
    }


def _rate(agreement: Agreement) -> list[str] | None:
    """The rate with the six digits it is kept with, whichever database gives it back."""
    if agreement.rate is None:
        return None
    return [f"{agreement.rate:.6f}", _iso(agreement.rate_on) or "", agreement.rate_source]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
