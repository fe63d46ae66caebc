"""When may something of one case cross the border, and does it still?

Sources: the register's own design (who may do what, and what may cross the border). Every party
consents, an officer asks, a reviewer who neither asked nor wrote approves: under a memorandum that
is known to be in force and to cover the stretch, else with the instrument or instruction named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.kernel.errors import Refusal
from app.mediation.kinds import DisclosureEnd


class DisclosureState(StrEnum):
    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    ON_HOLD = "on_hold"  # approved, but a party has not consented: nothing crosses meanwhile
    USED = "used"  # the letter has gone out
    EXPIRED = "expired"
    ENDED = "ended"


class DisclosureRefusal(StrEnum):
    FILE_SHUT = "disclosure_file_shut"
    NO_PARTIES = "disclosure_no_parties"
    CONSENT_MISSING = "disclosure_consent_missing"
    PURPOSE_MISSING = "disclosure_purpose_missing"
    ALREADY_RUNNING = "disclosure_already_running"
    LETTER_NOT_READY = "disclosure_letter_not_ready"
    LETTER_NAMES_NOBODY = "disclosure_letter_names_nobody"
    TEXT_CHANGED = "disclosure_text_changed"
    NOT_OTHER_SIDES_MEDIATOR = "disclosure_not_other_sides_mediator"
    ACCOUNT_MISSING = "disclosure_account_missing"
    UNTIL_PAST = "disclosure_until_past"
    UNTIL_TOO_FAR = "disclosure_until_too_far"
    ALREADY_DECIDED = "disclosure_already_decided"
    NOT_RUNNING = "disclosure_not_running"
    OWN_REQUEST = "disclosure_own_request"
    OWN_TEXT = "disclosure_own_text"
    SUCCESSOR_OPEN = "disclosure_successor_open"
    INSTRUMENT_MISSING = "disclosure_instrument_missing"
    REASON_MISSING = "disclosure_reason_missing"


R = DisclosureRefusal


@dataclass(frozen=True, slots=True)
class DisclosureFacts:
    """What is known of one request."""

    approved: bool | None = None
    end: DisclosureEnd | None = None
    is_used: bool = False
    until: date | None = None
    without_consent: tuple[str, ...] = ()


def state_of(facts: DisclosureFacts, today: date) -> DisclosureState:
    """Where a request stands on a day of the case's own side; `until` is the last day it holds."""
    if facts.end is not None:
        return DisclosureState.ENDED
    if facts.approved is False:
        return DisclosureState.REFUSED
    if facts.is_used:
        return DisclosureState.USED
    if facts.until is not None and facts.until < today:
        return DisclosureState.EXPIRED
    if facts.approved is None:
        return DisclosureState.WAITING
    return DisclosureState.ON_HOLD if facts.without_consent else DisclosureState.APPROVED


RUNNING = frozenset({DisclosureState.WAITING, DisclosureState.APPROVED, DisclosureState.ON_HOLD})
"""Asked or approved and not yet over: what can be taken back, revoked, or ended by a withdrawal."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is the same of every request. `without_consent` names the parties whose consent to
    sharing does not stand."""

    is_file_open: bool
    has_parties: bool
    without_consent: tuple[str, ...]
    purpose: str
    is_running: bool  # the same was asked before and has not ended


def asking_refusals(asked: Asked) -> tuple[Refusal, ...]:
    """Why nothing can be asked now."""
    found = [] if asked.is_file_open else [Refusal(R.FILE_SHUT)]
    found += consent_refusals(asked.has_parties, asked.without_consent)
    if not asked.purpose.strip():
        found.append(Refusal(R.PURPOSE_MISSING, field="purpose"))
    if asked.is_running:
        found.append(Refusal(R.ALREADY_RUNNING))
    return tuple(found)


def consent_refusals(has_parties: bool, without_consent: tuple[str, ...]) -> list[Refusal]:
    """Every party's consent to sharing stands, or nothing of the case crosses the border."""
    if not has_parties:
        return [Refusal(R.NO_PARTIES)]
    if without_consent:
        return [Refusal(R.CONSENT_MISSING, {"names": " · ".join(without_consent)})]
    return []


def letter_refusals(*, is_ready: bool, needs_approval: bool) -> tuple[Refusal, ...]:
    """`is_ready`: a draft with its subject and text in both languages."""
    found = [] if is_ready else [Refusal(R.LETTER_NOT_READY)]
    if not needs_approval:
        found.append(Refusal(R.LETTER_NAMES_NOBODY))
    return tuple(found)


def view_refusals(
    *, is_foreign_invited: bool, account: str, until: date, today: date, most_days: int
) -> tuple[Refusal, ...]:
    """A joint view is for the invited mediator of the other side, and for a time."""
    found = [] if is_foreign_invited else [
        Refusal(R.NOT_OTHER_SIDES_MEDIATOR, field="case_mediator_id")
    ]  # fmt: skip
    if not account.strip():
        found.append(Refusal(R.ACCOUNT_MISSING, field="account"))
    if until < today:
        found.append(Refusal(R.UNTIL_PAST, field="until"))
    elif until > (latest := today + timedelta(days=most_days)):
        found.append(Refusal(R.UNTIL_TOO_FAR, {"latest": latest}, field="until"))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a disclosure can rest on: is the memorandum of the case known to be in force and to
    cover the place, and has a party of it ended without a confirmed successor?"""

    is_covered: bool = False
    successor_open: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What the reviewer says."""

    approve: bool
    reason: str = ""
    instrument: str = ""


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides, beside who asked and who wrote."""

    user_id: int | None
    asked_by_id: int | None
    written_by: frozenset[int] = frozenset()


def decision_refusals(
    facts: DisclosureFacts,
    decision: Decision,
    decider: Decider,
    standing: Standing,
    *,
    is_text_same: bool,
    today: date,
) -> tuple[Refusal, ...]:
    """Why this decision does not count."""
    found = [*_who(decider)]
    state = state_of(facts, today)
    if state is DisclosureState.EXPIRED and decision.approve:
        found.append(Refusal(R.UNTIL_PAST))
    elif state not in (DisclosureState.WAITING, DisclosureState.EXPIRED):
        found.append(Refusal(R.ALREADY_DECIDED))
    if decision.approve:
        found += _approving(facts, decision, standing, is_text_same)
    elif not decision.reason.strip():
        found.append(Refusal(R.REASON_MISSING, field="reason"))
    return tuple(found)


def _who(decider: Decider) -> Iterator[Refusal]:
    if decider.user_id is None or decider.user_id == decider.asked_by_id:
        yield Refusal(R.OWN_REQUEST)
    elif decider.user_id in decider.written_by:
        yield Refusal(R.OWN_TEXT)


def _approving(
    facts: DisclosureFacts, decision: Decision, standing: Standing, is_text_same: bool
) -> Iterator[Refusal]:
    if facts.without_consent:
        names = " · ".join(facts.without_consent)
        yield Refusal(R.CONSENT_MISSING, {"names": names})
    if not is_text_same:
        yield Refusal(R.TEXT_CHANGED)
    if standing.successor_open:
        yield Refusal(R.SUCCESSOR_OPEN)
    elif not standing.is_covered and not decision.instrument.strip():
        yield Refusal(R.INSTRUMENT_MISSING, field="instrument")
