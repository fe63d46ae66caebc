"""Is a case found by what an officer of either side would type, and by nobody else?"""

import unicodedata
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import delete, select

from app.db import db, transaction
from app.kernel.country import Country
from app.kernel.permissions import Actor, system_actor
from app.mediation.kinds import PartyRole, RepresentativeKind
from app.mediation.models import Case, CaseWord
from app.mediation.queries import search as queries
from app.mediation.queries.search import found_ids, search
from app.mediation.services.parties import PartyDetails, add_party
from app.mediation.services.search_index import reindex_all
from app.mediation.states import CaseState
from tests.factories import NOW, World, actor
from tests.mediation.disputes import accepted, registered

FORMS = ("NFC", "NFD")


@pytest.fixture
def clerk(ctx: Flask, world: World) -> Actor:
    return actor("clerk.youyi")


def test_search_finds_a_han_name_by_every_reading(clerk: Actor) -> None:
    case = registered(clerk, "阮文雄", "Trần Thị Lan")
    registered(clerk, "李秀兰", "Phạm Đức Dũng")
    composed, decomposed = (unicodedata.normalize(form, "Nguyễn Văn Hùng") for form in FORMS)
    assert composed != decomposed
    for typed in (
        "nguyen van hung", composed, decomposed, "NGUYỄN", "hung nguyen", "ruan wen xiong",
        "ruanwenxiong", "wenx", "rwx", "阮文雄", "文雄", "阮",
    ):  # fmt: skip
        assert found_ids(clerk, typed) == [case.id], typed


def test_search_finds_a_surname_by_both_readings(clerk: Actor) -> None:
    case = registered(clerk, "覃志强", "Trần Thị Lan")
    for typed in ("qin zhiqiang", "tan zhiqiang", "覃", "đàm", "tan"):
        assert found_ids(clerk, typed) == [case.id], typed


def test_search_finds_a_crossed_d_by_d(clerk: Actor) -> None:
    case = registered(clerk, "李秀兰", "Đỗ Đức Dũng")
    for typed in ("do duc dung", "Đỗ Đức Dũng", "đỗ", "ĐỨC", "duc"):
        assert found_ids(clerk, typed) == [case.id], typed


def test_search_wants_every_word_in_the_same_case(clerk: Actor) -> None:
    both = registered(clerk, "李秀兰", "Phạm Đức Dũng")
    registered(clerk, "李秀兰", "Trần Thị Lan")
    registered(clerk, "韦国强", "Phạm Đức Dũng")
    assert found_ids(clerk, "李 dung") == [both.id]


def test_search_finds_the_beginning_of_a_word_and_not_its_middle(clerk: Actor) -> None:
    case = registered(clerk, "李秀兰", "Trần Thị Phượng")
    assert found_ids(clerk, "phu") == [case.id]
    assert found_ids(clerk, "huong") == []


def test_search_takes_signs_as_signs(clerk: Actor) -> None:
    registered(clerk, "李秀兰", "Trần Thị Phượng")
    for typed in ("%", "_", "' OR 1=1 --zzz", "!!!", "", " ", "\U0010ffff", "x" * 500):
        assert found_ids(clerk, typed) == [], typed


def test_search_finds_a_case_by_its_number_the_digits_or_the_year(clerk: Actor) -> None:
    case = accepted(clerk, "李秀兰", "Trần Thị Lan")
    assert case.case_no is not None
    assert case.registered_no is not None
    digits = str(case.case_seq)
    for typed in (case.case_no, case.registered_no, "2026", f"2026 {digits}"):
        assert found_ids(clerk, typed) == [case.id], typed


def test_search_shows_the_exact_number_before_newer_cases(clerk: Actor) -> None:
    first = accepted(clerk, "李秀兰", "Trần Thị Lan", on=date(2026, 11, 2))
    others = [accepted(clerk, "李秀兰", "Trần Thị Lan") for _ in range(10)]
    assert first.case_no is not None
    assert first.case_seq == 1
    assert {case.case_seq for case in others} >= {10, 11}  # these begin with the same digit
    assert found_ids(clerk, first.case_no)[0] == first.id


def test_search_shows_the_newest_first(clerk: Actor) -> None:
    days = (date(2026, 11, 3), date(2026, 11, 19), date(2026, 11, 10))
    cases = {on: registered(clerk, "李秀兰", "Trần Thị Lan", on=on).id for on in days}
    assert found_ids(clerk, "lan") == [cases[on] for on in sorted(days, reverse=True)]


def test_search_never_leaves_the_scope(clerk: Actor) -> None:
    here = registered(clerk, "阮文雄", "Trần Thị Lan")
    there = registered(actor("clerk.pingmeng"), "阮文雄", "Trần Thị Lan")
    abroad = registered(actor("clerk.hvt"), "阮文雄", "Trần Thị Lan")
    found = {
        name: set(found_ids(actor(name), "nguyen van hung"))
        for name in ("clerk.youyi", "clerk.pingmeng", "clerk.hvt", "clerk.sonvi",
                     "reviewer.pingxiang", "reviewer.guangxi", "mediator.youyi")
    }  # fmt: skip
    assert found == {
        "clerk.youyi": {here.id},
        "clerk.pingmeng": {there.id},
        "clerk.hvt": {abroad.id},
        "clerk.sonvi": set(),
        "reviewer.pingxiang": {here.id},
        "reviewer.guangxi": {here.id, there.id},
        "mediator.youyi": set(),
    }
    assert found_ids(system_actor(Country.CN), "nguyen") == []


def test_search_answers_the_same_whatever_leads(
    clerk: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words, the reach, or the newest cases: only the time differs."""
    wanted = [registered(clerk, "李秀兰", "Trần Thị Lan").id for _ in range(4)]
    for _ in range(3):
        registered(clerk, "韦国强", "Trần Thị Lan")
        registered(clerk, "李秀兰", "Phạm Đức Dũng")
    for large in (1, 3, 10_000):
        monkeypatch.setattr(queries, "LARGE", large)
        assert found_ids(clerk, "li lan tran") == sorted(wanted, reverse=True), large


def test_search_pages_and_says_when_there_are_more(
    clerk: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [registered(clerk, "李秀兰", "Trần Thị Lan").id for _ in range(7)][::-1]
    monkeypatch.setattr(queries, "MOST", 5)
    first, last = (search(clerk, "lan", page=page, size=3) for page in (1, 9))
    assert [case.id for case in (*first.cases, *last.cases)] == ids[:5]
    assert (first.total, first.pages, first.has_more, last.page) == (5, 2, True, 2)
    assert not search(clerk, "lan", [Case.state == CaseState.DRAFT]).cases


def test_search_index_follows_the_parties(clerk: Actor) -> None:
    case = registered(clerk, "李秀兰", "Trần Thị Lan")
    details = PartyDetails(
        role=PartyRole.RELATED,
        name="黄老三",
        representative_kind=RepresentativeKind.AGENT,
        representative_name="Vi Thị Nguyệt",
    )
    add_party(clerk, case_id=case.id, details=details, now=NOW)
    assert found_ids(clerk, "huang lao san") == found_ids(clerk, "nguyet") == [case.id]


def test_search_index_can_be_rebuilt(clerk: Actor) -> None:
    case = accepted(clerk, "阮文雄", "Trần Thị Lan")
    kept = set(db.session.scalars(select(CaseWord.word)))
    with transaction() as session:
        session.execute(delete(CaseWord))
    assert found_ids(clerk, "rwx") == []
    assert reindex_all() == 1
    assert set(db.session.scalars(select(CaseWord.word))) == kept
    assert found_ids(clerk, "rwx") == [case.id]
