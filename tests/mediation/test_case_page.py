"""Does the page of a case say where it stands, what is missing, and what was done?"""

from datetime import date

import pytest
from sqlalchemy import select

from app.audit.queries import entries_of_case
from app.bilateral.queries import memoranda
from app.db import db
from app.kernel.money import Currency, Money
from app.mediation.kinds import Basis, Channel
from app.mediation.services import details, intake
from app.mediation.services.intake import Essentials
from app.reference.models import Division
from tests.factories import NOW, actor
from tests.mediation.disputes import accepted, registered
from tests.pages import text_of

LANGUAGES = pytest.mark.parametrize("language", ["zh", "vi"])
MISSING = {"zh": "还缺什么", "vi": "Còn thiếu"}


@pytest.fixture
def where(app, world):
    with app.app_context():
        return f"/cases/{accepted(actor('clerk.youyi'), '阮文雄', '韦国强').id}"


@LANGUAGES
def test_case_page_shows_state_missing_and_next_step(client, where, language):
    page = text_of(client.sign_in("clerk.youyi").read_in(language).get(where))
    assert "阮文雄 – 韦国强" in page
    assert MISSING[language] in page
    assert {"zh": "已受理", "vi": "Đã nhận hòa giải"}[language] in page
    assert {"zh": "主持调解员", "vi": "Hòa giải viên chủ trì"}[language] in page


@LANGUAGES
def test_draft_page_leads_to_its_registration(app, world, client, language):
    with app.app_context():
        draft = intake.open_draft(actor("clerk.youyi"), office_id=world.youyi, answers={}, now=NOW)
        path = f"/cases/{draft.id}"
    client.sign_in("clerk.youyi").read_in(language)
    assert f"{path}/essentials" in client.get(path)
    client.get(f"{path}/discard")
    client.follow(client.post(f"{path}/discard", {}))
    client.get(path, status=404)


@LANGUAGES
def test_timeline_and_audit_trail_say_who_when_what(client, where, language):
    client.sign_in("clerk.youyi").read_in(language)
    assert "clerk.youyi" in text_of(client.get(f"{where}/timeline"))
    trail = text_of(client.get(f"{where}/history"))
    assert "两家为界边的水渠争执。" in trail
    assert {"zh": "中国时间", "vi": "giờ Trung Quốc"}[language] in trail


@LANGUAGES
@pytest.mark.parametrize("group", ["basis", "place", "dispute", "source", "screening", "advice"])
def test_groups_of_a_case_open_in_both_languages(client, where, group, language):
    client.sign_in("clerk.youyi").read_in(language).get(f"{where}/{group}")


def test_group_is_saved_on_its_page_and_refused_with_its_reason(client, where):
    client.sign_in("clerk.youyi")
    answer = client.post(f"{where}/basis", {"basis": "other_instrument", "instrument": ""})
    assert answer.status_code == 422
    client.follow(client.post(f"{where}/basis", {"basis": "none_covers"}))
    assert "本段边境没有备忘录" in text_of(client.get(where))
    typed = {"cn_type": "neighbour", "vn_scope": "", "border_subtype": "", "facts": "水渠",
             "facts_language": "zh", "requests": "", "requests_language": "zh",
             "amount": "1.200", "currency": "CNY"}  # fmt: skip
    assert client.post(f"{where}/dispute", typed).status_code == 422
    client.follow(client.post(f"{where}/dispute", typed | {"amount": "1200"}))


@LANGUAGES
def test_memorandum_without_its_party_is_warned_of_and_not_blocked(app, client, where, language):
    with app.app_context():
        today = NOW.date()
        orphan = next(each for each in memoranda() if each.open_parties(today))
        title = orphan.open_parties(today)[0].name.in_(language)
        details.edit_basis(
            actor("clerk.youyi"),
            case_id=int(where.rpartition("/")[2]),
            basis=Basis.MEMORANDUM,
            memorandum_id=orphan.id,
            instrument="",
            committee_id=None,
            former_no="",
            now=NOW,
        )
    assert title in text_of(client.sign_in("clerk.youyi").read_in(language).get(where))


@pytest.mark.parametrize(
    ("commune", "said"),
    [
        (None, "请先填写对方一侧的地点"),
        (
            "VN-06172",
            "涉及这一段边界的有：关于合作解决边境地区民事矛盾纠纷备忘录",
        ),  # Hoàng Văn Thụ, once of Văn Lãng
        ("VN-01392", "没有备忘录涉及这一段边界"),  # Trường Hà, Cao Bằng
    ],
)
def test_the_basis_page_says_what_covers_the_stretch(app, client, where, commune, said):
    with app.app_context():
        if commune is not None:
            code = select(Division.id).where(Division.code == commune)
            details.edit_place(
                actor("clerk.youyi"), case_id=int(where.rpartition("/")[2]), cn_division_id=None,
                vn_division_id=db.session.scalars(code).one(), place="", boundary_marker="",
                now=NOW,
            )  # fmt: skip
    assert said in text_of(client.sign_in("clerk.youyi").get(f"{where}/basis"))


def test_every_change_keeps_from_and_to(app, world):
    with app.app_context():
        clerk = actor("clerk.youyi")
        case = registered(clerk, "阮文雄", "韦国强")
        details.edit_source(
            clerk,
            case_id=case.id,
            source="application",
            channel=Channel.PHONE,
            received_on=date(2026, 11, 19),
            referred_by="",
            referral_letter_no="",
            now=NOW,
        )
        details.edit_place(
            clerk,
            case_id=case.id,
            cn_division_id=case.office.division_id,
            vn_division_id=None,
            place="浦寨市场",
            boundary_marker="1088",
            now=NOW,
        )
        details.edit_dispute(
            clerk,
            case_id=case.id,
            cn_type="contract",
            border_subtype="x_goods_debt",
            vn_scope="civil",
            facts="货款未付。",
            facts_language="zh",
            requests="付清货款。",
            requests_language="zh",
            claimed=Money(1_200_000, Currency.CNY),
            now=NOW,
        )
        changes = {e.action: e.changes for e in entries_of_case(case.id)}
        assert changes["mediation:case:source_edited"]["received_on"] == [
            "2026-11-20",
            "2026-11-19",
        ]
        assert changes["mediation:case:dispute_edited"]["cn_type"] == ["neighbour", "contract"]
        assert "友谊" in changes["mediation:case:place_edited"]["cn_division_id"][1]


@LANGUAGES
def test_list_filters_search_and_say_when_nothing_fits(app, client, where, language):
    client.sign_in("clerk.youyi").read_in(language)
    for address in (
        "?q=nguyen van hung",
        "?state=accepted&type=neighbour",
        "?received_from-year=2026&received_from-month=11&received_from-day=1",
        "?page=99",
        "?state=nonsense",
    ):
        assert "阮文雄" in text_of(client.get(f"/cases{address}"))
    for address in ("?q=zzz", "?state=archived", "?overdue=y", "?untouched=y", "?to_confirm=y"):
        assert "阮文雄" not in text_of(client.get(f"/cases{address}"))


@LANGUAGES
@pytest.mark.parametrize("who", ["clerk.youyi", "admin.cn", "mediator.youyi", "clerk.hvt"])
def test_start_page_greets_everybody(client, where, who, language):
    page = text_of(client.sign_in(who).read_in(language).get("/"))
    assert who in page
    assert ("阮文雄" in page) is (who == "clerk.youyi")


def test_essentials_of_a_vietnamese_office_ask_for_its_own_heading(app, world, client):
    with app.app_context():
        draft = intake.open_draft(
            actor("clerk.hvt"), office_id=world.hoang_van_thu, answers={}, now=NOW
        )
        path = f"/cases/{draft.id}/essentials"
        intake.save_draft(
            actor("clerk.hvt"),
            case_id=draft.id,
            essentials=Essentials(office_id=world.hoang_van_thu, vn_scope="civil"),
            now=NOW,
        )
    page = client.sign_in("clerk.hvt").read_in("vi").get(path)
    assert 'name="vn_scope"' in page
    assert 'name="cn_type"' not in page
