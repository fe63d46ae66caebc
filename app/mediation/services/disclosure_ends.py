"""What ends when its ground falls away? A consent taken back, a text changed, a duty over.

Called inside the transaction of the act that takes the ground away.
"""

from collections.abc import Callable
from datetime import datetime

from app.kernel.permissions import Actor
from app.mediation.kinds import DisclosureEnd
from app.mediation.models import Case, Disclosure
from app.mediation.queries.disclosures import disclosures_of, is_running, local_day
from app.mediation.services.disclosure_notices import tell_ended
from app.mediation.services.opening import note


def consent_fell(actor: Actor, case: Case, now: datetime) -> None:
    """A party took back the consent to sharing: nothing of the case crosses any more."""
    _end_those(actor, case, DisclosureEnd.CONSENT_WITHDRAWN, now, lambda _row: True)


def text_changed(actor: Actor, case: Case, letter_id: int, now: datetime) -> None:
    """Other words than those that were asked for: they need a request of their own."""
    _end_those(actor, case, DisclosureEnd.TEXT_CHANGED, now, lambda row: row.letter_id == letter_id)


def duty_ended(actor: Actor, case: Case, duty_id: int, now: datetime) -> None:
    """The mediator of the other side no longer sits in this case."""
    of_duty: Callable[[Disclosure], bool] = lambda row: row.case_mediator_id == duty_id  # noqa: E731
    _end_those(actor, case, DisclosureEnd.DUTY_ENDED, now, of_duty)


def letter_withdrawn(actor: Actor, case: Case, letter_id: int, reason: str, now: datetime) -> None:
    """The letter is not to go out, or should not have."""
    for row in _running(case, now):
        if row.letter_id == letter_id:
            end(actor, case, row, DisclosureEnd.TAKEN_BACK, now, reason)


def end(
    actor: Actor, case: Case, row: Disclosure, how: DisclosureEnd, now: datetime, reason: str = ""
) -> None:
    """Close one request, with an entry and a notice to who asked for it."""
    row.end, row.ended_at, row.ended_by_name = how, now, actor.display_name
    row.end_reason = reason
    note(
        actor,
        case,
        "mediation:disclosure:ended",
        now,
        changes={"end": (None, how)},
        object_type="disclosure",
        object_id=row.id,
        reason=reason,
    )
    tell_ended(actor, case, row, now)


def _end_those(
    actor: Actor, case: Case, how: DisclosureEnd, now: datetime, of: Callable[[Disclosure], bool]
) -> None:
    for row in filter(of, _running(case, now)):
        end(actor, case, row, how, now)


def _running(case: Case, now: datetime) -> list[Disclosure]:
    today = local_day(case, now)
    return [row for row in disclosures_of(case.id) if is_running(row, today)]
