"""When may a translation be called confirmed?

Ways (the register's own design): a second person; read back to the party, who agreed; the other
side's mediator. Nobody confirms an own translation, an interpreter least of all. Unconfirmed it
may still be signed, and prints so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.kernel.bilingual import Statement, TranslationStatus
from app.kernel.country import Country
from app.kernel.errors import Refusal


class StatementRefusal(StrEnum):
    NOTHING_TO_CONFIRM = "translation_missing"
    NOT_A_WAY = "confirmation_way_unknown"
    CONFIRMER_MISSING = "confirmer_missing"
    OWN_TRANSLATION = "own_translation"
    INTERPRETERS_OWN = "interpreters_own_translation"
    DATE_MISSING = "confirmation_date_missing"
    IN_FUTURE = "confirmation_in_future"
    PARTY_MISSING = "read_back_party_missing"
    PARTY_DID_NOT_AGREE = "read_back_not_agreed"
    NOT_THE_OTHER_SIDES = "confirmer_not_other_sides_mediator"


Person = int | str


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Who vouches, and how. A person is any stable key: a user's id, a name.

    Read back: `confirmer` is who read it aloud, `party` who heard it and `party_agreed`.
    """

    way: TranslationStatus
    confirmer: Person | None
    on: date | None
    party: str = ""
    party_agreed: bool = False
    mediator_country: Country | None = None


W, R = TranslationStatus, StatementRefusal


def confirmation_refusals(
    statement: Statement,
    confirmation: Confirmation,
    *,
    translator: Person | None,
    translator_is_interpreter: bool,
    country: Country,
    today: date,
) -> tuple[Refusal, ...]:
    """Why this confirmation does not count for a case handled in `country`."""
    found = [*_common(statement, confirmation, today)]
    if confirmation.way is W.READ_BACK:
        found += _read_back(confirmation)
    elif translator is not None and confirmation.confirmer == translator:
        own = R.INTERPRETERS_OWN if translator_is_interpreter else R.OWN_TRANSLATION
        found.append(Refusal(own))
    if (
        confirmation.way is W.OTHER_SIDE_MEDIATOR
        and confirmation.mediator_country is not country.other
    ):
        found.append(Refusal(R.NOT_THE_OTHER_SIDES, {"country": country.other}))
    return tuple(found)


def _common(statement: Statement, confirmation: Confirmation, today: date) -> Iterator[Refusal]:
    if not statement.translation.strip():
        yield Refusal(R.NOTHING_TO_CONFIRM)
    if not confirmation.way.is_vouched:
        yield Refusal(R.NOT_A_WAY, field="way")
    if confirmation.confirmer in (None, ""):
        yield Refusal(R.CONFIRMER_MISSING, field="confirmer")
    if confirmation.on is None:
        yield Refusal(R.DATE_MISSING, field="on")
    elif confirmation.on > today:
        yield Refusal(R.IN_FUTURE, {"today": today}, field="on")


def _read_back(confirmation: Confirmation) -> Iterator[Refusal]:
    """The party confirms, so the translator may be the one who reads."""
    if not confirmation.party.strip():
        yield Refusal(R.PARTY_MISSING, field="party")
    if not confirmation.party_agreed:
        yield Refusal(R.PARTY_DID_NOT_AGREE, field="party_agreed")
