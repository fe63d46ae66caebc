"""Who says that a translation is right, and how? One act for statements and for clauses."""

from dataclasses import dataclass
from datetime import date

from app.kernel.bilingual import TranslationStatus
from app.kernel.permissions import Actor
from app.mediation.models import Case, CaseMediator, Party
from app.mediation.rules.statements import Confirmation
from app.mediation.services.opening import child


@dataclass(frozen=True, slots=True)
class Vouching:
    """Who says the translation is right, and how: `reader` and `party_id` where it was read
    back, `case_mediator_id` where the other side's mediator confirms."""

    way: TranslationStatus
    on: date | None
    reader: str = ""
    party_id: int | None = None
    party_agreed: bool = False
    case_mediator_id: int | None = None


def confirmation_of(actor: Actor, case: Case, vouching: Vouching) -> tuple[Confirmation, str]:
    """The act as the rule judges it, and the words kept of it."""
    way, on = vouching.way, vouching.on
    if way is TranslationStatus.READ_BACK:
        party: Party | None = vouching.party_id and child(case.parties, vouching.party_id)
        name = party.name if party else ""
        given = Confirmation(way, vouching.reader, on, name, vouching.party_agreed)
        return given, f"{vouching.reader} → {name}"
    if way is TranslationStatus.OTHER_SIDE_MEDIATOR:
        person: CaseMediator | None = vouching.case_mediator_id and child(
            case.mediators, vouching.case_mediator_id
        )
        if person is None:
            return Confirmation(way, None, on), ""
        who = person.mediator
        return Confirmation(way, who.name, on, mediator_country=who.country), who.name
    return Confirmation(way, actor.user_id, on), actor.display_name
