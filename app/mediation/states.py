"""What can a case become?

Sources: the states and moves of the register's own design; the words for them are those of
the two countries' registers. Withdrawal is a termination with its own kind.
"""

from collections.abc import Mapping
from enum import StrEnum

from app.kernel.lifecycle import actions_from


class CaseState(StrEnum):
    DRAFT = "draft"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"
    REFERRED = "referred"
    TERMINATED = "terminated"
    MEDIATING = "mediating"
    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    PERFORMING = "performing"
    PERFORMED = "performed"
    DEFAULTED = "defaulted"
    CLOSED = "closed"
    ARCHIVED = "archived"


class CaseAction(StrEnum):
    RECEIVE = "receive"
    ACCEPT = "accept"
    DECLINE = "decline"
    REFER = "refer"
    TERMINATE = "terminate"
    START_MEDIATION = "start_mediation"
    SETTLE = "settle"
    FAIL = "fail"
    BEGIN_PERFORMANCE = "begin_performance"
    COMPLETE_PERFORMANCE = "complete_performance"
    DEFAULT = "default"
    RESUME = "resume"
    CLOSE = "close"
    ARCHIVE = "archive"
    REOPEN = "reopen"


class Outcome(StrEnum):
    """How a case ended: what its closing report and the returns count."""

    SETTLED = "settled"
    NOT_SETTLED = "not_settled"
    NOT_ACCEPTED = "not_accepted"
    REFERRED = "referred"
    TERMINATED = "terminated"


S, A = CaseState, CaseAction

OUTCOME_OF: Mapping[CaseState, Outcome] = {
    S.AGREED: Outcome.SETTLED,
    S.PERFORMED: Outcome.SETTLED,
    S.DEFAULTED: Outcome.SETTLED,
    S.NOT_AGREED: Outcome.NOT_SETTLED,
    S.NOT_ACCEPTED: Outcome.NOT_ACCEPTED,
    S.REFERRED: Outcome.REFERRED,
    S.TERMINATED: Outcome.TERMINATED,
}
"""A settled case counts as settled even where it was not performed; that is a line of its own."""

ENDED = frozenset(
    {S.NOT_ACCEPTED, S.REFERRED, S.TERMINATED, S.NOT_AGREED, S.PERFORMED, S.DEFAULTED}
)
"""Nothing more will happen on the merits. An agreement that owes nothing is closable as well
(an apology given in the room), but it is not ended by itself: rules/moves.py looks at what is owed.
"""

TRANSITIONS: dict[tuple[CaseState, CaseAction], CaseState] = {
    (S.DRAFT, A.RECEIVE): S.RECEIVED,
    (S.RECEIVED, A.ACCEPT): S.ACCEPTED,
    (S.RECEIVED, A.DECLINE): S.NOT_ACCEPTED,
    (S.RECEIVED, A.REFER): S.REFERRED,
    (S.RECEIVED, A.TERMINATE): S.TERMINATED,
    (S.ACCEPTED, A.START_MEDIATION): S.MEDIATING,
    (S.ACCEPTED, A.REFER): S.REFERRED,
    (S.ACCEPTED, A.TERMINATE): S.TERMINATED,
    (S.MEDIATING, A.SETTLE): S.AGREED,
    (S.MEDIATING, A.FAIL): S.NOT_AGREED,
    (S.MEDIATING, A.REFER): S.REFERRED,
    (S.MEDIATING, A.TERMINATE): S.TERMINATED,
    (S.AGREED, A.BEGIN_PERFORMANCE): S.PERFORMING,
    (S.AGREED, A.CLOSE): S.CLOSED,
    (S.PERFORMING, A.COMPLETE_PERFORMANCE): S.PERFORMED,
    (S.PERFORMING, A.DEFAULT): S.DEFAULTED,
    # The debtor who pays late has paid: the last receipt lifts the default.
    (S.DEFAULTED, A.COMPLETE_PERFORMANCE): S.PERFORMED,
    (S.NOT_ACCEPTED, A.CLOSE): S.CLOSED,
    (S.REFERRED, A.CLOSE): S.CLOSED,
    (S.TERMINATED, A.CLOSE): S.CLOSED,
    (S.NOT_AGREED, A.CLOSE): S.CLOSED,
    (S.PERFORMED, A.CLOSE): S.CLOSED,
    (S.DEFAULTED, A.CLOSE): S.CLOSED,
    # A supplementary agreement gives a debtor in default new days; a receipt entered by mistake
    # is taken back: something is owed again.
    (S.DEFAULTED, A.RESUME): S.PERFORMING,
    (S.PERFORMED, A.RESUME): S.PERFORMING,
    (S.CLOSED, A.ARCHIVE): S.ARCHIVED,
    (S.CLOSED, A.REOPEN): S.MEDIATING,
}

OPEN = frozenset(S) - ENDED - {S.CLOSED, S.ARCHIVED}
"""Somebody still has to act: these are the cases of the work list."""

EDITABLE = frozenset({S.DRAFT, S.RECEIVED, S.ACCEPTED, S.MEDIATING})
"""Who, what and where may still be corrected: until the agreement speaks for itself."""

RECEIPTS_ALLOWED = frozenset({S.AGREED, S.PERFORMING, S.DEFAULTED})
RECEIPTS_WITHDRAWABLE = RECEIPTS_ALLOWED | {S.PERFORMED}
SUPPLEMENTS_ALLOWED = frozenset({S.AGREED, S.PERFORMING, S.DEFAULTED})
"""What was signed is changed by another agreement: while it is in force, and not all done."""

FILE_OPEN = frozenset(S) - {S.DRAFT, S.ARCHIVED}
"""Papers may be put into the file: from receipt until it goes to the archive."""

NEEDS_REASON = frozenset({A.DECLINE, A.REFER, A.TERMINATE, A.FAIL, A.DEFAULT, A.RESUME, A.REOPEN})
"""A move that refuses, ends or undoes something says why."""

NEEDS_ROUTE = frozenset({A.DECLINE, A.FAIL})
"""Where mediation is refused or fails, the parties are told their other lawful routes
(a duty of the People's Mediation Law, and of Vietnam's Law on Grassroots Mediation 35/2013/QH13).
"""


def next_actions(state: CaseState) -> tuple[CaseAction, ...]:
    """What the case page offers in `state`, the usual step first."""
    return actions_from(state, TRANSITIONS)
