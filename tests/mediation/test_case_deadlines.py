"""By when must something be done in a case, who may move the day, and when does it stop running?"""

from datetime import date, timedelta

import pytest
from flask import Flask

from app.db import db, transaction
from app.kernel.errors import NotFound, NotPermitted, RuleBroken
from app.kernel.permissions import Actor
from app.mediation.kinds import (
    AgreementForm,
    Conflict,
    Duty,
    Route,
    TerminationKind,
)
from app.mediation.models import Case, Deadline, Mediator, ScreeningAnswer
from app.mediation.queries.deadline_lines import lines
from app.mediation.queries.deadlines import (
    deadlines,
    next_deadline,
    open_counts,
    untouched_count,
)
from app.mediation.rules.deadlines import Bucket, ClearReason, DeadlineCode, DeadlineRefusal
from app.mediation.rules.screening import ScreeningKey
from app.mediation.services import case_people, deadline_rows
from app.mediation.services.deadlines import clear_by_hand, extend
from app.mediation.services.moves import move
from app.mediation.states import CaseAction
from tests.factories import NOW, World, actor
from tests.mediation.disputes import TODAY, accepted, agreement_of, registered, running

A, D = CaseAction, DeadlineCode


@pytest.fixture
def clerk(ctx: Flask, world: World) -> Actor:
    return actor("clerk.youyi")


@pytest.fixture
def case(clerk: Actor) -> Case:
    return accepted(clerk, "李秀兰", "Trần Thị Lan")


def only(case: Case) -> Deadline:
    (row,) = case.deadlines
    return row


def test_acceptance_starts_chinas_month(case: Case) -> None:
    #      November 2026          December 2026
    #  Mo Tu We Th Fr Sa Su    Mo Tu We Th Fr Sa Su
    #                 .. ..     14 15 16 17 18 19 20  <- one month after Friday 20 November
    #  16 17 18 19 20 21 22     21 <- the next working day
    row = only(case)
    assert (row.rule, row.counted_from, row.due_on) == (
        D.FINISH_MEDIATION,
        date(2026, 11, 20),
        date(2026, 12, 21),
    )
    assert next_deadline(case) is row


def test_acceptance_starts_nothing_in_vietnam(ctx: Flask, world: World) -> None:
    assert accepted(actor("clerk.hvt"), "Nông Văn Bình", "李秀兰").deadlines == []


def test_assignment_in_vietnam_gives_three_days_to_begin(ctx: Flask, world: World) -> None:
    clerk = actor("clerk.hvt")
    case = accepted(clerk, "Nông Văn Bình", "李秀兰")
    person = db.session.query(Mediator).filter_by(owner_id=world.hoang_van_thu).one()
    given = {"mediator_id": person.id, "duty": Duty.PRESIDING, "conflict": Conflict.DENIED}
    case_people.assign(clerk, case_id=case.id, on=TODAY, now=NOW, **given)
    assert running(case) == {D.START_MEDIATION: date(2026, 11, 26)}
    move(clerk, case_id=case.id, action=A.START_MEDIATION, on=TODAY, now=NOW)
    assert running(case) == {}
    assert only(case).clear_reason is ClearReason.DONE


def test_an_agreement_starts_the_court_the_visits_and_its_obligations(case: Case) -> None:
    agreement_of(case, date(2026, 12, 26), None)
    assert running(case) == {
        D.FINISH_MEDIATION: date(2026, 12, 21),
        D.FIRST_FOLLOW_UP: date(2026, 12, 8),
        D.SECOND_FOLLOW_UP: date(2026, 12, 23),
        D.COURT_STEP: date(2026, 12, 23),
        D.OBLIGATION: date(2026, 12, 26),  # a Saturday: what was agreed is not moved
        D.THIRD_FOLLOW_UP: date(2027, 2, 22),
    }


def test_planning_an_agreement_again_adds_nothing(case: Case) -> None:
    agreement = agreement_of(case, date(2026, 12, 26))
    before = len(case.deadlines)
    with transaction():
        deadline_rows.clear_next_follow_up(case, NOW)
        deadline_rows.plan_for_agreement(case, agreement, NOW)
    assert len(case.deadlines) == before
    assert D.FIRST_FOLLOW_UP not in running(case)


def test_an_obligation_whose_receipt_was_withdrawn_is_due_again(case: Case) -> None:
    agreement = agreement_of(case, date(2026, 12, 26))
    subject = f"obligation:{agreement.obligations[0].id}"
    with transaction():
        deadline_rows.clear(case, "obligation", subject, NOW)
    assert D.OBLIGATION not in running(case)
    with transaction():
        deadline_rows.plan_for_agreement(case, agreement, NOW)
    assert D.OBLIGATION in running(case)


@pytest.mark.parametrize("why", ["status", "oral"])
def test_no_court_step_where_none_is_offered(case: Case, why: str) -> None:
    if why == "status":
        with transaction() as session:
            session.add(
                ScreeningAnswer(
                    case_id=case.id, question=ScreeningKey.STATUS, answer=True, answered_at=NOW
                )
            )
    agreement_of(case, form=AgreementForm.ORAL if why == "oral" else AgreementForm.WRITTEN)
    assert D.COURT_STEP not in running(case)
    assert D.FIRST_FOLLOW_UP in running(case)


def test_what_ends_without_a_result_runs_no_more(clerk: Actor, case: Case) -> None:
    move(clerk, case_id=case.id, action=A.TERMINATE, on=TODAY, now=NOW, reason="撤回申请",
         termination=TerminationKind.WITHDRAWN)  # fmt: skip
    assert running(case) == {}
    assert only(case).clear_reason is ClearReason.ENDED


def test_closing_the_file_leaves_the_court_and_the_visits(case: Case) -> None:
    agreement_of(case, date(2026, 12, 26))
    with transaction():
        deadline_rows.on_move(case, A.CLOSE, TODAY, NOW)
    assert set(running(case)) == {D.COURT_STEP, *deadline_rows.FOLLOW_UPS}


def test_taking_a_case_up_again_starts_a_second_month(clerk: Actor, case: Case) -> None:
    move(clerk, case_id=case.id, action=A.TERMINATE, on=TODAY, now=NOW, reason="撤回申请",
         termination=TerminationKind.WITHDRAWN)  # fmt: skip
    with transaction():
        case.closing_report = "当事人撤回。"
    move(clerk, case_id=case.id, action=A.CLOSE, on=TODAY, now=NOW)
    move(clerk, case_id=case.id, action=A.REOPEN, on=TODAY, now=NOW, reason="双方要求再调解")
    second = next_deadline(case)
    assert second is not None
    assert (second.subject, second.counted_from, second.due_on) == (
        "round:2",
        TODAY,
        date(2026, 12, 23),
    )
    assert len(case.deadlines) == 2


def test_an_old_case_entered_now_is_not_reproached_with_days_long_past(clerk: Actor) -> None:
    case = registered(clerk, "李秀兰", "Trần Thị Lan", on=date(2026, 9, 1))
    move(clerk, case_id=case.id, action=A.ACCEPT, on=date(2026, 9, 1), now=NOW,
         entered_afterwards=True)  # fmt: skip
    assert case.deadlines == []


def test_extension_wants_every_reason_at_once(clerk: Actor, case: Case) -> None:
    row = only(case)
    with pytest.raises(RuleBroken) as broken:
        extend(clerk, case_id=case.id, deadline_id=row.id, new_due_on=row.due_on, reason=" ",
               consents={case.parties[0].id: TODAY + timedelta(days=1)}, now=NOW)  # fmt: skip
    assert [refusal.code for refusal in broken.value.refusals] == [
        DeadlineRefusal.NOT_LATER,
        DeadlineRefusal.REASON_MISSING,
        DeadlineRefusal.CONSENT_MISSING,
        DeadlineRefusal.CONSENT_IN_FUTURE,
    ]
    assert only(case).due_seq == 1


def test_extension_with_both_consents_moves_the_day_and_keeps_the_first(
    clerk: Actor, case: Case
) -> None:
    row = only(case)
    consents = {party.id: TODAY for party in case.parties}
    extend(clerk, case_id=case.id, deadline_id=row.id, new_due_on=date(2027, 1, 20),
           reason="等待越方鉴定", consents=consents, now=NOW)  # fmt: skip
    assert (row.due_on, row.first_due_on, row.due_seq) == (
        date(2027, 1, 20),
        date(2026, 12, 21),
        2,
    )
    assert set(row.extension_consents) == {str(party.id) for party in case.parties}


def test_the_way_to_the_court_cannot_be_made_longer(clerk: Actor, case: Case) -> None:
    agreement_of(case)
    row = next(each for each in case.deadlines if each.rule is D.COURT_STEP)
    with pytest.raises(RuleBroken) as broken:
        extend(clerk, case_id=case.id, deadline_id=row.id, new_due_on=date(2027, 3, 1),
               reason="再等等", consents={}, now=NOW)  # fmt: skip
    assert [each.code for each in broken.value.refusals] == [DeadlineRefusal.NOT_EXTENDABLE]


def test_only_whom_it_concerns_may_move_or_clear(case: Case) -> None:
    row = only(case)
    for name, error in (
        ("clerk.pingmeng", NotFound),
        ("clerk.hvt", NotFound),
        ("auditor.guangxi", NotPermitted),
    ):
        with pytest.raises(error):
            clear_by_hand(actor(name), case_id=case.id, deadline_id=row.id, reason="x", now=NOW)
    reviewer = actor("reviewer.pingxiang")
    clear_by_hand(reviewer, case_id=case.id, deadline_id=row.id, reason="双方已离境", now=NOW)
    assert (row.clear_reason, row.clear_note) == (ClearReason.BY_HAND, "双方已离境")


def test_clearing_by_hand_wants_a_reason_and_happens_once(clerk: Actor, case: Case) -> None:
    row = only(case)
    with pytest.raises(RuleBroken):
        clear_by_hand(clerk, case_id=case.id, deadline_id=row.id, reason=" ", now=NOW)
    clear_by_hand(clerk, case_id=case.id, deadline_id=row.id, reason="误建", now=NOW)
    with pytest.raises(RuleBroken) as broken:
        clear_by_hand(clerk, case_id=case.id, deadline_id=row.id, reason="误建", now=NOW)
    assert [each.code for each in broken.value.refusals] == [DeadlineRefusal.ALREADY_CLEARED]


def test_a_deadline_of_another_case_is_not_found(clerk: Actor, case: Case) -> None:
    other = accepted(clerk, "黄老三", "Vi Thị Nguyệt")
    with pytest.raises(NotFound):
        clear_by_hand(clerk, case_id=case.id, deadline_id=only(other).id, reason="x", now=NOW)


def test_the_list_sorts_by_week_and_never_leaves_the_scope(clerk: Actor, case: Case) -> None:
    #  Mo 23 <- today   …   Su 29 | Mo 30
    days = {
        date(2026, 11, 22): Bucket.PAST,
        date(2026, 11, 23): Bucket.THIS_WEEK,
        date(2026, 11, 29): Bucket.THIS_WEEK,
        date(2026, 11, 30): Bucket.LATER,
    }
    agreement_of(case, *days)
    with transaction():
        for row in case.deadlines:
            if row.rule is not D.OBLIGATION:
                row.cleared_at, row.clear_reason = NOW, ClearReason.DONE
    found = {bucket: [row.due_on for row in deadlines(clerk, bucket, TODAY).rows]
             for bucket in Bucket if bucket is not Bucket.CLEARED}  # fmt: skip
    assert found == {
        bucket: [day for day, where in days.items() if where is bucket] for bucket in found
    }
    assert open_counts(clerk, TODAY) == {bucket: len(rows) for bucket, rows in found.items()}
    assert len(deadlines(clerk, Bucket.CLEARED, TODAY).rows) == 5
    assert len(deadlines(actor("reviewer.guangxi"), Bucket.PAST, TODAY).rows) == 1
    for stranger in ("clerk.pingmeng", "clerk.hvt", "reviewer.napo", "mediator.youyi"):
        assert sum(open_counts(actor(stranger), TODAY).values()) == 0
        assert deadlines(actor(stranger), Bucket.CLEARED, TODAY).rows == []


def test_a_line_says_when_its_day_is_not_certain_yet(case: Case) -> None:
    agreement_of(case, date(2027, 2, 22))
    uncertain = {line.row.rule for line in lines(case.deadlines) if line.is_uncertain}
    assert uncertain == {D.THIRD_FOLLOW_UP}, "what the parties agreed does not depend on a calendar"


def test_files_nobody_touched_are_counted(clerk: Actor, case: Case) -> None:
    later = NOW + timedelta(days=31)
    assert untouched_count(clerk, NOW, days=30) == 0
    assert untouched_count(clerk, later, days=30) == 1
    assert untouched_count(actor("clerk.hvt"), later, days=30) == 0
    move(clerk, case_id=case.id, action=A.REFER, on=TODAY, now=NOW, reason="归法院",
         referred_to="凭祥市人民法院", route=Route.COURT)  # fmt: skip
    assert untouched_count(clerk, later, days=30) == 0, "an ended case waits for nobody"
