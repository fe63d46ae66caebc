"""What are the words of performance: receipts, instalments, follow-up visits?"""

from flask_babel import lazy_gettext as _l

from app.mediation.kinds import Satisfaction
from app.mediation.rules.follow_ups import FollowUpRefusal
from app.mediation.rules.performance import ObligationState, PerformanceRefusal
from app.mediation.rules.receipts import ReceiptRefusal
from app.mediation.rules.spot import SpotRefusal
from app.web.labels import register_labels

KINDS = {
    ObligationState.NOT_DUE: _l("Not due yet"),
    ObligationState.PART: _l("Partly done"),
    ObligationState.DONE: _l("Done (obligation)"),
    ObligationState.OVERDUE: _l("Overdue"),
    ObligationState.REPLACED: _l("Replaced by a supplementary agreement"),
    Satisfaction.SATISFIED: _l("Satisfied"),
    Satisfaction.FAIR: _l("Fairly satisfied"),
    Satisfaction.DISSATISFIED: _l("Dissatisfied"),
}
TONES = {
    ObligationState.NOT_DUE: "blue",
    ObligationState.PART: "yellow",
    ObligationState.DONE: "green",
    ObligationState.OVERDUE: "red",
    ObligationState.REPLACED: "grey",
}

P, R, F = PerformanceRefusal, ReceiptRefusal, FollowUpRefusal
REFUSALS = {
    P.RECEIPT_NOT_POSITIVE: _l("The amount received must be more than zero."),
    P.RECEIPT_CURRENCY: _l("This is owed in another currency: %(currency)s."),
    P.RECEIPT_TOO_MUCH: _l("Only %(outstanding)s is left to pay; this is %(difference)s too much."),
    P.RECEIPT_IN_FUTURE: _l("The day cannot be after today, %(today)s."),
    P.PLAN_EMPTY: _l("A plan has at least one instalment."),
    P.PLAN_INTERVAL: _l("There is at least one month between instalments."),
    P.PLAN_CURRENCY: _l("All instalments are in the currency of the total: %(currency)s."),
    P.PLAN_NOT_POSITIVE: _l("Every instalment must be more than zero."),
    P.PLAN_SUM_DIFFERS: _l(
        "The instalments add up to %(planned)s, but the total is %(total)s. "
        "Difference: %(difference)s."
    ),
    P.PLAN_DATES_BACKWARDS: _l("The instalments must follow one another: check the days."),
    R.AMOUNT: _l("Enter the amount received."),
    R.TWICE: _l(
        "A receipt of that day with this amount and remark is already recorded. "
        "If money came twice, say so in the remark."
    ),
    R.ALREADY_DONE: _l("This was already recorded as done on %(done_on)s."),
    R.DONE_IN_FUTURE: _l("The day cannot be after today, %(today)s."),
    R.NOT_NOW: _l("Receipts cannot be changed while the case is in this state: %(state)s."),
    R.REPLACED: _l(
        "A supplementary agreement took the place of what was left of this. Enter the receipt "
        "under the new agreement."
    ),
    R.BEFORE_SUPPLEMENT: _l(
        "A supplementary agreement counts on this receipt; it can no longer be withdrawn."
    ),
    R.WITHDRAWN: _l("This receipt was already withdrawn."),
    R.REASON: _l("Say why the receipt is withdrawn."),
    F.NOTHING_AGREED: _l("A follow-up visit needs a signed agreement."),
    F.IN_FUTURE: _l("The day cannot be after today, %(today)s."),
    F.BEFORE_AGREEMENT: _l(
        "The visit cannot be before the agreement took effect, %(effective_on)s."
    ),
    SpotRefusal.IN_FUTURE: _l("The day cannot be after today, %(latest)s."),
    SpotRefusal.TOO_LONG_AGO: _l(
        "That is too long ago for this page: the earliest day is %(earliest)s. "
        "Register it as an ordinary case."
    ),
}


def register() -> None:
    register_labels(KINDS)
    register_labels(REFUSALS)
