"""What must be known to print a mediation agreement, and how does it become the signed paper?

The dataclasses are the contract of `agreement.typ`. An empty text prints as a line to write on, so
a paper can be printed before everything is known. Nothing here is looked up, masked or translated:
the paper says exactly what it is told.
"""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from app.documents.typst import render_pdf
from app.mediation.papers.owed import PaperObligation, owed_data
from app.mediation.papers.stamp import stamped
from app.mediation.papers.values import BLANK, Language, PaperSigner, PaperText
from app.mediation.papers.wording import date_both, rate_both

ROOT = Path(__file__).parent
TEMPLATE = ROOT / "agreements" / "agreement.typ"
TITLE = PaperText("人民调解协议书", "Văn bản hòa giải thành")


@dataclass(frozen=True)
class PaperParty:
    """`name` as written by the party; `document_number` masked or whole, as the caller decides.

    A body (`is_person` false) has neither sex nor birth date. `representative` is printed only
    where there is one, under what `acting` calls them.
    """

    role: PaperText
    name: str
    name_han: str = ""
    name_latin: str = ""
    sex: PaperText = BLANK
    born_on: date | None = None
    nationality: PaperText = BLANK
    language: PaperText = BLANK
    document_kind: PaperText = BLANK
    document_number: str = ""
    address: PaperText = BLANK
    representative: PaperText | None = None
    acting: PaperText = BLANK
    is_person: bool = True


@dataclass(frozen=True)
class PaperTerm:
    text: PaperText


@dataclass(frozen=True)
class PaperRate:
    vnd_for_one_cny: Decimal
    on: date
    source: PaperText


@dataclass(frozen=True)
class AgreementPaper:
    """`side` is the side this copy is for: its language comes first. `issuer` is the country of
    the body that issues it: only a Vietnamese paper bears the state name and motto of Vietnam.

    Without `party_signers` every party signs in person. One that was drawn up in one language
    alone is printed in it alone.
    """

    side: Literal["CN", "VN"]
    issuer: Literal["CN", "VN"]
    number: PaperText
    committee: PaperText
    parties: tuple[PaperParty, ...]
    facts: PaperText
    terms: tuple[PaperTerm, ...]
    printed_on: date  # becomes the file's date
    obligations: tuple[PaperObligation, ...] = ()
    rate: PaperRate | None = None
    languages: tuple[Language, ...] = ("zh", "vi")
    prevails: Literal["both", "zh", "vi"] | None = "both"  # None: a clause says so
    copies: int | None = None
    copies_said: bool = False  # by a clause: no sentence, and no line to write on
    place: PaperText = BLANK
    signed_on: date | None = None
    effective_on: date | None = None
    party_signers: tuple[PaperSigner, ...] = ()
    mediators: tuple[PaperSigner, ...] = ()
    interpreters: tuple[PaperSigner, ...] = ()
    recorder: PaperSigner | None = None
    title: PaperText = TITLE
    change: PaperText = BLANK  # of a supplementary agreement: what it takes the place of
    demo: bool = False
    draft: bool = False  # not signed yet: says so on every page


def agreement_pdf(paper: AgreementPaper) -> bytes:
    """A preview of the paper as PDF/A-2b; raises `PaperNotRendered`."""
    data = stamped(agreement_data(paper), None)
    return render_pdf(TEMPLATE, data, document_date=paper.printed_on, root=ROOT)


def agreement_data(paper: AgreementPaper) -> dict[str, Any]:
    """The data as the template reads it: texts in pairs, dates and amounts in each style."""
    return {
        "first": "vi" if paper.side == "VN" else "zh",
        "issuer": paper.issuer,
        "title": asdict(paper.title),
        "number": asdict(paper.number),
        "committee": asdict(paper.committee),
        "parties": [_party(party) for party in paper.parties],
        "facts": asdict(paper.facts),
        "change": asdict(paper.change),
        "terms": [asdict(term.text) for term in paper.terms],
        "rate": _rate(paper.rate) if paper.rate else None,
        "languages": paper.languages,
        "prevails": paper.prevails,
        "copies": None if paper.copies_said else str(paper.copies or ""),
        "place": asdict(paper.place),
        "signed_on": date_both(paper.signed_on),
        "effective_on": date_both(paper.effective_on),
        "party_signers": [asdict(signer) for signer in _party_signers(paper)],
        "mediators": [asdict(signer) for signer in paper.mediators],
        "interpreters": [asdict(signer) for signer in paper.interpreters],
        "recorder": asdict(paper.recorder) if paper.recorder else None,
        "demo": paper.demo,
        "draft": paper.draft,
    } | owed_data(paper.obligations)


def _party_signers(paper: AgreementPaper) -> tuple[PaperSigner, ...]:
    return paper.party_signers or tuple(
        PaperSigner(
            PaperText(party.name_han or party.name, party.name_latin or party.name), party.role
        )
        for party in paper.parties
    )


def _party(party: PaperParty) -> dict[str, Any]:
    return asdict(party) | {"born_on": date_both(party.born_on)}


def _rate(rate: PaperRate) -> dict[str, Any]:
    return {
        "value": rate_both(rate.vnd_for_one_cny),
        "on": date_both(rate.on),
        "source": asdict(rate.source),
    }
