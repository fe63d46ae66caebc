"""What does everybody look up? Organisations, places, working days, codes, periods."""

from app.reference.queries.calendar import (
    calendar_day,
    calendar_days,
    calendar_years,
    working_calendar,
)
from app.reference.queries.codes import (
    birth_codes,
    code,
    code_choices,
    code_names,
    codes,
    is_code,
)
from app.reference.queries.deadlines import deadline_rule, deadline_rule_by_id, deadline_rules
from app.reference.queries.divisions import containing_ids, division, divisions
from app.reference.queries.organisations import (
    children_of,
    kept_files_of,
    organisation,
    organisation_by_code,
    organisations,
    path_to,
    subtree_ids,
    successor_link,
)

__all__ = [
    "birth_codes",
    "calendar_day",
    "calendar_days",
    "calendar_years",
    "children_of",
    "code",
    "code_choices",
    "code_names",
    "codes",
    "containing_ids",
    "deadline_rule",
    "deadline_rule_by_id",
    "deadline_rules",
    "division",
    "divisions",
    "is_code",
    "kept_files_of",
    "organisation",
    "organisation_by_code",
    "organisations",
    "path_to",
    "subtree_ids",
    "successor_link",
    "working_calendar",
]
