"""What are deadlines called, from what are they counted, and why can a day not be moved?"""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.mediation.models import Deadline
from app.mediation.rules.deadlines import Bucket, ClearReason, DeadlineCode, DeadlineRefusal
from app.web.filters import day
from app.web.labels import register_fact, register_labels

CODES = {
    DeadlineCode.FINISH_MEDIATION: _l("Finish mediation"),
    DeadlineCode.START_MEDIATION: _l("Begin mediation"),
    DeadlineCode.COURT_STEP: _l("Go to the court with the agreement"),
    DeadlineCode.FIRST_FOLLOW_UP: _l("First follow-up visit"),
    DeadlineCode.SECOND_FOLLOW_UP: _l("Second follow-up visit"),
    DeadlineCode.THIRD_FOLLOW_UP: _l("Third follow-up visit"),
    DeadlineCode.OBLIGATION: _l("Obligation under the agreement"),
}

BUCKETS = {
    Bucket.PAST: _l("Past"),
    Bucket.THIS_WEEK: _l("This week"),
    Bucket.LATER: _l("Later"),
    Bucket.CLEARED: _l("Cleared"),
}

CLEARED = {
    ClearReason.DONE: _l("Done"),
    ClearReason.ENDED: _l("No longer needed: mediation ended or the file was closed"),
    ClearReason.REOPENED: _l("No longer needed: the case was taken up again"),
    ClearReason.REPLACED: _l("No longer owed: replaced by a supplementary agreement"),
    ClearReason.BY_HAND: _l("Cleared by hand"),
}

REFUSALS = {
    DeadlineRefusal.NOT_EXTENDABLE: _l("This day cannot be moved: %(code)s."),
    DeadlineRefusal.NOT_LATER: _l("The new last day must be after the present one."),
    DeadlineRefusal.CONSENT_MISSING: _l("Enter the day on which %(party)s agreed."),
    DeadlineRefusal.CONSENT_IN_FUTURE: _l("%(party)s cannot have agreed on a day after today."),
    DeadlineRefusal.REASON_MISSING: _l("Say why more time is needed."),
    DeadlineRefusal.ALREADY_CLEARED: _l("This deadline no longer runs."),
    DeadlineRefusal.CLEAR_REASON_MISSING: _l("Say why this deadline no longer applies."),
}


def of_which_agreement(row: Deadline) -> str:
    """Which agreement a court step belongs to, where one and its supplement both have theirs."""
    agreements = {f"agreement:{each.id}": each for each in row.case.agreements}
    if row.rule is not DeadlineCode.COURT_STEP or row.subject not in agreements:
        return ""
    own = agreements[row.subject]
    main = own.supplements or own
    subjects = [each.subject for each in row.case.deadlines if each.rule is row.rule]
    together = [agreements[each] for each in subjects if each in agreements]
    if sum((each.supplements or each) is main for each in together) < 2:
        return ""
    if own.supplement_no is None:
        return _("original agreement")
    return _("supplement %(number)s", number=own.supplement_no)


def counted_from(row: Deadline) -> str:
    """From what the day was counted, as a phrase."""
    on = day(row.counted_from)
    match row.rule:
        case DeadlineCode.OBLIGATION:
            return _("The day the parties agreed on")
        case DeadlineCode.FINISH_MEDIATION if row.subject.startswith("round:"):
            return _("Counted from the day the case was taken up again, %(day)s", day=on)
        case DeadlineCode.FINISH_MEDIATION:
            return _("Counted from acceptance on %(day)s", day=on)
        case DeadlineCode.START_MEDIATION:
            return _("Counted from the assignment of the mediator on %(day)s", day=on)
    return _("Counted from the day the agreement took effect, %(day)s", day=on)


def register() -> None:
    for labels in (CODES, BUCKETS, CLEARED, REFUSALS):
        register_labels(labels)
    register_fact("deadline", DeadlineCode)
