"""In whose log stands what a guest does at the joint table? In that of the case's side alone."""

from sqlalchemy import select

from app.audit.models import AuditEntry
from app.db import db
from app.mediation.services import agreements, joint, terms
from tests.factories import NOW, actor
from tests.mediation import crossing
from tests.mediation.settling import CLAUSE, DRAFT


def test_what_a_guest_does_stands_in_the_log_of_the_host(ctx):
    view, clerk, guest = crossing.opened(), crossing.clerk(), actor(crossing.GUEST)
    draft = agreements.begin(clerk, case_id=view.case_id, draft=DRAFT, now=NOW)
    at = {"case_id": view.case_id, "agreement_id": draft.id}
    term = terms.add_term(clerk, **at, wording=CLAUSE, now=NOW)
    table = {"disclosure_id": view.id, "agreement_id": draft.id, "now": NOW}
    joint.open_view(guest, disclosure_id=view.id, now=NOW)
    joint.open_copy(guest, **table)
    joint.confirm_clause(guest, **table, term_id=term.id)
    joint.sign_jointly(guest, **table)
    entries = db.session.scalars(select(AuditEntry).where(AuditEntry.actor_id == guest.user_id))
    assert [(each.country, each.action) for each in entries if each.case_id] == [
        ("CN", "mediation:joint_view:opened"),
        ("CN", "mediation:joint_view:opened"),
        ("CN", "mediation:term:confirmed"),
        ("CN", "mediation:signature:recorded"),
    ]
