"""What are the ways into the register called, and the refusals on the way?"""

from flask_babel import lazy_gettext as _l

from app.mediation.kinds import Basis, Channel
from app.mediation.rules.intake import IntakeRefusal as R
from app.web.labels import register_labels

CHANNELS = {
    Channel.WINDOW: _l("At the counter"),
    Channel.PHONE: _l("By telephone"),
    Channel.HOME_VISIT: _l("Visit to the home"),
    Channel.BOOKED: _l("Appointment"),
    Channel.REFERRED: _l("Passed on by another body"),
}
BASES = {
    Basis.MEMORANDUM: _l("A memorandum"),
    Basis.OTHER_INSTRUMENT: _l("Another instrument or instruction"),
    Basis.NONE_COVERS: _l("No memorandum covers this stretch of the border"),
    Basis.DOMESTIC: _l("A domestic case"),
}
REFUSALS = {
    R.RECEIVED_IN_FUTURE: _l("The day received is in the future. Today is the latest day."),
    R.RECEIVED_AFTER_NEXT: _l("The case went on before this day. Choose an earlier day."),
    R.UNKNOWN_CODE: _l("This choice was not in use on the day received. Choose another."),
    R.NOT_A_DRAFT: _l("This case is registered already. Correct it group by group on its page."),
    R.NOT_EDITABLE: _l("The agreement speaks for this case now, so this can no longer be changed."),
    R.MEMORANDUM_MISSING: _l("Choose the memorandum."),
    R.INSTRUMENT_MISSING: _l("Name the instrument or instruction."),
    R.COMMITTEE_ELSEWHERE: _l("This committee does not seal for the handling office."),
    R.DIVISION_ELSEWHERE: _l("This place is on the other side of the border."),
}


def register() -> None:
    for labels in (CHANNELS, BASES, REFUSALS):
        register_labels(labels)
