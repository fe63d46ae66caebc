"""What does the paper say of this agreement? The rows of a case as the paper's own values.

`words` and `code` name a code in both languages; particulars are masked unless `reveal`.
"""

from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum

from app.kernel.bilingual import Bilingual
from app.kernel.country import Country
from app.kernel.identity import DocumentKind, mask
from app.mediation.kinds import MEDIATING_DUTIES, Duty, PartyKind, RepresentativeKind
from app.mediation.models import (
    Agreement,
    CaseMediator,
    Party,
    Term,
)
from app.mediation.papers.agreement import (
    AgreementPaper,
    PaperParty,
    PaperRate,
    PaperTerm,
)
from app.mediation.papers.change import change_said
from app.mediation.papers.owed_rows import owed_rows
from app.mediation.papers.values import (
    BLANK,
    Language,
    PaperSigner,
    PaperText,
    called,
    pair,
    same,
    told,
)
from app.mediation.queries.signing import people_under
from app.mediation.rules.clauses import Effect
from app.reference.models import CodeList

Words = Callable[[Enum | None], PaperText]
Coded = Callable[[CodeList, str], PaperText]


def agreement_paper(
    agreement: Agreement,
    *,
    side: Country,
    words: Words,
    code: Coded,
    printed_on: date,
    reveal: bool = False,
) -> AgreementPaper:
    """The copy for one side. A signed agreement bears its own day, whenever it is printed."""
    case = agreement.case
    people = people_under(agreement)
    recorders = signers_of(people, (Duty.RECORDER,), words)
    return AgreementPaper(
        side=side.value,
        issuer=case.country.value,
        number=pair(agreement.number) if case.case_no else BLANK,
        committee=pair((case.committee or case.office).name),
        parties=tuple(_party(party, words, code, reveal) for party in case.parties),
        facts=told(agreement.facts),
        terms=tuple(PaperTerm(_term(term)) for term in agreement.terms),
        printed_on=agreement.signed_on or printed_on,
        obligations=owed_rows(agreement.obligations),
        rate=_rate(agreement),
        languages=tuple(each.value for each in agreement.languages),
        prevails=None if agreement.says(Effect.AUTHORITY) else agreement.prevailing.value,
        copies=agreement.copies,
        copies_said=agreement.says(Effect.COPIES),
        place=same(agreement.place),
        signed_on=agreement.signed_on,
        effective_on=agreement.effective_on,
        party_signers=tuple(each for party in case.parties for each in signing(party, words)),
        mediators=signers_of(people, MEDIATING_DUTIES, words),
        interpreters=signers_of(people, (Duty.INTERPRETER,), words),
        recorder=recorders[0] if recorders else None,
        title=pair(_title(agreement)),
        change=change_said(agreement),
        demo=case.is_demo,
        draft=not agreement.is_frozen,
    )


def _title(agreement: Agreement) -> Bilingual:
    """A body of Vietnam is no people's mediation committee; a change afterwards says so."""
    zh = "人民调解" if agreement.case.country is Country.CN else "调解"
    if agreement.is_supplement:
        return Bilingual(f"{zh}补充协议书", "Văn bản hòa giải thành bổ sung")
    return Bilingual(f"{zh}协议书", "Văn bản hòa giải thành")


def _party(party: Party, words: Words, code: Coded, reveal: bool) -> PaperParty:
    seen = party.document_kind not in (None, DocumentKind.NONE_SEEN)
    number = party.document_number or ""
    speaks = party.representative_name
    return PaperParty(
        role=words(party.role),
        name=party.name,
        name_han=party.name_han,
        name_latin=party.name_latin,
        sex=words(party.sex),
        born_on=party.birth_on,
        nationality=code(CodeList.NATIONALITY, party.nationality),
        language=code(CodeList.SPOKEN_LANGUAGE, party.language),
        document_kind=words(party.document_kind) if seen else BLANK,
        document_number=number if reveal else mask(number),
        address=same(party.address or "") if reveal else BLANK,
        representative=same(speaks) if speaks else None,
        acting=words(party.representative_kind),
        is_person=party.kind is PartyKind.NATURAL,
    )


def signing(party: Party, words: Words) -> tuple[PaperSigner, ...]:
    """The party; whoever acts for them as well, or alone for a child or a body."""
    name, role = called(party), words(party.role)
    own = PaperSigner(name, role)
    if not party.representative_name:
        return (own,)
    acting, speaks = words(party.representative_kind), party.representative_name
    note = PaperText(f"由{acting.zh}{speaks}代签", f"{acting.vi} {speaks} ký thay")
    acts = PaperSigner(name, role, note)
    is_agent = party.representative_kind is RepresentativeKind.AGENT
    signs_too = is_agent and party.kind is PartyKind.NATURAL
    return (own, acts) if signs_too else (acts,)


def _term(term: Term) -> PaperText:
    translated = term.statement.translation and not term.status.is_confirmed
    other: Language | None = term.statement.language.other.value if translated else None
    return PaperText(term.text_zh, term.text_vi, unconfirmed=other)


def _rate(agreement: Agreement) -> PaperRate | None:
    if agreement.rate is None or agreement.rate_on is None:
        return None
    return PaperRate(agreement.rate.normalize(), agreement.rate_on, same(agreement.rate_source))


def signers_of(
    people: Iterable[CaseMediator], duties: Iterable[Duty], words: Words
) -> tuple[PaperSigner, ...]:
    wanted = tuple(duties)
    return tuple(
        PaperSigner(
            PaperText(
                each.mediator.name_han or each.mediator.name,
                each.mediator.name_latin or each.mediator.name,
            ),
            words(each.duty),
        )
        for each in people
        if each.duty in wanted
    )
