"""Why is something about an account refused? Codes; the sentences are in labels."""

from enum import StrEnum


class AccountRefusal(StrEnum):
    WRONG_CREDENTIALS = "wrong_credentials"
    TOO_MANY_TRIES = "too_many_tries"
    USERNAME_TAKEN = "username_taken"
    USERNAME_SHAPE = "username_shape"
    PASSWORD_SHORT = "password_short"
    PASSWORD_COMMON = "password_common"
    PASSWORD_WRONG = "password_wrong"
    GRANT_TO_SELF = "grant_to_self"
    GRANT_SAME_PERSON = "grant_same_person"
    GRANT_OTHER_COUNTRY = "grant_other_country"
    GRANT_ROLE_COUNTRY = "grant_role_country"
    GRANT_EXCLUSIVE = "grant_exclusive"
    GRANT_DATES = "grant_dates"
    GRANT_DONE = "grant_done"
    GRANT_HELD = "grant_held"
    ORGANISATION_ENDED = "organisation_ended"
    DISABLE_SELF = "disable_self"
    RESET_GUARDED = "reset_guarded"
