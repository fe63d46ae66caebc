"""Which cases of the other side are open to this mediator today, and what of them?

The one door in the wall of queries/scope.py, which knows nothing of it: a joint view lets one
named person read the letters of invitation, the minutes and the agreement of one case.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, select

from app.db import db
from app.kernel.clock import local
from app.kernel.country import Country
from app.kernel.errors import NotFound
from app.kernel.permissions import Actor, Permission
from app.mediation.kinds import ConsentPurpose, DisclosureKind, Duty, LetterKind
from app.mediation.models import (
    Agreement,
    Case,
    CaseMediator,
    Consent,
    Disclosure,
    Letter,
    MediationSession,
    Mediator,
    Party,
)
from app.mediation.queries.case_file import letters_of
from app.mediation.queries.letters import is_out


@dataclass(frozen=True, slots=True)
class JointPapers:
    """What the guest may read, and nothing else of the case."""

    invitations: Sequence[Letter]
    sessions: Sequence[MediationSession]
    agreements: Sequence[Agreement]


def open_views(actor: Actor, now: datetime) -> list[Disclosure]:
    """The joint views that are open to this person now, the newest first."""
    query = select(Disclosure).join(Disclosure.case).join(Disclosure.case_mediator)
    query = query.join(CaseMediator.mediator).where(_open_to(actor, now))
    return list(db.session.scalars(query.order_by(Disclosure.id.desc())))


def find_view(actor: Actor, disclosure_id: int, now: datetime) -> Disclosure:
    """Raises NotFound for one that is not open to this person now, whatever the reason."""
    found = next((each for each in open_views(actor, now) if each.id == disclosure_id), None)
    if found is None:
        raise NotFound(joint_view=disclosure_id)
    return found


def papers_for(view: Disclosure) -> JointPapers:
    """Letters of invitation that went to the guest's side, the minutes, the agreements."""
    case = view.case
    return JointPapers(
        invitations=[each for each in letters_of(case.id) if _is_invitation(each)],
        sessions=case.sessions,
        agreements=case.agreements,
    )


def _is_invitation(letter: Letter) -> bool:
    is_ours = letter.composed and letter.crosses_border and is_out(letter)
    return is_ours and letter.kind is LetterKind.INVITATION


def _open_to(actor: Actor, now: datetime) -> ColumnElement[bool]:
    """Approved for this person, not over, of the other side, who still sits in the case; while
    every party's consent stands."""
    if not actor.may(Permission.JOINT_VIEW) or actor.user_id is None:
        return Disclosure.id.is_(None)  # an id is never empty: nothing
    host: Country = actor.country.other
    return and_(
        Disclosure.kind == DisclosureKind.JOINT_VIEW,
        Disclosure.approved.is_(True),
        Disclosure.end.is_(None),
        Disclosure.viewer_id == actor.user_id,
        Disclosure.until >= local(now, host.zone).date(),
        Case.country == host,
        CaseMediator.case_id == Case.id,
        CaseMediator.duty == Duty.FOREIGN_INVITED,
        CaseMediator.ended_on.is_(None),
        Mediator.country == actor.country,
        exists().where(Party.case_id == Case.id),
        ~exists().where(Party.case_id == Case.id, ~_consents()),
    )


def _consents() -> ColumnElement[bool]:
    """Whether a party's consent to sharing stands."""
    return exists().where(
        Consent.party_id == Party.id,
        Consent.purpose == ConsentPurpose.SHARING,
        Consent.withdrawn_on.is_(None),
    )
