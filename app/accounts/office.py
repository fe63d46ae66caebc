"""Which office stands beside the name of the person signed in?"""

from app.kernel.bilingual import Bilingual
from app.reference import queries as reference
from app.web.access import current_actor


def office_name() -> Bilingual | None:
    """The name of the organisation where they act by default, or None."""
    organisation_id = current_actor().organisation_id
    if organisation_id is None:
        return None
    return reference.organisation(organisation_id).name
