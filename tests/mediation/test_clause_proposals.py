"""Does the library change only by two people, of both countries where both write with it?"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import select

from app.accounts.services.grants import grant_role
from app.audit.models import AuditEntry
from app.db import db
from app.kernel.country import Country
from app.kernel.errors import NotFound, NotPermitted, RuleBroken
from app.kernel.permissions import Permission, Role, system_actor
from app.mediation.models import ClauseProposal
from app.mediation.queries import clause_history, clauses
from app.mediation.queries.clause_proposals import compared, proposals_waiting
from app.mediation.rules.clause_proposals import ProposalEnd, Word
from app.mediation.rules.clause_proposals import ProposalRefusal as R
from app.mediation.rules.clauses import ClauseRefusal, Version
from app.mediation.services import clause_proposals as services
from app.mediation.services import composing
from app.mediation.services.clause_library import append_version
from app.notifications.models import Notice, NoticeKind
from tests.factories import NOW, SINCE, World, actor
from tests.mediation.library import AUTHOR, SECOND, WHY, decide, propose, propose_offer
from tests.mediation.settling import drafted
from tests.mediation.stages import codes

KEY = "final_settlement"
NO = Word(approve=False, reason="与我方用词不合")


def wording(pattern_vi: str = "Đến đây là hết.") -> Version:
    return replace(clauses.offered(KEY).version, pattern_vi=pattern_vi)


def told(kind: NoticeKind) -> list[int]:
    return [each.user_id for each in db.session.query(Notice).filter_by(kind=kind)]


def tags() -> list[str]:
    entries = select(AuditEntry).where(AuditEntry.action.startswith("mediation:clause:"))
    return [each.action.rsplit(":", 1)[1] for each in db.session.scalars(entries)]


def test_what_is_proposed_is_not_in_force_and_the_other_side_is_told(
    ctx: Flask, world: World
) -> None:
    before = clauses.offered(KEY)
    row = propose(KEY, wording())
    assert row.is_waiting
    assert row.draft == wording()
    assert clauses.offered(KEY) == before
    assert told(NoticeKind.CLAUSE_PROPOSED) == [world.users[SECOND]]
    assert proposals_waiting() == [row]


def test_agreements_are_composed_with_the_version_in_force_until_it_is_approved(
    ctx: Flask, world: World
) -> None:
    clerk = actor("clerk.youyi")
    debt = drafted(clerk, world)
    row = propose(KEY, wording())
    here = {"case_id": debt.case_id, "agreement_id": debt.agreement_id, "now": NOW}
    term = composing.add_clause(clerk, **here, clause_key=KEY, values={})
    assert term.clause_version is not None
    assert term.clause_version.number == 1
    assert "Đến đây là hết." not in term.text_vi
    decide(row)
    assert term.clause_version.number == 1
    assert clauses.offered(KEY).version == wording()


def test_approved_it_is_in_force_with_both_names(ctx: Flask, world: World) -> None:
    row = decide(propose(KEY, wording()))
    assert (row.end, row.decided_by_name) == (ProposalEnd.APPROVED, SECOND)
    newest = clause_history.story(KEY)[0]
    assert (newest.row.number, newest.saved.by, newest.saved.approved_by) == (2, AUTHOR, SECOND)
    assert clause_history.latest_saves()[KEY] == newest.saved
    assert told(NoticeKind.CLAUSE_APPROVED) == [world.users[AUTHOR]]
    assert tags() == ["proposed", "saved"]
    entry = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert entry is not None
    assert entry.actor_id == world.users[SECOND]
    assert entry.changes["pattern_vi"][1] == "Đến đây là hết."
    assert entry.changes["proposed_by"][1] == AUTHOR


def test_nobody_approves_what_they_wrote(ctx: Flask, world: World) -> None:
    row = propose(KEY, wording())
    with pytest.raises(RuleBroken) as refused:
        decide(row, who=AUTHOR)
    assert codes(refused.value) == {R.OWN_PROPOSAL}
    assert clauses.offered(KEY).number == 1


def test_a_colleague_of_the_same_country_is_enough_only_where_one_country_works(
    ctx: Flask, world: World
) -> None:
    grant_role(
        system_actor(Country.CN), user_id=world.users["reviewer.pingxiang"],
        role=Role.REVIEWER_PREFECTURE, organisation_id=world.offices["CN-45-SFT"],
        valid_from=SINCE, valid_to=None, now=NOW, bootstrap=True,
    )  # fmt: skip
    colleague = "reviewer.pingxiang"
    assert actor(colleague).may(Permission.CLAUSE_EDIT)
    row = propose(KEY, wording())
    with pytest.raises(RuleBroken) as refused:
        decide(row, who=colleague)
    assert codes(refused.value) == {R.SAME_COUNTRY}
    assert told(NoticeKind.CLAUSE_PROPOSED) == [world.users[SECOND]]
    decide(row, who=colleague, serves=Country.CN)
    assert clauses.offered(KEY).number == 2


def test_refused_it_says_why_and_nothing_changes(ctx: Flask, world: World) -> None:
    row = propose(KEY, wording())
    with pytest.raises(RuleBroken) as refused:
        decide(row, Word(approve=False))
    assert codes(refused.value) == {R.REASON_MISSING}
    decide(row, NO)
    assert (row.end, row.decision_reason) == (ProposalEnd.REFUSED, NO.reason)
    assert clauses.offered(KEY).number == 1
    assert told(NoticeKind.CLAUSE_REFUSED) == [world.users[AUTHOR]]
    with pytest.raises(RuleBroken) as refused:
        decide(row)
    assert codes(refused.value) == {R.ALREADY_DECIDED}
    assert tags() == ["proposed", "refused"]


def test_the_author_takes_it_back_and_may_propose_anew(ctx: Flask, world: World) -> None:
    row = propose(KEY, wording())
    with pytest.raises(RuleBroken) as refused:
        propose(KEY, wording("Hết."), who=SECOND)
    assert codes(refused.value) == {R.ONE_WAITS}
    with pytest.raises(RuleBroken) as refused:
        services.take_back(actor(SECOND), proposal_id=row.id, now=NOW)
    assert codes(refused.value) == {R.NOT_YOURS}
    services.take_back(actor(AUTHOR), proposal_id=row.id, now=NOW)
    assert row.end is ProposalEnd.TAKEN_BACK
    assert propose(KEY, wording("Hết."), who=SECOND).is_waiting
    assert tags() == ["proposed", "taken_back", "proposed"]


def test_a_new_clause_is_in_the_library_once_it_is_approved(ctx: Flask, world: World) -> None:
    make = {"key": "quiet_end", "draft": wording(), **WHY}
    row = services.propose_clause(actor(SECOND), **make)
    with pytest.raises(NotFound):
        clauses.offered("quiet_end")
    with pytest.raises(RuleBroken) as refused:
        services.propose_clause(actor(AUTHOR), **make)
    assert codes(refused.value) == {R.ONE_WAITS}
    decide(row, who=AUTHOR)
    assert clauses.offered("quiet_end").number == 1
    assert tags() == ["proposed", "added"]
    with pytest.raises(RuleBroken) as refused:
        services.propose_clause(actor(AUTHOR), **make)
    assert codes(refused.value) == {ClauseRefusal.KEY_TAKEN}


def test_what_changed_meanwhile_is_not_overwritten(ctx: Flask, world: World) -> None:
    row = propose(KEY, wording())
    append_version(clauses.clause(KEY), wording("Hết."), None, NOW, "newer file")
    db.session.commit()
    with pytest.raises(RuleBroken) as refused:
        decide(row)
    assert codes(refused.value) == {R.OUTDATED}
    assert clauses.offered(KEY).version == wording("Hết.")
    assert decide(row, NO).end is ProposalEnd.REFUSED


def test_a_change_that_changes_nothing_or_says_no_reason_is_not_proposed(
    ctx: Flask, world: World
) -> None:
    for draft, reason, code in (
        (clauses.offered(KEY).version, "理由", R.NOTHING_NEW),
        (wording(), "  ", R.REASON_MISSING),
    ):
        with pytest.raises(RuleBroken) as refused:
            propose(KEY, draft, reason=reason)
        assert codes(refused.value) == {code}
    with pytest.raises(RuleBroken) as refused:
        propose_offer(KEY, withdraw=False)
    assert codes(refused.value) == {R.NOTHING_NEW}
    assert not tags()


def test_only_who_may_change_the_library_decides(ctx: Flask, world: World) -> None:
    row = propose(KEY, wording())
    for name in ("clerk.hvt", "reviewer.pingxiang", "auditor.guangxi"):
        with pytest.raises(NotPermitted):
            decide(row, who=name)
        with pytest.raises(NotPermitted):
            services.take_back(actor(name), proposal_id=row.id, now=NOW)


def test_of_two_who_propose_at_the_same_moment_one_waits(app: Flask, world: World) -> None:
    ready = Barrier(2)

    def work(who: str) -> str:
        with app.app_context():
            draft, person = wording(), actor(who)
            db.session.rollback()
            ready.wait()
            try:
                services.propose_clause(person, key="quiet_end", draft=draft, **WHY)
            except RuleBroken as broken:
                return next(iter(codes(broken)))
            return "waits"

    with ThreadPoolExecutor(2) as pool:
        found = sorted(pool.map(work, (AUTHOR, SECOND)))
    assert found == sorted(["waits", R.ONE_WAITS])
    with app.app_context():
        assert db.session.query(ClauseProposal).count() == 1


def test_the_difference_shows_only_what_reads_otherwise(ctx: Flask, world: World) -> None:
    shown = compared(clauses.offered(KEY).version, wording())
    assert [each.part for each in shown.readings] == ["pattern"]
    assert not shown.is_other_parameters
    whole = compared(None, wording())
    assert [each.part for each in whole.readings] == ["title", "use", "pattern"]
    owes = clauses.offered("lump_sum").version
    fewer = replace(owes, parameters=owes.parameters[:-1])
    assert compared(owes, fewer).is_other_parameters
