"""What are duties, titles and declarations called, and why can somebody not have a duty?"""

from flask_babel import lazy_gettext as _l

from app.mediation.kinds import Conflict, Duty, PersonTitle
from app.mediation.rules.people import PeopleRefusal as R
from app.web.labels import register_labels

DUTIES = {
    Duty.PRESIDING: _l("Presiding mediator"),
    Duty.INVITED: _l("Invited mediator"),
    Duty.FOREIGN_INVITED: _l("Mediator invited from the other side"),
    Duty.INTERPRETER: _l("Interpreter"),
    Duty.RECORDER: _l("Recorder"),
}
CONFLICTS = {
    Conflict.NOT_ASKED: _l("Not asked yet"),
    Conflict.DENIED: _l("Says there is no conflict of interest"),
    Conflict.DECLARED: _l("Declared a conflict of interest"),
}
TITLES = {
    PersonTitle.PEOPLES_MEDIATOR: _l("People's mediator"),
    PersonTitle.FULL_TIME: _l("Full-time people's mediator"),
    PersonTitle.PART_TIME: _l("Part-time people's mediator"),
    PersonTitle.GRASSROOTS_MEDIATOR: _l("Grassroots mediator"),
    PersonTitle.TEAM_LEADER: _l("Leader of a mediation team"),
    PersonTitle.INTERPRETER: _l("Interpreter"),
    PersonTitle.RECORDER: _l("Recorder"),
    PersonTitle.GUEST: _l("Respected person of the village"),
}
REFUSALS = {
    R.NAME_MISSING: _l("Enter the person's name."),
    R.ONE_LANGUAGE: _l("An interpreter needs at least two languages."),
    R.ENDS_BEFORE_START: _l("The last day cannot be before the first."),
    R.FOREIGN_ACCOUNT: _l(
        "A person of the other side is in this register by name only and has no account here."
    ),
    R.ACCOUNT_NOT_OF_OFFICE: _l("This account does not belong to your office."),
    R.ACCOUNT_TAKEN: _l("This account already belongs to %(person)s in the register."),
    R.NOT_IN_REGISTER: _l("On that day this person was not in the register."),
    R.CASE_STATE: _l("The case has ended, so nobody can be given a duty in it."),
    R.CANNOT_MEDIATE: _l("The register says that this person does not mediate."),
    R.CANNOT_INTERPRET: _l("The register says that this person does not interpret."),
    R.NOT_OWN_SIDE: _l(
        "A person of the other side cannot have this duty. Choose “Mediator invited from the "
        "other side”."
    ),
    R.NOT_OTHER_SIDE: _l("This person belongs to our own side. Choose another duty."),
    R.PRESIDING_TAKEN: _l("The case already has a presiding mediator. End that duty first."),
    R.HAS_DUTY: _l("This person already has this duty in the case."),
    R.CONFLICT_UNEXPLAINED: _l(
        "Explain the conflict of interest, and why the person may still take part."
    ),
    R.NOT_AN_INTERPRETER: _l("Only an interpreter signs this statement."),
    R.DUTY_ENDED: _l("This duty has already ended."),
    R.DATE_IN_FUTURE: _l("This day has not come yet. Enter today or an earlier day."),
    R.END_BEFORE_ASSIGNMENT: _l("The duty cannot end before it began."),
}


def register() -> None:
    for labels in (DUTIES, CONFLICTS, TITLES, REFUSALS):
        register_labels(labels)
