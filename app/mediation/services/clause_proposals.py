"""How does the clause library change? One person proposes, a second one puts it in force.

Until then everybody composes with the version in force. `serves` is the one country of this
installation, None where both work in it.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app.audit.services import record
from app.db import db, transaction
from app.kernel.clock import local
from app.kernel.country import Country
from app.kernel.errors import NotFound, Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission
from app.mediation.models import Clause, ClauseProposal, ClauseVersion
from app.mediation.models.clause import TEXTS, columns_of
from app.mediation.queries.clause_proposals import (
    both_countries,
    clause_of,
    proposed_facts,
    waiting_for,
)
from app.mediation.rules import clause_proposals as rules
from app.mediation.rules.clause_proposals import (
    ProposalEnd,
    ProposalKind,
    ProposalRefusal,
    Word,
)
from app.mediation.rules.clauses import ClauseRefusal, Version, version_refusals
from app.mediation.services.clause_library import add_clause, append_version
from app.mediation.services.clause_notices import tell_decided, tell_second_people

K = ProposalKind
Changes = Mapping[str, tuple[Any, Any]]
_DONE = {
    K.NEW_CLAUSE: "added", K.NEW_VERSION: "saved", K.WITHDRAWAL: "withdrawn",
    K.RESTORATION: "restored",
}  # fmt: skip


def propose_clause(
    actor: Actor, *, key: str, draft: Version, reason: str, serves: Country | None, now: datetime
) -> ClauseProposal:
    """A clause that is not in the library. Raises NotPermitted, RuleBroken with every reason."""
    actor.demand(Permission.CLAUSE_EDIT)
    with transaction():
        found = list(version_refusals(draft))
        if db.session.scalar(select(Clause.id).where(Clause.key == key)) is not None:
            found.append(Refusal(ClauseRefusal.KEY_TAKEN, {"key": key}, field="key"))
        row = ClauseProposal(key=key, kind=K.NEW_CLAUSE, wanted=columns_of(draft), base_number=0)
        return _propose(actor, row, found, reason, serves, now)


def propose_version(
    actor: Actor, *, key: str, draft: Version, reason: str, serves: Country | None, now: datetime
) -> ClauseProposal:
    """How a clause is to read. Raises NotPermitted, NotFound, RuleBroken with every reason."""
    actor.demand(Permission.CLAUSE_EDIT)
    with transaction():
        now_reads = _locked(key).current
        row = ClauseProposal(
            key=key, kind=K.NEW_VERSION, wanted=columns_of(draft), base_number=now_reads.number
        )
        found, is_new = list(version_refusals(draft)), now_reads.version != draft
        return _propose(actor, row, found, reason, serves, now, is_new=is_new)


def propose_offer(
    actor: Actor, *, key: str, withdraw: bool, reason: str, serves: Country | None, now: datetime
) -> ClauseProposal:
    """That a clause is no longer offered, or again. Raises NotPermitted, NotFound, RuleBroken."""
    actor.demand(Permission.CLAUSE_EDIT)
    with transaction():
        clause = _locked(key)
        kind = K.WITHDRAWAL if withdraw else K.RESTORATION
        row = ClauseProposal(key=key, kind=kind, base_number=clause.current.number)
        is_new = clause.is_withdrawn is not withdraw
        return _propose(actor, row, [], reason, serves, now, is_new=is_new)


def decide(
    actor: Actor, *, proposal_id: int, word: Word, serves: Country | None, now: datetime
) -> ClauseProposal:
    """The second person's word: in force from this moment, or refused with the reason.

    Raises NotPermitted, NotFound, RuleBroken with every reason.
    """
    actor.demand(Permission.CLAUSE_EDIT)
    with transaction():
        row = _waiting(proposal_id)
        facts = proposed_facts(row)
        both = both_countries(serves, local(now, actor.country.zone).date())
        who = rules.second_person_refusals(facts, actor.user_id, actor.country, both_countries=both)
        if found := [*who, *rules.word_refusals(facts, word)]:
            raise RuleBroken(found)
        end = ProposalEnd.APPROVED if word.approve else ProposalEnd.REFUSED
        _end(actor, row, end, word.reason, now)
        if word.approve:
            _put_in_force(actor, row, now)
        else:
            _noted(actor, row, "refused", {}, word.reason, now)
        tell_decided(row, now)
        return row


def take_back(actor: Actor, *, proposal_id: int, now: datetime) -> ClauseProposal:
    """Who proposed it wishes it no longer. Raises NotPermitted, NotFound, RuleBroken."""
    actor.demand(Permission.CLAUSE_EDIT)
    with transaction():
        row = _waiting(proposal_id)
        if found := rules.taking_back_refusals(proposed_facts(row), actor.user_id):
            raise RuleBroken(found)
        _end(actor, row, ProposalEnd.TAKEN_BACK, "", now)
        _noted(actor, row, "taken_back", {}, "", now)
        return row


def _propose(
    actor: Actor,
    row: ClauseProposal,
    found: Sequence[Refusal],
    reason: str,
    serves: Country | None,
    now: datetime,
    *,
    is_new: bool = True,
) -> ClauseProposal:
    waits = waiting_for(row.key) is not None
    refusals = [
        *rules.proposal_refusals(is_new=is_new, one_waits=waits, reason=reason), *found
    ]  # fmt: skip
    if refusals:
        raise RuleBroken(refusals)
    row.reason, row.country, row.proposed_at = reason, actor.country, now
    row.proposed_by_id, row.proposed_by_name = actor.user_id, actor.display_name
    _insert(row)
    _noted(actor, row, "proposed", {"kind": (None, row.kind)}, reason, now)
    tell_second_people(row, serves, now)
    return row


def _insert(row: ClauseProposal) -> None:
    """Two people at the same moment: the table itself lets one wait for a clause."""
    db.session.add(row)
    try:
        db.session.flush()
    except IntegrityError as error:
        raise RuleBroken([Refusal(ProposalRefusal.ONE_WAITS)]) from error


def _put_in_force(actor: Actor, row: ClauseProposal, now: datetime) -> None:
    clause, draft = clause_of(row), row.draft
    changes: Changes = {}
    if draft is not None:
        before = clause.current if clause is not None else None
        clause = clause or add_clause(row.key)
        row.version = append_version(clause, draft, row.proposed_by_id, now)
        changes = _difference(before, row.version)
    elif clause is not None:
        clause.withdrawn_at = now if row.kind is K.WITHDRAWAL else None
    changes = {"proposed_by": (None, row.proposed_by_name), **changes}
    _noted(actor, row, _DONE[row.kind], changes, row.reason, now)


def _end(actor: Actor, row: ClauseProposal, end: ProposalEnd, reason: str, now: datetime) -> None:
    row.end, row.decided_at, row.decision_reason = end, now, reason
    row.decided_by_id, row.decided_by_name = actor.user_id, actor.display_name


def _locked(key: str) -> Clause:
    """The clause, which nobody else changes meanwhile. Raises NotFound."""
    found = db.session.scalar(select(Clause).where(Clause.key == key).with_for_update())
    if found is None:
        raise NotFound(clause=key)
    return found


def _waiting(proposal_id: int) -> ClauseProposal:
    """The proposal, on which nobody else decides meanwhile. Raises NotFound."""
    query = select(ClauseProposal).where(ClauseProposal.id == proposal_id).with_for_update()
    found = db.session.scalar(query)
    if found is None:
        raise NotFound(clause_proposal=proposal_id)
    if (clause := clause_of(found)) is not None:
        _locked(clause.key)
    return found


def _difference(before: ClauseVersion | None, after: ClauseVersion) -> Changes:
    """What reads otherwise now; the parameters only by their names."""
    names = (*TEXTS, "effect", "number")
    pairs = {name: (getattr(before, name, None), getattr(after, name)) for name in names}
    pairs["parameters"] = (_named(before), _named(after))
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _named(row: ClauseVersion | None) -> str:
    return ", ".join(each.name for each in row.version.parameters) if row is not None else ""


def _noted(
    actor: Actor, row: ClauseProposal, past: str, changes: Changes, reason: str, now: datetime
) -> None:
    record(
        actor,
        f"mediation:clause:{past}",
        object_type="clause_proposal",
        object_id=row.id,
        changes={"key": (None, row.key), **changes},
        reason=reason,
        at=now,
    )
