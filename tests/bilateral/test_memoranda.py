"""Which memorandum covers which stretch, what is unknown, and who stands in for whom?"""

from datetime import date

import pytest
from sqlalchemy import select

from app.audit.queries import entries_of_object
from app.bilateral import queries
from app.bilateral.services import confirm_party_successor, load_memoranda
from app.db import db
from app.kernel.country import Country
from app.kernel.errors import NotPermitted, RuleBroken
from app.kernel.permissions import system_actor
from app.reference.models import Division
from app.reference.queries import organisation_by_code
from tests.factories import actor
from tests.pages import text_of

TODAY = date(2026, 11, 23)
FIRST, SECOND, THIRD = "MOU-PINGXIANG-VANLANG", "MOU-NAPO-MEOVAC", "AGREEMENT-NANNING-2025"


def covering(*codes):
    ids = [db.session.scalars(select(Division.id).where(Division.code == c)).one() for c in codes]
    return [each.code for each in queries.memoranda_covering(*ids)]


def paper(code):
    (found,) = [each for each in queries.memoranda() if each.code == code]
    return found


def confirm(who, party, successor, **more):
    facts = {"instrument": "12/UBND", "confirmed_on": TODAY, "today": TODAY} | more
    successor_id = organisation_by_code(successor).id
    return confirm_party_successor(
        actor(who), party_id=party.id, successor_id=successor_id, **facts
    )


@pytest.mark.parametrize(
    ("chinese", "vietnamese", "memoranda"),
    [
        ("CN-451481101", "VN-06172", [FIRST]),  # 友谊 – Hoàng Văn Thụ, once of Văn Lãng
        ("CN-451481101", "VN-06184", []),  # 友谊 – Đồng Đăng, once of Cao Lộc
        ("CN-451026207", "VN-00778", [SECOND]),  # 百省 – Sơn Vĩ, once of Mèo Vạc
        ("CN-451026101", "VN-01392", []),  # 平孟 – Trường Hà, Cao Bằng
        ("CN-451481101", "VN-00778", []),
    ],
)
def test_a_stretch_is_covered_where_both_its_sides_are(ctx, chinese, vietnamese, memoranda):
    assert covering(chinese, vietnamese) == memoranda


def test_one_side_alone_names_what_may_cover_it(ctx):
    assert covering("CN-451026101") == [SECOND]
    assert covering() == []


def test_ended_parties_without_a_successor_are_open(ctx):
    open_parties = {c: [p.name_zh for p in paper(c).open_parties(TODAY)] for c in (FIRST, THIRD)}
    assert open_parties == {FIRST: ["越南文朗县"], THIRD: ["河江省司法厅"]}
    assert paper(FIRST).open_parties(date(2025, 6, 30)) == []


def test_loading_again_changes_nothing_and_keeps_a_confirmation(ctx):
    party = paper(FIRST).parties[1]
    confirm("reviewer.guangxi", party, "VN-06172-UBND")
    loaded = load_memoranda(system_actor(Country.CN))
    assert [(each.added, each.changed) for each in loaded] == [(0, 0)] * 3
    assert paper(FIRST).parties[1].successor.code == "VN-06172-UBND"


def test_a_confirmed_successor_stands_in_and_is_recorded(ctx):
    party = confirm("reviewer.guangxi", paper(FIRST).parties[1], "VN-20-STP")
    assert party.standing(TODAY).code == "VN-20-STP"
    assert party.standing(date(2025, 1, 1)).code == "VND-182-PTP"
    assert paper(FIRST).open_parties(TODAY) == []
    (entry,) = entries_of_object("memorandum_party", party.id)
    assert entry.action == "bilateral:successor:confirmed"
    assert entry.changes["instrument"] == ["", "12/UBND"]


@pytest.mark.parametrize("who", ["clerk.youyi", "clerk.hvt", "reviewer.pingxiang", "admin.cn"])
def test_only_who_may_confirm_does(ctx, who):
    with pytest.raises(NotPermitted):
        confirm(who, paper(FIRST).parties[1], "VN-20-STP")


@pytest.mark.parametrize(
    ("position", "successor", "more", "code"),
    [
        (0, "CN-45-SFT", {}, "party_not_ended"),
        (1, "CN-45-SFT", {}, "other_country"),
        (1, "VN-02-STP", {}, "successor_not_valid"),
        (1, "VN-20-STP", {"instrument": ""}, "no_instrument"),
        (1, "VN-20-STP", {"confirmed_on": date(2027, 1, 1)}, "confirmed_in_future"),
    ],
)
def test_a_wrong_successor_is_refused(ctx, position, successor, more, code):
    with pytest.raises(RuleBroken) as caught:
        confirm("reviewer.guangxi", paper(FIRST).parties[position], successor, **more)
    assert [refusal.code.value for refusal in caught.value.refusals] == [code]


@pytest.mark.parametrize(
    ("language", "unknown", "open_words"),
    [("zh", "不详", "未确认"), ("vi", "Chưa rõ", "Chưa xác nhận")],
)
def test_what_is_not_known_is_said(app, client, language, unknown, open_words):
    with app.app_context():
        first = paper(FIRST).id
    client.sign_in("clerk.youyi").read_in(language)
    assert unknown in text_of(client.get("/memoranda"))
    page = text_of(client.get(f"/memoranda/{first}"))
    assert page.count(unknown) >= 5  # date, place, kinds, languages, what may be shared, contact
    assert open_words in page


def test_a_reviewer_confirms_on_a_page_and_the_page_shows_it(app, client):
    with app.app_context():
        first = paper(FIRST)
        path = f"/memoranda/parties/{first.parties[1].id}/successor"
        home, successor = f"/memoranda/{first.id}", organisation_by_code("VN-06172-UBND").id
    client.sign_in("reviewer.guangxi")
    client.get(path)
    sent = {"successor": successor, "instrument": "第12号函", "confirmed_on-year": "2026",
            "confirmed_on-month": "1", "confirmed_on-day": "9"}  # fmt: skip
    page = text_of(client.follow(client.post(path, sent)))
    assert "黄文树社人民委员会" in page
    assert "第12号函" in page
    assert client.last.request.path == home
    assert client.post(path, sent | {"instrument": ""}).status_code == 422


def test_a_clerk_cannot_open_the_confirmation(app, client):
    with app.app_context():
        path = f"/memoranda/parties/{paper(FIRST).parties[1].id}/successor"
    client.sign_in("clerk.youyi").get(path, status=403)


def test_a_paper_that_is_none_is_not_found(client):
    client.sign_in("clerk.youyi").get("/memoranda/999999", status=404)
