"""Who is told of a request, the decision, the end? Reviewers above, who asked, the guest."""

from datetime import date, datetime

from app.accounts import queries as accounts
from app.kernel.permissions import Actor, Role
from app.mediation.models import Case, Disclosure
from app.mediation.queries.disclosures import local_day
from app.notifications.models import NoticeKind
from app.notifications.services import enqueue
from app.reference import queries as reference

REVIEWERS = (Role.REVIEWER_COUNTY, Role.REVIEWER_PREFECTURE, Role.REVIEWER_REGION)
QUEUE = "/disclosures"


def tell_reviewers(actor: Actor, case: Case, row: Disclosure, now: datetime) -> None:
    """Those of the nearest body above the office that has any; others find it in their list."""
    for user_id in _nearest_reviewers(actor, case, local_day(case, now)):
        _tell(user_id, NoticeKind.DISCLOSURE_ASKED, case, f"{QUEUE}/{row.id}", row, now)


def tell_decided(case: Case, row: Disclosure, now: datetime) -> None:
    """Who asked; and the guest, where a joint view was opened to them."""
    kind = NoticeKind.DISCLOSURE_APPROVED if row.approved else NoticeKind.DISCLOSURE_REFUSED
    if row.asked_by_id is not None:
        _tell(row.asked_by_id, kind, case, _home(case), row, now)
    if row.viewer_id is not None:
        _tell(row.viewer_id, NoticeKind.JOINT_VIEW_OPENED, case, f"/joint/{row.id}", row, now)


def tell_ended(actor: Actor, case: Case, row: Disclosure, now: datetime) -> None:
    """Who asked, unless they ended it themselves."""
    if row.asked_by_id is not None and row.asked_by_id != actor.user_id:
        _tell(row.asked_by_id, NoticeKind.DISCLOSURE_ENDED, case, _home(case), row, now)


def _nearest_reviewers(actor: Actor, case: Case, today: date) -> list[int]:
    for body in (case.office, *reversed(reference.path_to(case.office))):
        found = {
            user.id
            for role in REVIEWERS
            for user in accounts.holders(role, body.id, today)
            if user.id != actor.user_id
        }
        if found:
            return sorted(found)
    return []


def _home(case: Case) -> str:
    return f"/cases/{case.id}#disclosures"


def _tell(
    user_id: int, kind: NoticeKind, case: Case, path: str, row: Disclosure, now: datetime
) -> None:
    enqueue(
        user_id=user_id,
        kind=kind,
        facts={"case": case.number},
        path=path,
        dedup_key=f"{kind.value}:{row.id}:{user_id}",
        now=now,
    )
