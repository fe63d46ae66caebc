"""Who can be in the register, and who can have which duty in a case?

Sources: a presiding mediator belongs to the side that handles the case, one of the other side
is invited (the two sides' papers on joint mediation, known by report only: a *setting*);
whoever has a conflict of interest says so, and the office explains why the person stays.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.kernel.country import Country
from app.kernel.errors import Refusal
from app.mediation.kinds import MEDIATING_DUTIES, Conflict, Duty
from app.mediation.states import CaseState


class PeopleRefusal(StrEnum):
    NAME_MISSING = "person_name_missing"
    ONE_LANGUAGE = "interpreter_one_language"
    ENDS_BEFORE_START = "person_ends_before_start"
    FOREIGN_ACCOUNT = "foreign_person_account"
    ACCOUNT_NOT_OF_OFFICE = "account_not_of_office"
    ACCOUNT_TAKEN = "account_taken"
    NOT_IN_REGISTER = "person_not_in_register"
    CASE_STATE = "case_takes_no_people"
    CANNOT_MEDIATE = "person_cannot_mediate"
    CANNOT_INTERPRET = "person_cannot_interpret"
    NOT_OWN_SIDE = "person_not_own_side"
    NOT_OTHER_SIDE = "person_not_other_side"
    PRESIDING_TAKEN = "presiding_taken"
    HAS_DUTY = "person_has_duty"
    CONFLICT_UNEXPLAINED = "conflict_unexplained"
    NOT_AN_INTERPRETER = "not_an_interpreter"
    DUTY_ENDED = "duty_ended"
    DATE_IN_FUTURE = "people_date_in_future"
    END_BEFORE_ASSIGNMENT = "duty_ends_before_assignment"


R = PeopleRefusal
TAKES_PEOPLE = frozenset(
    {
        CaseState.RECEIVED,
        CaseState.ACCEPTED,
        CaseState.MEDIATING,
        CaseState.AGREED,
        CaseState.PERFORMING,
        CaseState.DEFAULTED,
    }
)


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person of the register as the rules see them."""

    name: str
    country: Country
    can_mediate: bool
    can_interpret: bool
    languages: frozenset[str] = frozenset()
    valid_from: date | None = None
    valid_to: date | None = None

    def is_valid(self, on: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= on
        return begun and (self.valid_to is None or on <= self.valid_to)


def entry_refusals(
    person: PersonFacts, *, owner: Country, has_account: bool
) -> tuple[Refusal, ...]:
    """Why this cannot stand in the register; one of the other side is a name, never an account.

    Who neither mediates nor interprets may still take the record.
    """
    found = []
    if not person.name.strip():
        found.append(Refusal(R.NAME_MISSING, field="name"))
    if person.can_interpret and len(person.languages) < 2:
        found.append(Refusal(R.ONE_LANGUAGE, field="languages"))
    if person.valid_from and person.valid_to and person.valid_to < person.valid_from:
        found.append(Refusal(R.ENDS_BEFORE_START, field="valid_to"))
    if has_account and person.country is not owner:
        found.append(Refusal(R.FOREIGN_ACCOUNT, field="user_id"))
    return tuple(found)


def assignment_refusals(
    person: PersonFacts,
    duty: Duty,
    *,
    state: CaseState,
    country: Country,
    on: date,
    today: date,
    duties_held: Collection[Duty],
    duties_of_person: Collection[Duty],
) -> tuple[Refusal, ...]:
    """Why this person cannot have the duty; `duties_held` are those of anybody in the case now."""
    found = []
    if state not in TAKES_PEOPLE:
        found.append(Refusal(R.CASE_STATE))
    if on > today:
        found.append(Refusal(R.DATE_IN_FUTURE, field="on"))
    if not person.is_valid(on):
        found.append(Refusal(R.NOT_IN_REGISTER, field="mediator_id"))
    if duty in MEDIATING_DUTIES and not person.can_mediate:
        found.append(Refusal(R.CANNOT_MEDIATE, field="duty"))
    if duty is Duty.INTERPRETER and not person.can_interpret:
        found.append(Refusal(R.CANNOT_INTERPRET, field="duty"))
    found += _about_sides(person, duty, country)
    if duty in duties_of_person:
        found.append(Refusal(R.HAS_DUTY, field="duty"))
    elif duty is Duty.PRESIDING and duty in duties_held:
        found.append(Refusal(R.PRESIDING_TAKEN, field="duty"))
    return tuple(found)


def _about_sides(person: PersonFacts, duty: Duty, country: Country) -> list[Refusal]:
    if duty in (Duty.PRESIDING, Duty.INVITED) and person.country is not country:
        return [Refusal(R.NOT_OWN_SIDE, field="duty")]
    if duty is Duty.FOREIGN_INVITED and person.country is country:
        return [Refusal(R.NOT_OTHER_SIDE, field="duty")]
    return []


def conflict_refusals(conflict: Conflict, explanation: str) -> tuple[Refusal, ...]:
    """A declared conflict is no bar, but never goes without a word."""
    if conflict is Conflict.DECLARED and not explanation.strip():
        return (Refusal(R.CONFLICT_UNEXPLAINED, field="conflict_note"),)
    return ()
