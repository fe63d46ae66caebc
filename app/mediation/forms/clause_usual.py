"""What is a clause's form filled with before anybody typed? What the case already says."""

from typing import Any

from app.mediation.forms.clause_boxes import MoneyBox
from app.mediation.kinds import PartyRole
from app.mediation.models import Case, Party
from app.mediation.rules.clauses import Parameter, ParameterKind, Version

K = ParameterKind
_OWES = PartyRole.RESPONDENT
_RECEIVES = PartyRole.APPLICANT


def usual(case: Case, version: Version) -> dict[str, Any]:
    """As a rule the respondent owes the applicants what was claimed."""
    found = {each.name: _one(case, version, each) for each in version.parameters}
    return {name: data for name, data in found.items() if data}


def _one(case: Case, version: Version, parameter: Parameter) -> dict[str, Any]:
    if parameter.kind is K.SCHEDULE:
        return {"every": 1}
    if parameter.optional:
        return {}
    if parameter.kind is K.PERSON:
        role = {"debtor": _OWES, "creditor": _RECEIVES}.get(parameter.name)
        return {"party": _first(case, role)} if role else {}
    if parameter.kind is K.MONEY and case.claimed is not None:
        return MoneyBox.shown(case.claimed)
    if parameter.kind is K.SHARES:
        return {"rows": [{"party": str(party.id)} for party in _with(case, _RECEIVES)]}
    return {}


def _with(case: Case, role: PartyRole) -> list[Party]:
    return [party for party in case.parties if party.role is role]


def _first(case: Case, role: PartyRole) -> str:
    found = _with(case, role)
    return str(found[0].id) if found else ""
