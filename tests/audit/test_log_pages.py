"""Who reads the log, what do they see of it, and what never?"""

from datetime import timedelta

import pytest

from app.audit import services as audit
from app.db import transaction
from app.kernel.country import Country
from app.kernel.permissions import system_actor
from tests.factories import NOW, actor
from tests.pages import text_of


@pytest.fixture
def auditor(client):
    return client.sign_in("auditor.guangxi")


def write(app, count=1, *, who="clerk.youyi", action="mediation:case:written", days=0, **more):
    with app.app_context():
        by = actor(who) if isinstance(who, str) else who
        with transaction():
            for number in range(count):
                audit.record(by, action, object_type="case", object_id=number + 1, case_id=7,
                             at=NOW + timedelta(days=days), **more)  # fmt: skip


def rows(page):
    return page.count("<time") or page.split("<tbody")[1].count("<tr") if "<tbody" in page else 0


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_log_is_read_in_both_languages(app, auditor, language):
    write(app, changes={"state": ("draft", "received")})
    page = text_of(auditor.read_in(language).get("/audit"))
    assert {"zh": "案件：填写", "vi": "Vụ việc: đã ghi"}[language] in page
    moved = {"zh": "草稿 → 已收到申请", "vi": "Bản nháp → Đã tiếp nhận yêu cầu"}
    assert moved[language] in page


def test_log_of_the_other_country_is_not_there(app, auditor):
    write(app, who="clerk.hvt")
    write(app, who=system_actor(Country.VN, "keeper.vn"))
    page = auditor.get("/audit?person=hvt") + auditor.get("/audit?person=keeper")
    assert "clerk.hvt" not in text_of(page)
    assert rows(page) == 0


def test_texts_are_measured_and_long_numbers_masked(app, auditor):
    changes = {"summary": ("阮文雄欠款", "Nguyễn Văn Hùng nợ tiền"), "phone": (None, "13877712345")}
    write(app, changes=changes, reason="当事人要求")
    page = auditor.get("/audit")
    for secret in ("阮文雄", "Hùng", "13877712345", "当事人要求"):
        assert secret not in page
    assert "（文字，5字）" in page
    assert "•••••••••45" in page


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("person=clerk.you", 3),
        ("person=clerk.pingmeng", 2),
        ("person=CLERK", 5),
        ("action=mediation:", 5),
        ("action=mediation:&object_type=case&object_id=3", 1),
        ("action=mediation:&first-year=2026&first-month=11&first-day=25", 2),
        ("action=mediation:&last-year=2026&last-month=11&last-day=24", 3),
        ("person=100%25", 0),
    ],
)
def test_log_is_narrowed_by_what_the_address_says(app, auditor, search, found):
    write(app, 3)
    write(app, 2, who="clerk.pingmeng", days=2)
    assert rows(auditor.get(f"/audit?{search}")) == found


def test_day_is_the_countrys_own(app, auditor):
    """23 November 02:00 UTC is 10:00 in China; fifteen hours later it is the 24th there."""
    write(app)
    write(app, days=15 / 24)
    day = "action=mediation:&{0}-year=2026&{0}-month=11&{0}-day=24"
    assert rows(auditor.get(f"/audit?{day.format('first')}")) == 1


def test_pages_lead_through_the_whole_log_and_back(app, auditor):
    write(app, 120)
    address, seen = "/audit?action=mediation:", []
    while address:
        page = auditor.get(address)
        seen.append(rows(page))
        address = link(page, "next")
    assert seen == [50, 50, 20]
    assert rows(auditor.get(link(page, "prev"))) == 50


def link(page, rel):
    for part in page.split("<a ")[1:]:
        tag = part.split(">")[0]
        if f'rel="{rel}"' in tag:
            return tag.split('href="')[1].split('"')[0].replace("&amp;", "&")
    return None


@pytest.mark.parametrize("search", ["action=nothing:", "first-year=2026", "object_id=x"])
def test_impossible_search_says_what_is_wrong(auditor, search):
    auditor.get(f"/audit?{search}", status=422)


def test_reading_the_log_is_for_the_auditor_alone(client):
    client.sign_in("security.cn").get("/audit", status=403)
