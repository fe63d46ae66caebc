"""Which body seals what is agreed at an office, and numbers the case?"""

from datetime import date

from app.reference import queries as reference
from app.reference.models import Organisation, OrganisationKind

SEALING = frozenset({OrganisationKind.MEDIATION_COMMITTEE, OrganisationKind.MEDIATION_TEAM})
SELF_SEALING = frozenset({OrganisationKind.COMMUNE_PC, OrganisationKind.WARD_PC})
"""A commune registers and numbers by itself where its teams are not in the directory."""


def committees_of(office: Organisation, on: date) -> list[Organisation]:
    """The committees and teams below the office on that day, then the office if it may itself."""
    below = [
        each
        for each in reference.children_of(office.id)
        if each.kind in SEALING and each.is_valid(on)
    ]
    return [*below, office] if office.kind in SELF_SEALING else below
