"""Can an officer see what is due, move a day and put one away, in either language?"""

from datetime import date

import pytest
from flask import Flask

from app.db import db, transaction
from app.mediation.models import Case, Deadline
from app.mediation.rules.deadlines import DeadlineCode
from app.notifications.models import Notice
from tests.factories import World, actor
from tests.mediation.disputes import accepted
from tests.pages import Reader, text_of

LANGUAGES = ("zh", "vi")


@pytest.fixture
def case_id(app: Flask, world: World) -> int:
    with app.app_context():
        return accepted(actor("clerk.youyi"), "李秀兰", "Trần Thị Lan").id


@pytest.fixture
def row_id(app: Flask, case_id: int) -> int:
    with app.app_context():
        return db.session.query(Deadline.id).filter_by(case_id=case_id).scalar()


def parts(day: date, name: str = "new_due_on") -> dict[str, int]:
    return {f"{name}-{part}": getattr(day, part) for part in ("year", "month", "day")}


def test_the_list_shows_what_is_due_and_from_where_it_is_counted(
    client: Reader, case_id: int
) -> None:
    client.sign_in("clerk.youyi")
    for language, words in (
        ("zh", ("办结调解", "自2026年11月20日受理之日起算", "依据：司法部", "2026年12月21日")),
        ("vi", ("Kết thúc hòa giải", "Tính từ ngày nhận hòa giải 20/11/2026", "21/12/2026")),
    ):
        page = text_of(client.read_in(language).get("/deadlines?bucket=later"))
        for word in (*words, "李秀兰"):
            assert word in page
        for bucket in ("past", "this_week", "cleared", "nonsense"):
            assert "李秀兰" not in client.get(f"/deadlines?bucket={bucket}")


def test_the_list_is_empty_for_strangers(client: Reader, case_id: int) -> None:
    client.sign_in("clerk.hvt").read_in("vi")
    assert "李秀兰" not in client.get("/deadlines?bucket=later")


def test_the_list_filters_by_office(client: Reader, world: World, case_id: int) -> None:
    with client.app.app_context():
        accepted(actor("clerk.pingmeng"), "黄老三", "Vi Thị Nguyệt")
    client.sign_in("reviewer.guangxi")
    both = client.get("/deadlines?bucket=later")
    assert "李秀兰" in both
    assert "黄老三" in both
    one = client.get(f"/deadlines?bucket=later&office={world.pingmeng}")
    assert "李秀兰" not in text_of(one)
    assert "黄老三" in one


def test_a_day_is_moved_with_both_consents(client: Reader, case_id: int, row_id: int) -> None:
    path = f"/cases/{case_id}/deadlines/{row_id}/extend"
    client.sign_in("clerk.youyi")
    for language in LANGUAGES:
        page = client.read_in(language).get(path)
        assert "Trần Thị Lan" in page
        assert 'value="2027"' in page, "a month more is suggested"
    client.read_in("zh")
    later = parts(date(2027, 1, 20)) | {"reason": "等待越方鉴定"}
    answer = client.post(path, later)
    assert answer.status_code == 422
    assert "请填写李秀兰同意延长的日期。" in answer.get_data(as_text=True)
    assert "等待越方鉴定" in answer.get_data(as_text=True), "what was typed stays"
    with client.app.app_context():
        parties = [party.id for party in db.session.get(Case, case_id).parties]
    for party in parties:
        later |= parts(date(2026, 11, 21), f"consent_{party}")
    assert client.post(path, later).status_code == 303
    listed = text_of(client.get("/deadlines?bucket=later"))
    assert "2027年1月20日" in listed
    assert "原定2026年12月21日" in listed


def test_a_deadline_is_put_away_with_a_reason(client: Reader, case_id: int, row_id: int) -> None:
    path = f"/cases/{case_id}/deadlines/{row_id}/clear"
    client.sign_in("clerk.youyi")
    for language in LANGUAGES:
        client.read_in(language).get(path)
        assert client.post(path, {"reason": " "}).status_code == 422
    assert client.post(path, {"reason": "双方已离境"}).status_code == 303
    assert "双方已离境" in text_of(client.get("/deadlines?bucket=cleared"))


def test_who_may_not_move_it_gets_no_page(client: Reader, case_id: int, row_id: int) -> None:
    path = f"/cases/{case_id}/deadlines/{row_id}/extend"
    for name, status in (("clerk.pingmeng", 404), ("auditor.guangxi", 403)):
        reader = Reader(client.app).sign_in(name)
        reader.get(path, status=status)
    Reader(client.app, "vi").sign_in("clerk.hvt").get(path, status=404)


def test_what_nobody_may_extend_says_so(client: Reader, case_id: int, row_id: int) -> None:
    with client.app.app_context(), transaction() as session:
        session.get(Deadline, row_id).rule = DeadlineCode.COURT_STEP
    page = client.sign_in("clerk.youyi").get(
        f"/cases/{case_id}/deadlines/{row_id}/extend", status=422
    )
    assert "这一期限不能延长：就调解协议向法院提出申请。" in page


def test_the_case_and_the_start_page_show_deadlines(client: Reader, case_id: int) -> None:
    client.sign_in("clerk.youyi")
    for language, name in (("zh", "办结调解"), ("vi", "Kết thúc hòa giải")):
        assert name in text_of(client.read_in(language).get(f"/cases/{case_id}"))
        assert "/deadlines?bucket=past" in client.get("/")


def test_reading_the_list_writes_nothing(client: Reader, case_id: int) -> None:
    client.sign_in("clerk.youyi").get("/deadlines")
    with client.app.app_context():
        assert db.session.query(Notice).count() == 0
