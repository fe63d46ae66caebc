"""What may cross the border, who decides on it, and when does it end?"""

from datetime import timedelta

import pytest
from flask import Flask

from app.accounts.services.grants import grant_role
from app.audit.models import AuditEntry
from app.bilateral.models import Memorandum, MemorandumStatus
from app.bilateral.queries import memorandum_by_code
from app.bilateral.services import confirm_party_successor
from app.db import db
from app.kernel.country import Country
from app.kernel.errors import NotFound, RuleBroken
from app.kernel.permissions import Role, system_actor
from app.mediation.kinds import Basis, DisclosureEnd, Duty
from app.mediation.models import Disclosure
from app.mediation.queries.disclosures import disclosure_state, queue, waiting_count
from app.mediation.rules.disclosures import Decision, DisclosureState
from app.mediation.rules.disclosures import DisclosureRefusal as R
from app.mediation.services import case_people, disclosures, statements
from app.notifications.models import Notice, NoticeKind
from app.reference.models import Division
from tests.factories import NOW, SINCE, World, actor
from tests.mediation import crossing
from tests.mediation.crossing import YES, ask_for, ask_for_view, clerk, decide, with_guest, write
from tests.mediation.stages import TODAY, codes, give, mediating

NO = Decision(approve=False, reason="双方已约定当面谈")


def state(row: Disclosure) -> DisclosureState:
    return disclosure_state(row, TODAY)


def notices(kind: NoticeKind) -> list[int]:
    return [each.user_id for each in db.session.query(Notice).filter_by(kind=kind)]


def test_nothing_is_asked_before_every_party_consented(ctx: Flask, world: World) -> None:
    case = mediating()
    give(case.id, "Nông Văn Bình", Duty.FOREIGN_INVITED)
    with pytest.raises(RuleBroken) as refused:
        ask_for_view(case)
    assert codes(refused.value) == {R.CONSENT_MISSING}
    assert "阮文雄 · 韦大山" in str(refused.value.refusals[0].facts["names"])


def test_the_reviewer_above_is_told_and_the_one_beside_sees_nothing(
    ctx: Flask, world: World
) -> None:
    row = ask_for_view(with_guest())
    assert notices(NoticeKind.DISCLOSURE_ASKED) == [world.users["reviewer.pingxiang"]]
    assert waiting_count(crossing.reviewer()) == waiting_count(actor("reviewer.guangxi")) == 1
    for other in ("reviewer.napo", "reviewer.langson"):
        assert waiting_count(actor(other)) == 0
        with pytest.raises(NotFound):
            decide(row, who=other)
    assert state(row) is DisclosureState.WAITING


@pytest.mark.parametrize("who", ["clerk.youyi", "clerk2.youyi", "mediator.hvt", "auditor.guangxi"])
def test_only_a_reviewer_decides(ctx: Flask, world: World, who: str) -> None:
    row = ask_for_view(with_guest())
    with pytest.raises(NotFound):
        decide(row, who=who)


def test_nobody_decides_on_what_they_asked_for_or_wrote(ctx: Flask, world: World) -> None:
    case = with_guest()
    row, letter = ask_for_view(case), write(case)
    asked = ask_for(letter)
    reviewer = world.users["reviewer.pingxiang"]
    row.asked_by_id = letter.written_by_id = reviewer
    db.session.commit()
    for each, code in ((row, R.OWN_REQUEST), (asked, R.OWN_TEXT)):
        with pytest.raises(RuleBroken) as refused:
            decide(each)
        assert codes(refused.value) == {code}
    assert decide(row, who="reviewer.guangxi").approved


def test_everybody_who_wrote_the_letter_is_remembered(ctx: Flask, world: World) -> None:
    grant_role(
        system_actor(Country.CN), user_id=world.users["reviewer.pingxiang"], role=Role.CLERK_CN,
        organisation_id=world.youyi, valid_from=SINCE, valid_to=None, now=NOW, bootstrap=True,
    )  # fmt: skip
    letter = write(with_guest())
    for who, more in (("reviewer.pingxiang", "甲"), ("clerk2.youyi", "乙")):
        crossing.add_line(letter, more, who)
    assert letter.written_by_id == world.users["clerk2.youyi"]
    asked = ask_for(letter)
    with pytest.raises(RuleBroken) as refused:
        decide(asked)
    assert codes(refused.value) == {R.OWN_TEXT}
    assert decide(asked, who="reviewer.guangxi").approved


def test_who_translated_before_another_did_is_remembered(ctx: Flask, world: World) -> None:
    case = with_guest()
    give(case.id, "黎秀兰", Duty.INTERPRETER)
    letter = write(case)
    assert letter.text is not None
    for who in ("interpreter.youyi", "clerk2.youyi"):
        statements.translate(
            actor(who), case_id=letter.case_id, statement_id=letter.text.id, translation=who,
            now=NOW,
        )  # fmt: skip
    names = ("clerk.youyi", "interpreter.youyi", "clerk2.youyi")
    assert {each.user_id for each in letter.writers} == {world.users[name] for name in names}


def test_without_a_memorandum_in_force_the_instrument_is_named(ctx: Flask, world: World) -> None:
    row = ask_for_view(with_guest())
    with pytest.raises(RuleBroken) as refused:
        decide(row, Decision(approve=True))
    assert codes(refused.value) == {R.INSTRUMENT_MISSING}
    assert decide(row).instrument == crossing.INSTRUCTION
    assert notices(NoticeKind.DISCLOSURE_APPROVED) == [world.users["clerk.youyi"]]
    assert notices(NoticeKind.JOINT_VIEW_OPENED) == [world.users["mediator.hvt"]]


def test_a_refusal_says_why_and_is_the_last_word(ctx: Flask, world: World) -> None:
    row = ask_for_view(with_guest())
    with pytest.raises(RuleBroken) as refused:
        decide(row, Decision(approve=False))
    assert codes(refused.value) == {R.REASON_MISSING}
    assert state(decide(row, NO)) is DisclosureState.REFUSED
    with pytest.raises(RuleBroken) as refused:
        decide(row)
    assert codes(refused.value) == {R.ALREADY_DECIDED}


def test_a_consent_taken_back_ends_it_at_once(ctx: Flask, world: World) -> None:
    row = crossing.opened()
    crossing.take_back(row.case)
    assert (state(row), row.end) == (DisclosureState.ENDED, DisclosureEnd.CONSENT_WITHDRAWN)
    assert row.ended_at == NOW
    tags = [each.action for each in db.session.query(AuditEntry).filter_by(case_id=row.case_id)]
    for tag in ("asked", "approved", "ended"):
        assert f"mediation:disclosure:{tag}" in tags


def test_a_consent_taken_back_while_it_waits_ends_the_request(ctx: Flask, world: World) -> None:
    row = ask_for_view(with_guest())
    crossing.take_back(row.case)
    assert state(row) is DisclosureState.ENDED


def test_the_end_of_the_guests_duty_ends_the_view(ctx: Flask, world: World) -> None:
    row = crossing.opened()
    case_people.end_duty(
        clerk(), case_id=row.case_id, duty_id=row.case_mediator_id, on=TODAY, reason="", now=NOW
    )
    assert row.end is DisclosureEnd.DUTY_ENDED


def test_officer_and_reviewer_revoke_with_a_reason(ctx: Flask, world: World) -> None:
    first = crossing.opened()
    with pytest.raises(RuleBroken) as refused:
        disclosures.revoke(
            clerk(), case_id=first.case_id, disclosure_id=first.id, reason=" ", now=NOW
        )
    assert codes(refused.value) == {R.REASON_MISSING}
    disclosures.revoke(
        clerk(), case_id=first.case_id, disclosure_id=first.id, reason="改由本方调解", now=NOW
    )
    second = decide(ask_for_view(first.case))
    disclosures.revoke_as_reviewer(
        crossing.reviewer(), disclosure_id=second.id, reason="批示已撤销", now=NOW
    )
    assert first.end is second.end is DisclosureEnd.REVOKED
    assert notices(NoticeKind.DISCLOSURE_ENDED) == [world.users["clerk.youyi"]]


def test_the_same_is_not_asked_for_twice(ctx: Flask, world: World) -> None:
    row = ask_for_view(with_guest())
    with pytest.raises(RuleBroken) as refused:
        ask_for_view(row.case)
    assert codes(refused.value) == {R.ALREADY_RUNNING}


@pytest.mark.parametrize(("days", "code"), [(-1, R.UNTIL_PAST), (61, R.UNTIL_TOO_FAR)])
def test_a_view_is_open_for_a_time(ctx: Flask, world: World, days: int, code: R) -> None:
    case = with_guest()
    with pytest.raises(RuleBroken) as refused:
        ask_for_view(case, until=TODAY + timedelta(days=days))
    assert codes(refused.value) == {code}
    assert ask_for_view(case, until=TODAY + timedelta(days=60)).until is not None


def test_a_view_is_for_the_invited_mediator_of_the_other_side(ctx: Flask, world: World) -> None:
    case = with_guest()
    presiding = next(each for each in case.mediators if each.duty is Duty.PRESIDING)
    with pytest.raises(RuleBroken) as refused:
        ask_for_view(case, case_mediator_id=presiding.id)
    assert codes(refused.value) == {R.NOT_OTHER_SIDES_MEDIATOR}


@pytest.mark.parametrize("account", ["nobody.there", "clerk.hvt", "mediator.youyi"])
def test_a_wrong_user_name_is_neither_said_nor_opens_anything(
    ctx: Flask, world: World, account: str
) -> None:
    row = decide(ask_for_view(with_guest(), account=account))
    assert (row.approved, row.viewer_id) == (True, None)
    assert notices(NoticeKind.JOINT_VIEW_OPENED) == []


def test_a_new_party_without_consent_puts_it_on_hold(ctx: Flask, world: World) -> None:
    from app.mediation.kinds import PartyRole
    from app.mediation.services.parties import PartyDetails, add_party

    row = crossing.opened()
    details = PartyDetails(role=PartyRole.RELATED, name="黄小妹", nationality="CN")
    add_party(clerk(), case_id=row.case_id, details=details, now=NOW)
    assert state(row) is DisclosureState.ON_HOLD


def test_the_queue_has_what_waits_and_what_was_decided(ctx: Flask, world: World) -> None:
    row = ask_for_view(with_guest())
    reviewer = crossing.reviewer()
    assert [each.id for each in queue(reviewer, waiting=True).rows] == [row.id]
    decide(row, YES)
    assert queue(reviewer, waiting=True).rows == []
    assert [each.id for each in queue(reviewer, waiting=False).rows] == [row.id]


def under_the_memorandum(world: World) -> Disclosure:
    """A request in a case under the first memorandum, in 凭祥市 and in 文朗县."""
    row = ask_for_view(with_guest())
    case = row.case
    case.basis, case.memorandum_id = Basis.MEMORANDUM, memorandum().id
    places = db.session.query(Division).filter(Division.code.in_(["CN-451481", "VND-182"]))
    case.cn_division_id, case.vn_division_id = sorted(
        (each.id for each in places), key=lambda each: db.session.get_one(Division, each).code
    )
    db.session.commit()
    return row


def memorandum() -> Memorandum:
    return memorandum_by_code("MOU-PINGXIANG-VANLANG")


def confirm_successors(world: World) -> None:
    for party in memorandum().open_parties(TODAY):
        confirm_party_successor(
            actor("reviewer.guangxi"), party_id=party.id, successor_id=world.hoang_van_thu,
            instrument="确认函", confirmed_on=TODAY, today=TODAY,
        )  # fmt: skip


def test_under_a_memorandum_whose_party_has_ended_nothing_crosses(ctx: Flask, world: World) -> None:
    row = under_the_memorandum(world)
    with pytest.raises(RuleBroken) as refused:
        decide(row)
    assert codes(refused.value) == {R.SUCCESSOR_OPEN}
    confirm_successors(world)
    assert decide(row).instrument == crossing.INSTRUCTION


def test_a_memorandum_known_to_be_in_force_for_the_place_is_ground_enough(
    ctx: Flask, world: World
) -> None:
    row = under_the_memorandum(world)
    confirm_successors(world)
    with pytest.raises(RuleBroken) as refused:
        decide(row, Decision(approve=True))
    assert codes(refused.value) == {R.INSTRUMENT_MISSING}  # nobody knows yet whether it is
    memorandum().status = MemorandumStatus.IN_FORCE
    db.session.commit()
    assert decide(row, Decision(approve=True)).memorandum_id == memorandum().id
