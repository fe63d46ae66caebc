"""Whom can a letter of a case go to? Bodies that deal with disputes, the memorandum's first."""

from datetime import date

from app.kernel.country import Country
from app.mediation.models import Case
from app.reference import queries as reference
from app.reference.models import Organisation, OrganisationKind

PRISONS = frozenset({OrganisationKind.PRISON, OrganisationKind.PRISON_BUREAU})
"""They keep their visits; a mediated dispute does not concern them."""


def addressees(case: Case, on: date) -> dict[Country, list[Organisation]]:
    """The bodies of either side that stand on that day; a prison is typed by hand."""
    first = {each.id for each in _of_the_memorandum(case, on)}
    kinds = [kind for kind in OrganisationKind if kind not in PRISONS]
    found = {country: reference.organisations(country, kinds=kinds, on=on) for country in Country}
    return {
        country: sorted(rows, key=lambda each: each.id not in first)
        for country, rows in found.items()
    }


def _of_the_memorandum(case: Case, on: date) -> list[Organisation]:
    """Its parties that stand, or who is confirmed in their place."""
    if case.memorandum is None:
        return []
    acting = (party.standing(on) for party in case.memorandum.parties)
    return [each for each in acting if each is not None]
