"""Is everybody responsible told of a deadline, each exactly once, whatever runs twice?"""

import itertools
import threading
from collections import Counter
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from app.accounts.models import RoleGrant, User
from app.db import db, transaction
from app.kernel.permissions import Actor
from app.mediation.kinds import Conflict, Duty
from app.mediation.models import Case, Deadline, Mediator
from app.mediation.rules.deadlines import ClearReason
from app.mediation.services import case_people, reminders
from app.mediation.services.reminders import remind_due
from app.notifications.models import Notice, NoticeKind
from tests.factories import NOW, World, actor
from tests.mediation.disputes import accepted
from tests.pages import Reader, text_of

DUE = date(2026, 12, 21)  # one month after acceptance on 20 November, a Monday
ON_TIME = NOW + timedelta(days=28)  # the due day itself
SOON, PASSED = NOW + timedelta(days=25), NOW + timedelta(days=29)
RUNNERS = 4


@pytest.fixture
def clerk(ctx: Flask, world: World) -> Actor:
    return actor("clerk.youyi")


@pytest.fixture
def case(clerk: Actor) -> Case:
    return accepted(clerk, "李秀兰", "Trần Thị Lan")


def told() -> Counter[tuple[str, NoticeKind]]:
    query = select(User.username, Notice.kind).join(User, User.id == Notice.user_id)
    rows = db.session.execute(query)
    return Counter((name, kind) for name, kind in rows if kind.value.startswith("deadline"))


def test_nobody_is_told_four_days_before(case: Case) -> None:
    assert remind_due(SOON - timedelta(days=1)) == 0
    assert remind_due(SOON) == 2


def test_the_clerks_of_the_office_are_told_once_before_and_once_after(case: Case) -> None:
    counts = [remind_due(now) for now in (SOON, SOON, ON_TIME, PASSED, PASSED)]
    assert counts == [2, 0, 0, 2, 0]
    both = ("clerk.youyi", "clerk2.youyi")
    assert told() == {
        (name, kind): 1
        for name in both
        for kind in (NoticeKind.DEADLINE_SOON, NoticeKind.DEADLINE_PASSED)
    }
    notice = db.session.scalars(select(Notice).order_by(Notice.id)).first()
    assert notice is not None
    assert notice.facts == {
        "case": case.number, "deadline": "finish_mediation", "due_on": DUE.isoformat(),
    }  # fmt: skip
    assert notice.path == f"/cases/{case.id}"


def test_a_presiding_mediator_with_an_account_is_told_too(clerk: Actor, case: Case) -> None:
    person = db.session.query(Mediator).filter_by(name="韦国强").one()
    case_people.assign(clerk, case_id=case.id, mediator_id=person.id, duty=Duty.PRESIDING,
                       conflict=Conflict.DENIED, on=NOW.date(), now=NOW)  # fmt: skip
    remind_due(SOON)
    assert told()["mediator.youyi", NoticeKind.DEADLINE_SOON] == 1


def test_who_was_absent_is_told_only_that_it_passed(case: Case) -> None:
    assert remind_due(PASSED) == 2
    assert {kind for _name, kind in told()} == {NoticeKind.DEADLINE_PASSED}


def test_a_cleared_deadline_is_silent(case: Case) -> None:
    with transaction():
        case.deadlines[0].cleared_at, case.deadlines[0].clear_reason = NOW, ClearReason.DONE
    assert remind_due(PASSED) == 0


def test_an_extended_deadline_is_spoken_of_again(case: Case) -> None:
    assert remind_due(PASSED) == 2
    with transaction():
        row = case.deadlines[0]
        row.due_on, row.due_seq = row.due_on + timedelta(days=30), 2
    assert remind_due(PASSED) == 0
    assert remind_due(SOON + timedelta(days=30)) == 2
    assert remind_due(PASSED + timedelta(days=30)) == 2


def test_a_deadline_without_a_responsible_person_waits_for_one(case: Case) -> None:
    with transaction() as session:
        session.execute(update(RoleGrant).values(valid_to=date(2026, 11, 30)))
    assert remind_due(SOON) == 0
    with transaction() as session:
        session.execute(update(RoleGrant).values(valid_to=None))
    assert remind_due(SOON) == 2


def test_several_at_once_tell_each_person_once(app: Flask, clerk: Actor) -> None:
    for _ in range(6):
        accepted(clerk, "李秀兰", "Trần Thị Lan")
    db.session.remove()
    _all_at_once(app)
    assert db.session.scalar(select(func.count(Notice.id))) == 12
    assert set(told().values()) == {6}


def test_without_the_key_somebody_would_be_told_twice(
    app: Flask, clerk: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The counter-example: with a key that never repeats, what runs twice does speak twice."""
    numbers = itertools.count()
    given = reminders.enqueue
    monkeypatch.setattr(
        reminders, "enqueue", lambda **values: given(**values | {"dedup_key": str(next(numbers))})
    )
    accepted(clerk, "李秀兰", "Trần Thị Lan")
    assert remind_due(SOON) == 2
    with transaction() as session:
        session.execute(update(Deadline).values(reminded_seq=0))  # a run that stopped half-way
    assert remind_due(SOON) == 2
    assert set(told().values()) == {2}


def _all_at_once(app: Flask) -> None:
    """Several runners, started together, none of which knows that another has looked."""
    start, failures = threading.Barrier(RUNNERS), []

    def runner() -> None:
        with app.app_context():
            try:
                start.wait()
                for _ in range(3):
                    remind_due(SOON)
                    with transaction() as session:
                        session.execute(update(Deadline).values(reminded_seq=0))
            except Exception as error:
                failures.append(error)

    threads = [threading.Thread(target=runner) for _ in range(RUNNERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_the_notice_says_what_is_due_in_the_readers_language(
    client: Reader, app: Flask, world: World
) -> None:
    with app.app_context():
        number = accepted(actor("clerk.youyi"), "李秀兰", "Trần Thị Lan").number
        remind_due(PASSED)
    client.sign_in("clerk.youyi")
    assert f"案件{number}：“办结调解”已于2026年12月21日到期" in text_of(client.get("/notices"))
