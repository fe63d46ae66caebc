"""How does a paper go out with its serial, and how is it taken back?"""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.audit import services as audit
from app.db import transaction
from app.db.sealed import seal_bytes, unseal_bytes
from app.documents.pdf_parts import page_count
from app.documents.qr import qr_svg
from app.kernel.clock import local
from app.kernel.country import Country
from app.kernel.errors import NotFound, Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import PaperKind
from app.mediation.models import Case, IssuedPaper
from app.mediation.papers.both_languages import in_both
from app.mediation.papers.catalogue import AGREEMENTS, PaperRef, item_of, papers_of
from app.mediation.papers.rendering import Stamp, paper_data, render_paper
from app.mediation.queries.agreement_text import text_digest
from app.mediation.queries.issued import issued_of
from app.mediation.queries.letters import printing_refusals
from app.mediation.queries.scope import get_case
from app.mediation.rules.papers import (
    LINK_DIGITS,
    data_digest,
    new_serial,
    reveal_refusals,
    withdrawal_refusals,
)
from app.mediation.rules.papers import PaperRefusal as R
from app.mediation.services.opening import child, note, open_case


@dataclass(frozen=True, slots=True)
class Copy:
    """Whose copy is printed; `full`: with whole numbers and addresses, for a reason; `again`:
    although the same copy went out already."""

    side: Country
    full: bool = False
    reason: str = ""
    again: bool = False


def issue(
    actor: Actor, *, case_id: int, ref: PaperRef, copy: Copy, base_url: str, now: datetime
) -> tuple[IssuedPaper, bytes]:
    """Print a paper under a serial of its own, which anybody can have checked at `base_url`.

    Raises NotFound (also for what cannot be printed now), NotPermitted, RuleBroken.
    """
    with transaction() as session:
        case = open_case(actor, case_id, Permission.MEDIATE)
        if ref not in papers_of(case):
            raise NotFound(paper=ref.kind, subject=ref.subject)
        if ref.kind is PaperKind.LETTER and (found := printing_refusals(case, ref.subject)):
            raise RuleBroken(found)
        if copy.full:
            get_case(actor, case_id, Permission.CASE_REVEAL)
            if found := reveal_refusals(copy.reason):
                raise RuleBroken(found)
        row, pdf = _printed(actor, case, ref, copy, base_url, now)
        if not copy.again and (same := _same_as(case, row)):
            raise RuleBroken([Refusal(R.SAME_ISSUED, {"serial": same.serial}, field="again")])
        _take_back_older_words(actor, case, row, now)
        session.add(row)
        session.flush()
        _note(actor, case, row, "full_issued" if copy.full else "issued", now, copy.reason)
        return row, pdf


def unchanged(case: Case, ref: PaperRef, now: datetime) -> list[IssuedPaper]:
    """The masked copies of this paper that went out and would say the same today, each side's."""
    if not any((row.kind, row.subject) == (ref.kind, ref.subject) for row in issued_of(case)):
        return []
    today = local(now, case.country.zone).date()
    data = {side: paper_data(case, ref, side=side, words=in_both, printed_on=today)
            for side in Country}  # fmt: skip
    found = (_standing(case, ref, side, data_digest(said)) for side, said in data.items())
    return [row for row in found if row]


def withdraw(
    actor: Actor, *, case_id: int, issued_id: int, reason: str, now: datetime
) -> IssuedPaper:
    """From now on the paper does not count, and whoever checks it is told so.

    Raises NotFound, NotPermitted, RuleBroken.
    """
    with transaction():
        case = open_case(actor, case_id, Permission.MEDIATE)
        row: IssuedPaper = child(issued_of(case), issued_id)
        if found := withdrawal_refusals(reason, is_withdrawn=not row.stands):
            raise RuleBroken(found)
        _take_back(actor, case, row, reason, now)
        return row


def open_in_full(actor: Actor, *, case_id: int, issued_id: int, now: datetime) -> IssuedPaper:
    """Leave an entry before a paper with whole numbers is opened once more.

    Raises NotFound, NotPermitted.
    """
    with transaction():
        case = get_case(actor, case_id, Permission.CASE_REVEAL)
        row: IssuedPaper = child(issued_of(case), issued_id)
        audit.record(  # reading a paper is no work on the case
            actor, "mediation:paper:revealed", object_type="issued_paper", object_id=row.id,
            case_id=case.id, changes={"serial": (None, row.serial)}, at=now,
        )  # fmt: skip
        return row


def pdf_of(row: IssuedPaper) -> bytes:
    """The very file that was issued."""
    return unseal_bytes(row.content, _context(row))


def link_of(row: IssuedPaper, base_url: str) -> str:
    """The address that answers whether this paper is ours and counts."""
    return f"{base_url.rstrip('/')}/check/{row.serial}/{row.data_digest[:LINK_DIGITS]}"


def _printed(
    actor: Actor, case: Case, ref: PaperRef, copy: Copy, base_url: str, now: datetime
) -> tuple[IssuedPaper, bytes]:
    today = local(now, case.country.zone).date()
    data = paper_data(case, ref, side=copy.side, words=in_both, printed_on=today, reveal=copy.full)
    row = IssuedPaper(
        case_id=case.id,
        kind=ref.kind,
        subject=ref.subject,
        item=item_of(ref).value,
        side=copy.side,
        is_full=copy.full,
        serial=new_serial(secrets.choice),
        data_digest=data_digest(data),
        text_digest=_text_digest(case, ref),
        issued_on=today,
        issued_at=now,
        issued_by_id=actor.user_id,
    )
    pdf = render_paper(ref.kind, data, printed_on=today, stamp=_stamp(row, base_url))
    row.file_digest = hashlib.sha256(pdf).hexdigest()
    row.pages = page_count(pdf)
    row.content = seal_bytes(pdf, _context(row))
    return row, pdf


def _same_as(case: Case, new: IssuedPaper) -> IssuedPaper | None:
    ref = PaperRef(new.kind, new.subject)
    return _standing(case, ref, new.side, new.data_digest, is_full=new.is_full)


def _standing(
    case: Case, ref: PaperRef, side: Country, digest: str, *, is_full: bool = False
) -> IssuedPaper | None:
    """The last copy of that side with the very same words that still counts."""
    wanted = (ref.kind, ref.subject, side, digest, is_full)
    for row in issued_of(case):
        said = (row.kind, row.subject, row.side, row.data_digest, row.is_full)
        if row.stands and said == wanted:
            return row
    return None


def _take_back_older_words(actor: Actor, case: Case, new: IssuedPaper, now: datetime) -> None:
    """Sheets of the same agreement with other words, of either side's copy, no longer count."""
    for old in issued_of(case):
        differs = old.text_digest not in ("", new.text_digest)
        if old.stands and differs and old.subject == new.subject:
            _take_back(actor, case, old, f"→ {new.serial}", now)


def _take_back(actor: Actor, case: Case, row: IssuedPaper, reason: str, now: datetime) -> None:
    row.withdrawn_at, row.withdrawn_by_id, row.withdrawn_reason = now, actor.user_id, reason
    _note(actor, case, row, "withdrawn", now, reason)


def _stamp(row: IssuedPaper, base_url: str) -> Stamp:
    return Stamp(row.serial, row.data_digest, qr_svg(link_of(row, base_url)))


def _text_digest(case: Case, ref: PaperRef) -> str:
    if ref.kind not in AGREEMENTS:
        return ""
    return next(text_digest(each) for each in case.agreements if each.id == ref.subject)


def _context(row: IssuedPaper) -> str:
    return f"issued_paper.content:{row.serial}"


def _note(
    actor: Actor, case: Case, row: IssuedPaper, past: str, now: datetime, reason: str = ""
) -> None:
    changes: Mapping[str, tuple[Any, Any]] = {
        "kind": (None, row.kind), "side": (None, row.side), "serial": (None, row.serial),
    }  # fmt: skip
    note(
        actor,
        case,
        f"mediation:paper:{past}",
        now,
        changes=changes if past.endswith("issued") else {"serial": (None, row.serial)},
        object_type="issued_paper",
        object_id=row.id,
        reason=reason,
    )
