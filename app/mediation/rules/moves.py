"""May this case make this move, and what stands in its way? All of it, never only the first.

Whether the state knows the move at all is the transition table's matter (states.py).
Sources: People's Mediation Law (agreement, effect, telling the other lawful routes), Vietnam's
Law 35/2013/QH13 for the same duty, the register's own design for the rest.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from app.kernel.errors import Refusal
from app.mediation.kinds import AgreementForm
from app.mediation.rules import missing, screening
from app.mediation.rules.facts import CaseFacts, Given
from app.mediation.rules.missing import MissingCode
from app.mediation.rules.performance import SETTLED
from app.mediation.states import NEEDS_REASON, NEEDS_ROUTE, CaseAction, CaseState


class MoveRefusal(StrEnum):
    REASON = "reason_not_given"
    ROUTE = "lawful_route_not_told"
    SCREENED_OUT = "screened_out"
    REFERRED_TO = "referred_to_not_given"
    TERMINATION_KIND = "termination_kind_not_given"
    AGREEMENT = "agreement_missing"
    EFFECTIVE_DATE = "effective_date_missing"
    EFFECTIVE_BEFORE_RECEIPT = "effective_before_receipt"
    AGREEMENT_UNSIGNED = "agreement_unsigned"
    NOTHING_OWED = "nothing_owed"
    OBLIGATIONS_OPEN = "obligations_open"
    NOTHING_OPEN = "nothing_open"
    NEVER_ACCEPTED = "never_accepted"


R, A = MoveRefusal, CaseAction
Check = Callable[[CaseFacts, Given], Iterator[Refusal]]


def refusals(
    facts: CaseFacts, action: CaseAction, given: Given | None = None
) -> tuple[Refusal, ...]:
    """Every reason why the case may not make this move now; empty where it may."""
    given = given or Given()
    return (*_about_reasons(action, given), *CHECKS[action](facts, given))


def _about_reasons(action: CaseAction, given: Given) -> Iterator[Refusal]:
    if action in NEEDS_REASON and not given.reason.strip():
        yield Refusal(R.REASON, field="reason")
    if action in NEEDS_ROUTE and given.route_told is None:
        yield Refusal(R.ROUTE, field="route_told")


def _nothing(facts: CaseFacts, given: Given) -> Iterator[Refusal]:
    yield from ()


def _receive(facts: CaseFacts, given: Given) -> Iterator[Refusal]:
    """The registration number is drawn per office and year; the rest may follow."""
    if not facts.has_office:
        yield Refusal(MissingCode.OFFICE, field="office")
    if facts.received_on is None:
        yield Refusal(MissingCode.RECEIVED_ON, field="received_on")


def _accept(facts: CaseFacts, given: Given) -> Iterator[Refusal]:
    for item in missing.must_fields(facts):
        yield Refusal(item.code, item.facts)
    if not facts.has_committee:
        yield Refusal(MissingCode.COMMITTEE, field="committee")
    for hit in screening.blocking_hits(facts.answers):
        yield Refusal(R.SCREENED_OUT, {"question": hit.key, "refers_to": hit.refers_to})


def _refer(facts: CaseFacts, given: Given) -> Iterator[Refusal]:
    if not given.referred_to.strip():
        yield Refusal(R.REFERRED_TO, field="referred_to")


def _terminate(facts: CaseFacts, given: Given) -> Iterator[Refusal]:
    if given.termination is None:
        yield Refusal(R.TERMINATION_KIND, field="termination")


def _start(facts: CaseFacts, given: Given) -> Iterator[Refusal]:
    if not facts.has_presiding_mediator:
        yield Refusal(MissingCode.PRESIDING_MEDIATOR)


def _settle(facts: CaseFacts, given: Given) -> Iterator[Refusal]:
    """A written agreement is in force when signed and sealed, an oral one on the day reached."""
    agreement = facts.agreement
    if agreement is None:
        yield Refusal(R.AGREEMENT)
        return
    if agreement.effective_on is None:
        yield Refusal(R.EFFECTIVE_DATE, field="effective_on")
    elif facts.received_on and agreement.effective_on < facts.received_on:
        details = {"received_on": facts.received_on}
        yield Refusal(R.EFFECTIVE_BEFORE_RECEIPT, details, field="effective_on")
    if agreement.form is AgreementForm.WRITTEN and not agreement.is_signed:
        yield Refusal(R.AGREEMENT_UNSIGNED)


def _begin(facts: CaseFacts, given: Given) -> Iterator[Refusal]:
    if not facts.owed:
        yield Refusal(R.NOTHING_OWED)


def _complete(facts: CaseFacts, given: Given) -> Iterator[Refusal]:
    if left := sum(state not in SETTLED for state in facts.owed):
        yield Refusal(R.OBLIGATIONS_OPEN, {"count": left})


def _default(facts: CaseFacts, given: Given) -> Iterator[Refusal]:
    """The officer's finding, with a reason: a debtor may refuse before the day it is due."""
    if SETTLED.issuperset(facts.owed):
        yield Refusal(R.NOTHING_OPEN)


def _resume(facts: CaseFacts, given: Given) -> Iterator[Refusal]:
    """Only what is owed can be performed again."""
    if SETTLED.issuperset(facts.owed):
        yield Refusal(R.NOTHING_OPEN)


def _close(facts: CaseFacts, given: Given) -> Iterator[Refusal]:
    """The outcome follows from the state; an agreement closes directly only if nothing is owed."""
    if not facts.has_closing_report:
        yield Refusal(MissingCode.CLOSING_REPORT)
    if facts.state is CaseState.AGREED:
        yield from _complete(facts, given)


def _archive(facts: CaseFacts, given: Given) -> Iterator[Refusal]:
    for item in facts.file_missing:
        yield Refusal(MissingCode.FILE_ITEM, {"item": item})


def _reopen(facts: CaseFacts, given: Given) -> Iterator[Refusal]:
    """Mediating again presumes it was once accepted: a declined case starts as a new one."""
    if not facts.has_case_number:
        yield Refusal(R.NEVER_ACCEPTED)


CHECKS: Mapping[CaseAction, Check] = {
    A.RECEIVE: _receive,
    A.ACCEPT: _accept,
    A.DECLINE: _nothing,
    A.REFER: _refer,
    A.TERMINATE: _terminate,
    A.START_MEDIATION: _start,
    A.SETTLE: _settle,
    A.FAIL: _nothing,
    A.BEGIN_PERFORMANCE: _begin,
    A.COMPLETE_PERFORMANCE: _complete,
    A.DEFAULT: _default,
    A.RESUME: _resume,
    A.CLOSE: _close,
    A.ARCHIVE: _archive,
    A.REOPEN: _reopen,
}
