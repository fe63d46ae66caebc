"""What does the reviewer say to a request, and how is what was allowed taken back?"""

from datetime import date, datetime

from app.accounts import queries as accounts
from app.db import transaction
from app.kernel.country import Country
from app.kernel.errors import Refusal, RuleBroken
from app.kernel.permissions import Actor, Permission, Role
from app.mediation.kinds import DisclosureEnd
from app.mediation.models import Case, Disclosure, Letter
from app.mediation.queries.disclosures import (
    disclosure_facts,
    disclosures_of,
    is_running,
    local_day,
    standing_of,
    to_decide,
)
from app.mediation.queries.letters import digest_of_letter
from app.mediation.queries.scope import get_case
from app.mediation.rules import disclosures as rules
from app.mediation.rules.disclosures import Decider, Decision, DisclosureRefusal
from app.mediation.services.disclosure_ends import end
from app.mediation.services.disclosure_notices import tell_decided
from app.mediation.services.opening import child, note, open_case


def decide(actor: Actor, *, disclosure_id: int, decision: Decision, now: datetime) -> Disclosure:
    """The reviewer's word. Raises NotFound, NotPermitted, RuleBroken with every reason."""
    with transaction():
        row = to_decide(actor, disclosure_id)
        case = open_case(actor, row.case_id, Permission.DISCLOSURE_DECIDE)
        today = local_day(case, now)
        standing = standing_of(case, today)
        refusals = rules.decision_refusals(
            disclosure_facts(row),
            decision,
            Decider(actor.user_id, row.asked_by_id, _written_by(row.letter)),
            standing,
            is_text_same=row.letter is None or digest_of_letter(row.letter) == row.text_digest,
            today=today,
        )
        if refusals:
            raise RuleBroken(refusals)
        row.approved, row.decision_reason = decision.approve, decision.reason
        row.decided_by_id, row.decided_by_name = actor.user_id, actor.display_name
        row.decided_at = now
        if decision.approve:
            row.instrument = decision.instrument
            row.memorandum_id = case.memorandum_id if standing.is_covered else None
            row.viewer_id = _viewer(row.account, case.country, today)
        past = "approved" if decision.approve else "refused"
        note(
            actor,
            case,
            f"mediation:disclosure:{past}",
            now,
            changes={"instrument": (None, row.instrument)} if row.instrument else {},
            object_type="disclosure",
            object_id=row.id,
            reason=decision.reason,
        )
        tell_decided(case, row, now)
        return row


def revoke(
    actor: Actor, *, case_id: int, disclosure_id: int, reason: str, now: datetime
) -> Disclosure:
    """The officer takes back what was asked or approved, even of a case in the archive: the door
    can always be shut. Raises NotFound, NotPermitted, RuleBroken."""
    with transaction():
        case = get_case(actor, case_id, Permission.CASE_EDIT)
        row: Disclosure = child(disclosures_of(case.id), disclosure_id)
        how = DisclosureEnd.TAKEN_BACK if row.approved is None else DisclosureEnd.REVOKED
        _revoke(actor, case, row, how, reason, now)
        return row


def revoke_as_reviewer(
    actor: Actor, *, disclosure_id: int, reason: str, now: datetime
) -> Disclosure:
    """The reviewer revokes what was approved. Raises NotFound, RuleBroken."""
    with transaction():
        row = to_decide(actor, disclosure_id)
        if row.approved is None:
            raise RuleBroken([Refusal(DisclosureRefusal.NOT_RUNNING)])
        _revoke(actor, row.case, row, DisclosureEnd.REVOKED, reason, now)
        return row


def _revoke(
    actor: Actor, case: Case, row: Disclosure, how: DisclosureEnd, reason: str, now: datetime
) -> None:
    found = []
    if not is_running(row, local_day(case, now)):
        found.append(Refusal(DisclosureRefusal.NOT_RUNNING))
    if not reason.strip():
        found.append(Refusal(DisclosureRefusal.REASON_MISSING, field="reason"))
    if found:
        raise RuleBroken(found)
    end(actor, case, row, how, now, reason)


def _viewer(account: str, country: Country, today: date) -> int | None:
    """The mediator of the other side with this user name; None where there is none."""
    user = accounts.find_user(account) if account else None
    if user is None or user.country is not country.other or user.disabled_at is not None:
        return None
    roles = {grant.role for grant in accounts.grants_in_force(user.id, today)}
    return user.id if Role.MEDIATOR in roles else None


def _written_by(letter: Letter | None) -> frozenset[int]:
    """Everybody who wrote a word of the letter, in either language, at any time."""
    if letter is None:
        return frozenset()
    translator = letter.text.translated_by_id if letter.text else None
    last = (each for each in (letter.written_by_id, translator) if each is not None)
    return frozenset((*(each.user_id for each in letter.writers), *last))
