"""Can both sides read the reference data, and only the right ones change it?"""

import re
from datetime import date

import pytest

from app.kernel.country import Country
from app.reference import queries
from app.reference.models import CodeList, ExtendableBy
from tests.pages import text_of

ONCE = pytest.mark.parametrize("app", ["sqlite"], indirect=True)  # the same on every database
PLAIN = ["/reference", "/reference/organisations", "/reference/organisations?country=VN",
         "/reference/organisations?q=pingxiang", "/reference/organisations?q=zzzz",
         "/reference/divisions", "/reference/divisions?country=VN&q=moc",
         "/reference/calendar/CN/2026", "/reference/calendar/VN/2027",
         "/reference/calendar/VN/2030",
         "/reference/codes", "/reference/deadlines",
         *[f"/reference/codes/{kind.value}" for kind in CodeList]]  # fmt: skip


def office(app, code):
    with app.app_context():
        return queries.organisation_by_code(code).id


def edit_form(client, path):
    """What the edit form holds, ready to be sent back."""
    page = client.get(path)
    inputs = re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page)
    texts = re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\s*([^<]*)</textarea>', page)
    return dict(inputs) | dict(texts)


@ONCE
@pytest.mark.parametrize("language", ["zh", "vi"])
def test_every_reference_page_reads_well(client, language):
    client.sign_in("clerk.youyi").read_in(language)
    for path in PLAIN:
        page = text_of(client.get(path))
        assert "{" not in page.replace("{year}", "").replace("{short}", "").replace("{number}", "")


@pytest.mark.parametrize(
    ("language", "ended", "follower"),
    [
        ("zh", "已撤销，存续至2025年6月30日", "承继机关尚未确认，可能是那岑社人民委员会"),
        ("vi", "đã chấm dứt hoạt động, tồn tại đến hết ngày 30/06/2025",
         "chưa xác nhận cơ quan kế thừa, có thể là Ủy ban nhân dân xã Na Sầm"),
    ],
)  # fmt: skip
def test_an_ended_office_says_so_with_its_successors(app, client, language, ended, follower):
    client.sign_in("clerk.hvt").read_in(language)
    for path in (
        "/reference/organisations?country=VN&q=V%C4%83n+L%C3%A3ng",
        f"/reference/organisations/{office(app, 'VND-182-PTP')}",
        f"/reference/organisations/{office(app, 'VN-20-STP')}",
    ):
        page = text_of(client.get(path))
        assert ended in page, path
        assert follower in page, path


@pytest.mark.parametrize(
    ("country", "asked"),
    [("VN", "hoang+van+thu"), ("VN", "VN-06172"), ("CN", "youyi"), ("CN", "huu+nghi")],
)
def test_search_needs_no_accents_and_no_characters(client, country, asked):
    client.sign_in("clerk.hvt").read_in("vi")
    page = text_of(client.get(f"/reference/organisations?country={country}&q={asked}"))
    expected = {"VN": "Ủy ban nhân dân xã Hoàng Văn Thụ", "CN": "Văn phòng Tư pháp trấn Hữu Nghị"}
    assert expected[country] in page
    assert "Cục Quản lý trại giam" not in page


def test_a_provisional_year_says_so(client):
    client.sign_in("clerk.youyi")
    assert "暂定" in text_of(client.get("/reference/calendar/CN/2027"))
    assert "暂定" not in text_of(client.get("/reference/calendar/CN/2026"))


def test_a_country_or_list_that_is_none_is_not_found(client):
    client.sign_in("clerk.youyi")
    client.get("/reference/calendar/XX/2026", status=404)
    client.get("/reference/codes/none", status=404)
    client.get("/reference/organisations/999999", status=404)


def test_a_clerk_reads_but_does_not_edit(app, client):
    client.sign_in("clerk.youyi")
    path = f"/reference/organisations/{office(app, 'CN-451481101-RTW')}"
    assert "/edit" not in client.get(path)
    client.get(f"{path}/edit", status=403)
    client.get("/reference/calendar/CN/2027/add", status=403)


def test_an_administrator_edits_rows_of_the_own_country_only(app, client):
    client.sign_in("admin.cn")
    client.get(f"/reference/organisations/{office(app, 'VN-20-STP')}/edit", status=403)
    client.get("/reference/calendar/VN/2027/add", status=403)
    client.get("/reference/calendar/CN/2027/add")


def test_an_edited_name_is_shown_and_recorded(app, client):
    from app.audit.queries import entries_of_object

    client.sign_in("admin.cn")
    committee = office(app, "CN-451481101-RTW")
    path = f"/reference/organisations/{committee}"
    sent = edit_form(client, f"{path}/edit") | {"short_zh": "凭浦"}
    page = text_of(client.follow(client.post(f"{path}/edit", sent)))
    assert "凭浦" in page
    with app.app_context():
        (entry,) = entries_of_object("organisation", committee)
    assert (entry.action, entry.changes) == (
        "reference:organisation:edited",
        {"short_zh": ["凭友", "凭浦"]},
    )


def test_a_pattern_that_cannot_be_filled_comes_back_with_what_was_typed(app, client):
    client.sign_in("admin.cn")
    path = f"/reference/organisations/{office(app, 'CN-451481101-RTW')}/edit"
    answer = client.post(path, edit_form(client, path) | {"case_no_pattern": "第{n}号"})
    assert answer.status_code == 422
    page = answer.get_data(as_text=True)
    assert "第{n}号" in page
    assert "编号格式必须含" in page


def test_the_notice_of_a_new_year_can_be_entered(app, client):
    client.sign_in("admin.cn")
    day = {"day-year": "2028", "day-month": "1", "day-day": "3"}
    words = {"kind": "holiday", "name_zh": "元旦（补假）", "name_vi": "Tết Dương lịch (nghỉ bù)"}
    path = "/reference/calendar/CN/2028/add"
    assert "元旦（补假）" in client.follow(client.post(path, day | words))
    assert client.post(path, day | words).status_code == 422
    with app.app_context():
        calendar = queries.working_calendar(Country.CN, [2028])
    assert not calendar.is_working(date(2028, 1, 3))


def test_an_entry_withdrawn_leaves_an_ordinary_day(app, client):
    client.sign_in("admin.cn")
    with app.app_context():
        days = queries.calendar_days(Country.CN, [2027])
        (spring,) = [each.id for each in days if each.day == date(2027, 2, 10)]
    path = f"/reference/calendar/days/{spring}/edit"
    client.follow(client.post(path, edit_form(client, path) | {"kind": "ordinary"}))
    with app.app_context():
        assert queries.working_calendar(Country.CN, [2027]).is_working(date(2027, 2, 10))


def test_a_code_is_added_once_and_ended_by_date(app, client):
    client.sign_in("admin.cn")
    sent = {"code": "hotline", "name_zh": "热线", "name_vi": "Đường dây nóng",
            "status": "attested"}  # fmt: skip
    assert "热线" in client.follow(client.post("/reference/codes/channel/add", sent))
    again = client.post("/reference/codes/channel/add", sent)
    assert again.status_code == 422
    assert "该代码已在列表中" in again.get_data(as_text=True)
    with app.app_context():
        (code,) = [each for each in queries.codes(CodeList.CHANNEL) if each.code == "hotline"]
        path = f"/reference/codes/values/{code.id}/edit"
    ended = sent | {"valid_to-year": "2026", "valid_to-month": "12", "valid_to-day": "31"}
    client.follow(client.post(path, ended))
    with app.app_context():
        assert queries.is_code(CodeList.CHANNEL, "hotline", on=date(2026, 12, 31))
        assert not queries.is_code(CodeList.CHANNEL, "hotline", on=date(2027, 1, 1))


def test_a_time_limit_is_changed_by_its_own_country(app, client):
    client.sign_in("admin.cn")
    with app.app_context():
        chinese = queries.deadline_rule("cn_followup_15", on=date(2026, 1, 1)).id
        vietnamese = queries.deadline_rule("vn_followup_15", on=date(2026, 1, 1)).id
    client.get(f"/reference/deadlines/{vietnamese}/edit", status=403)
    path = f"/reference/deadlines/{chinese}/edit"
    sent = edit_form(client, path) | {
        "length": "20", "unit": "days", "extendable_by": "both_parties",
    }  # fmt: skip
    assert "20天" in client.follow(client.post(path, sent))
    with app.app_context():
        rule = queries.deadline_rule_by_id(chinese)
        assert rule.extendable_by is ExtendableBy.BOTH_PARTIES


def test_a_successor_is_confirmed_by_people_of_its_country(app, client):
    with app.app_context():
        (link,) = queries.organisation_by_code("VN-02-STP").successor_links
        path = f"/reference/successors/{link.id}/confirm"
    client.sign_in("clerk.youyi").get(path, status=403)
    client.sign_out()
    client.sign_in("reviewer.guangxi").get(path, status=403)


def test_a_place_is_edited_by_its_own_side_and_the_list_says_so(client):
    client.sign_in("admin.cn")
    listed = client.get("/reference/divisions?country=CN&q=451481101")
    address = re.search(r'href="(/reference/divisions/\d+/edit)"', listed).group(1)
    client.get(address)
    values = {"name_zh": "友谊镇（改）", "name_vi": "Trấn Hữu Nghị", "note_zh": "", "note_vi": ""}
    page = client.follow(client.post(address, values))
    assert "友谊镇（改）" in page
    assert "/edit" not in client.get("/reference/divisions?country=VN&q=06172")
