"""Who must sign an agreement, who has, and why can this not stand as a signature?

Sources: a written agreement is in force when the parties sign, seal or put a fingerprint and the
mediator signs; an oral one the mediator records, and the parties need not sign (People's
Mediation Law art. 28-30). That the interpreter signs and that a fingerprint names who read the
text aloud is the register's own design.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.kernel.errors import Refusal
from app.mediation.kinds import (
    AgreementForm,
    Duty,
    PartyKind,
    RepresentativeKind,
    SignatureKind,
    SigningCapacity,
)


class SigningRefusal(StrEnum):
    NOTHING_ENTERED = "signing_nothing_entered"
    NOBODY_ACTS = "signing_nobody_acts"
    ALREADY = "signing_already"
    WITNESS_MISSING = "signing_witness_missing"
    IN_FUTURE = "signing_in_future"
    TOO_EARLY = "signing_too_early"
    TEXT_CHANGED = "signing_text_changed"
    SHEET_DIFFERS = "signing_sheet_differs"
    SIGNATURES_STAND = "signatures_stand"
    WITHDRAWN = "signature_withdrawn"
    WITHDRAWAL_REASON = "signature_withdrawal_reason"


R = SigningRefusal
C = SigningCapacity


class LineState(StrEnum):
    """How far a line of the sheet is."""

    MISSING = "line_missing"
    SIGNED = "line_signed"
    REFUSED = "line_refused"


@dataclass(frozen=True, slots=True)
class PartyToSign:
    """`is_bound`: something is owed by or to a related person; the two sides always are."""

    id: int
    name: str
    kind: PartyKind = PartyKind.NATURAL
    is_minor: bool = False
    is_bound: bool = True
    acting: RepresentativeKind | None = None
    representative: str = ""


@dataclass(frozen=True, slots=True)
class PersonToSign:
    """Somebody with a duty in the case; `id` is the duty's."""

    id: int
    name: str
    duty: Duty


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody whose signature can stand on a line."""

    name: str
    capacity: SigningCapacity
    subject_id: int

    @property
    def key(self) -> str:
        """Tells signers of one agreement apart: the capacity, and for which party or duty."""
        return f"{self.capacity.value}:{self.subject_id}"

    @property
    def is_for_party(self) -> bool:
        return self.capacity in FOR_PARTIES


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line of the sheet: any one of `signers` fills it. Nobody there: nobody acts yet."""

    name: str
    signers: tuple[Signer, ...]
    is_required: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody did, as the officer reports it; the instant is UTC."""

    signer: str
    kind: SignatureKind
    signed_at: datetime
    place: str = ""
    read_aloud_by: str = ""


FOR_PARTIES = frozenset({C.IN_PERSON, C.AGENT, C.LEGAL_REPRESENTATIVE, C.GUARDIAN})
MUST_SIGN = frozenset({Duty.PRESIDING, Duty.INTERPRETER})
ACTING = {
    RepresentativeKind.AGENT: C.AGENT,
    RepresentativeKind.LEGAL_REPRESENTATIVE: C.LEGAL_REPRESENTATIVE,
    RepresentativeKind.GUARDIAN: C.GUARDIAN,
}


def lines(
    form: AgreementForm, parties: Iterable[PartyToSign], people: Iterable[PersonToSign]
) -> tuple[SheetLine, ...]:
    """The sheet: the parties, then the people of the case, those who must sign among them."""
    is_written = form is AgreementForm.WRITTEN
    return (
        *(SheetLine(each.name, _who_signs(each), is_written and each.is_bound) for each in parties),
        *(_line_of(each, is_written) for each in people),
    )


def _line_of(person: PersonToSign, is_written: bool) -> SheetLine:
    """The presiding mediator signs whatever the form, an interpreter what was read aloud."""
    must = person.duty is Duty.PRESIDING or (is_written and person.duty in MUST_SIGN)
    signer = Signer(person.name, SigningCapacity(person.duty.value), person.id)
    return SheetLine(person.name, (signer,), must)


def _who_signs(party: PartyToSign) -> tuple[Signer, ...]:
    """Guardian and legal representative sign alone; a grown person or their agent, either."""
    own = Signer(party.name, C.IN_PERSON, party.id)
    acts = _who_acts(party)
    if party.is_minor:
        return (acts,) if acts and acts.capacity is C.GUARDIAN else ()
    if acts is None:
        return (own,)
    is_either = acts.capacity is C.AGENT and party.kind is PartyKind.NATURAL
    return (own, acts) if is_either else (acts,)


def _who_acts(party: PartyToSign) -> Signer | None:
    if party.acting is None or not party.representative.strip():
        return None
    return Signer(party.representative, ACTING[party.acting], party.id)


def state_of(line: SheetLine, standing: Mapping[str, SignatureKind]) -> LineState:
    """`standing`: the latest word of each signer that was not withdrawn. A refusal weighs most."""
    words = {standing[each.key] for each in line.signers if each.key in standing}
    if SignatureKind.REFUSED in words:
        return LineState.REFUSED
    return LineState.SIGNED if words else LineState.MISSING


def missing(
    sheet: Iterable[SheetLine], standing: Mapping[str, SignatureKind]
) -> tuple[SheetLine, ...]:
    """The lines without which the agreement is not concluded."""
    return tuple(
        line
        for line in sheet
        if line.is_required and state_of(line, standing) is not LineState.SIGNED
    )


def refused(
    sheet: Iterable[SheetLine], standing: Mapping[str, SignatureKind]
) -> tuple[SheetLine, ...]:
    """Whose refusal keeps the agreement from being concluded."""
    return tuple(
        line for line in sheet if line.is_required and state_of(line, standing) is LineState.REFUSED
    )


def sheet_refusals(sheet: Iterable[SheetLine]) -> tuple[Refusal, ...]:
    """For whom nobody can sign yet: a child without a recorded guardian."""
    return tuple(
        Refusal(R.NOBODY_ACTS, {"party": line.name})
        for line in sheet
        if line.is_required and not line.signers
    )


def entry_refusals(
    entries: Iterable[Entry],
    names: Mapping[str, str],
    standing: Mapping[str, SignatureKind],
    *,
    since: datetime,
    now: datetime,
) -> tuple[Refusal, ...]:
    """Why these cannot stand; `names` of the signers by key, `since`: before it nothing was agreed.

    Who refused may sign later after all; who signed has signed, and nobody says two things at once.
    """
    given = tuple(entries)
    if not given:
        return (Refusal(R.NOTHING_ENTERED),)
    found: list[Refusal] = []
    seen: set[str] = set()
    for each in given:
        about = {"person": names[each.signer], "signer": each.signer}
        has_signed = standing.get(each.signer, SignatureKind.REFUSED) is not SignatureKind.REFUSED
        if has_signed or each.signer in seen:
            found.append(Refusal(R.ALREADY, about, field="kind"))
        seen.add(each.signer)
        if each.kind is SignatureKind.FINGERPRINT and not each.read_aloud_by.strip():
            found.append(Refusal(R.WITNESS_MISSING, about, field="read_aloud_by"))
        if each.signed_at > now:
            found.append(Refusal(R.IN_FUTURE, about, field="time"))
        elif each.signed_at < since:
            found.append(Refusal(R.TOO_EARLY, about, field="time"))
    return tuple(found)


def text_refusals(
    digest: str, signed_digests: Iterable[str], printed_digest: str | None
) -> tuple[Refusal, ...]:
    """What is signed is one text: that of the earlier signatures, and that of the printed sheet."""
    found = []
    if any(each != digest for each in signed_digests):
        found.append(Refusal(R.TEXT_CHANGED))
    if printed_digest is not None and printed_digest != digest:
        found.append(Refusal(R.SHEET_DIFFERS))
    return tuple(found)
