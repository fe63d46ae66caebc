"""What are the words of the court step, on either side?"""

from flask_babel import lazy_gettext as _l

from app.mediation.kinds import CourtResult, CourtStepKind
from app.mediation.rules.court_results import CourtResultRefusal
from app.mediation.rules.court_step import CourtStepRefusal
from app.web.labels import register_labels

KINDS = {
    CourtStepKind.CONFIRMATION_CN: _l("Judicial confirmation (China)"),
    CourtStepKind.RECOGNITION_VN: _l("Recognition by a court (Vietnam)"),
    CourtResult.PENDING: _l("Waiting for the court"),
    CourtResult.CONFIRMED: _l("Confirmed or recognised"),
    CourtResult.REFUSED: _l("Refused by the court"),
    CourtResult.WITHDRAWN: _l("Request withdrawn"),
}

REFUSALS = {
    CourtStepRefusal.EXCLUDED: _l(
        "The law keeps this matter (status or ownership) from a court's confirmation."
    ),
    CourtStepRefusal.NOT_MEDIATED_THERE: _l("No body of that country mediated in this case."),
    CourtStepRefusal.NOT_WRITTEN: _l("The court asks for a written agreement; this one is oral."),
    CourtStepRefusal.BOTH_MUST_APPLY: _l("Both parties must ask the court together."),
    CourtStepRefusal.NOBODY_APPLIES: _l("Say which party asks the court."),
    CourtStepRefusal.TOO_LATE: _l("It is too late: the last day was %(last_day)s."),
    CourtResultRefusal.DAY_MISSING: _l("Enter the day of the result."),
    CourtResultRefusal.BEFORE_FILED: _l(
        "The result cannot be before the request was filed, %(filed_on)s."
    ),
    CourtResultRefusal.IN_FUTURE: _l("The day cannot be after today, %(today)s."),
}


def register() -> None:
    register_labels(KINDS)
    register_labels(REFUSALS)
