"""What are roles and refusals called, in both languages?"""

from flask_babel import lazy_gettext as _l

from app.accounts.refusals import AccountRefusal as R
from app.kernel.country import Country
from app.kernel.permissions import Role
from app.web.labels import register_labels

ROLES = {
    Role.CLERK_CN: _l("Border office clerk (China)"),
    Role.CLERK_VN: _l("Border office officer (Vietnam)"),
    Role.MEDIATOR: _l("Mediator"),
    Role.INTERPRETER: _l("Interpreter"),
    Role.REVIEWER_COUNTY: _l("Reviewer, county level"),
    Role.REVIEWER_PREFECTURE: _l("Reviewer, prefecture level"),
    Role.REVIEWER_REGION: _l("Reviewer, region or province level"),
    Role.PRISON_OFFICER: _l("Prison visit officer"),
    Role.VISIT_CLERK: _l("Office visit clerk"),
    Role.FAMILY: _l("Family"),
    Role.AUDITOR: _l("Auditor"),
    Role.SYSTEM_ADMIN: _l("System administrator"),
    Role.SECURITY_ADMIN: _l("Security administrator"),
}
COUNTRIES = {Country.CN: _l("China"), Country.VN: _l("Vietnam")}
REFUSALS = {
    R.WRONG_CREDENTIALS: _l(
        "The user name or the password is not right. Check both and try again."
    ),
    R.TOO_MANY_TRIES: _l("Too many failed tries. Wait 15 minutes, then try again."),
    R.USERNAME_TAKEN: _l("This user name is already in use. Choose another."),
    R.USERNAME_SHAPE: _l(
        "A user name has 3 to 40 small letters, digits, dots or hyphens, and begins with a letter."
    ),
    R.PASSWORD_SHORT: _l("The password needs at least %(length)s characters."),
    R.PASSWORD_COMMON: _l("This password is too easy to guess. Choose another."),
    R.PASSWORD_WRONG: _l("The present password is not right."),
    R.GRANT_TO_SELF: _l("Nobody can change their own roles. Ask another security administrator."),
    R.GRANT_SAME_PERSON: _l(
        "The person who asked cannot approve. Another security administrator must do it."
    ),
    R.GRANT_OTHER_COUNTRY: _l("The organisation is in the other country."),
    R.GRANT_ROLE_COUNTRY: _l("This role belongs to the other country."),
    R.GRANT_EXCLUSIVE: _l("An auditor or administrator cannot hold any other role."),
    R.GRANT_DATES: _l("The last day is before the first day."),
    R.GRANT_DONE: _l("This grant was already decided."),
    R.GRANT_HELD: _l("The person already holds this role there in that time."),
    R.ORGANISATION_ENDED: _l("This organisation has ended by then. Choose its successor."),
    R.DISABLE_SELF: _l("You cannot close your own account."),
    R.RESET_GUARDED: _l(
        "The password of an auditor or administrator is set on the server, by the keeper."
    ),
}


def register() -> None:
    for labels in (ROLES, COUNTRIES, REFUSALS):
        register_labels(labels)
