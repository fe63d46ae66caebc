"""What can one do with reference data? Load the shipped files; edit rows; confirm successors."""

from app.reference.rules import EditRefused, SuccessorRefused, successor_refusals
from app.reference.services.calendar import add_calendar_day, edit_calendar_day
from app.reference.services.codes import add_code, edit_code
from app.reference.services.deadlines import edit_deadline_rule
from app.reference.services.divisions import edit_division
from app.reference.services.editing import may_edit
from app.reference.services.lists import load_reference
from app.reference.services.loading import Listing, Loaded, load_listing, to_day
from app.reference.services.organisations import confirm_successor, edit_organisation

__all__ = [
    "EditRefused",
    "Listing",
    "Loaded",
    "SuccessorRefused",
    "add_calendar_day",
    "add_code",
    "confirm_successor",
    "edit_calendar_day",
    "edit_code",
    "edit_deadline_rule",
    "edit_division",
    "edit_organisation",
    "load_listing",
    "load_reference",
    "may_edit",
    "successor_refusals",
    "to_day",
]
