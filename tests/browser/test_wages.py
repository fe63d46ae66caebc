"""Seven workers, three instalments, two languages: composed once, the same on both sides?"""

import io
import re
from collections import Counter
from datetime import date
from decimal import Decimal

from flask import Flask
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from app.kernel.country import Country
from app.mediation.kinds import Duty, PartyRole
from app.mediation.models import Case
from app.mediation.services.parties import PartyDetails, add_party
from tests.browser.composing import add, begin, choose, fill_day, main
from tests.browser.visit import Visitors, sign_in
from tests.factories import NOW, actor
from tests.mediation.stages import give, mediating

FACTS = "韦大山雇阮文雄等七人砍甘蔗，欠付工资。"
WORKERS = {
    "Lý Thị Mai": "李氏梅", "Lê Văn Phúc": "黎文福", "Phạm Thị Hoa": "范氏花",
    "Nông Văn Sơn": "农文山", "Hoàng Thị Lan": "黄氏兰", "Trần Văn Đức": "陈文德",
}  # fmt: skip
WAGES = ("3000", "2500.50", "1800", "1800", "2100.25", "900", "1234.56")
TOTAL, FIRST = "13,335.31", date(2027, 1, 31)
DAYS = {"2027年1月31日", "2027年2月28日", "2027年3月31日"}
ZH_SUM, VI_SUM = r"([\d,]+\.\d\d)元", r"([\d.]+,\d\d) nhân dân tệ"
ZH_DAY, VI_DAY = r"(\d{4})年(\d+)月(\d+)日", r"ngày (\d+) tháng (\d+) năm (\d{4})"


def test_wages_of_seven_workers_are_the_same_in_both_languages(app: Flask, visit: Visitors) -> None:
    case_id = seven_workers(app)
    officer, interpreter = visit("zh"), visit("vi")
    sign_in(officer, "clerk.youyi")
    officer.goto(f"/cases/{case_id}")
    begin(officer, FACTS)
    choose(officer, "工资")
    fill_in_the_wages(officer)
    add(officer)
    home = officer.url.partition("#")[0]
    the_page_shows_people_by_days(officer)
    it_is_read_aloud_clause_by_clause(officer, home)
    the_interpreter_sees_it_in_vietnamese(interpreter, home)
    both_copies_agree(officer, home)


def seven_workers(app: Flask) -> int:
    """A case in mediation: seven applicants, one employer, an interpreter."""
    with app.app_context():
        case: Case = mediating()
        for latin, han in WORKERS.items():
            details = PartyDetails(
                role=PartyRole.APPLICANT, name=latin, name_han=han, name_latin=latin,
                nationality="VN",
            )  # fmt: skip
            add_party(actor("clerk.youyi"), case_id=case.id, details=details, now=NOW)
        give(case.id, "黎秀兰", Duty.INTERPRETER)
        return case.id


def fill_in_the_wages(page: Page) -> None:
    """Only what each worker is owed is typed; total, instalments and both texts follow."""
    amounts = page.get_by_role("group", name="每人应得工资").get_by_label("金额")
    expect(amounts).to_have_count(len(WAGES))
    for box, wage in zip(amounts.all(), WAGES, strict=True):
        box.fill(wage)
    page.get_by_label("分几期").fill("3")
    fill_day(page, "第一期的期限", FIRST)
    texts = page.get_by_role("region", name="双语文本")
    expect(texts).to_contain_text(f"共计{TOTAL}元")
    expect(texts).to_contain_text("tổng cộng 13.335,31 nhân dân tệ")
    expect(texts).to_contain_text("人民币壹万叁仟叁佰叁拾伍元叁角壹分")


def the_page_shows_people_by_days(page: Page) -> None:
    owed = main(page).get_by_role("table", name="韦大山应付")
    expect(owed.get_by_role("row")).to_have_count(1 + len(WAGES) + 1)
    expect(owed.get_by_role("columnheader")).to_have_text(["权利人", *sorted(DAYS), "合计"])
    expect(owed.get_by_role("row").last).to_contain_text(TOTAL)


def it_is_read_aloud_clause_by_clause(page: Page, home: str) -> None:
    page.goto(home)
    main(page).get_by_role("link", name="逐条朗读").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("主要事实和争议事项")
    for place in range(1, 5):
        page.keyboard.press("ArrowRight")
        expect(page.get_by_role("heading", level=1)).to_have_text(f"第{place}条")
        expect(main(page).get_by_role("status")).to_have_text(f"{place} / 4")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("heading", level=1)).to_have_text("第3条")
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="读完").click()
    expect(main(page)).to_contain_text("全部条款已用两种语言读完")


def the_interpreter_sees_it_in_vietnamese(page: Page, home: str) -> None:
    sign_in(page, "interpreter.youyi")
    page.goto(home)
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    owed = main(page).get_by_role("table", name="韦大山 phải trả")
    expect(owed.get_by_role("rowheader").nth(1)).to_have_text("Lý Thị Mai")
    expect(main(page)).to_contain_text("trả tiền lương cho những người sau đây")
    expect(main(page)).to_contain_text("13.335,31 nhân dân tệ")
    expect(main(page).get_by_role("link", name="Thêm điều khoản")).to_have_count(0)


def both_copies_agree(page: Page, home: str) -> None:
    """Every sum and every day stands in both languages, and equally often in both copies."""
    copies = {side: copy_for(page, home, side) for side in Country}
    sums = {side: sums_in(text) for side, text in copies.items()}
    days = {side: days_in(text) for side, text in copies.items()}
    assert sums[Country.CN] == sums[Country.VN]
    assert days[Country.CN] == days[Country.VN]
    in_chinese, in_vietnamese = sums[Country.CN]
    assert in_chinese.keys() == in_vietnamese.keys() >= {Decimal(wage) for wage in WAGES}
    in_chinese, in_vietnamese = days[Country.CN]
    assert in_chinese.keys() == in_vietnamese.keys() >= {
        date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)
    }  # fmt: skip
    for text in copies.values():
        for latin, han in WORKERS.items():
            assert latin in folded(text)
            assert han in closed(text)


def copy_for(page: Page, home: str, side: Country) -> str:
    answer = page.request.get(f"{home}/paper.pdf?side={side.value}")
    assert answer.ok
    return "\n".join(one.extract_text() for one in PdfReader(io.BytesIO(answer.body())).pages)


def sums_in(text: str) -> tuple[Counter[Decimal], Counter[Decimal]]:
    zh = [each.replace(",", "") for each in re.findall(ZH_SUM, closed(text))]
    vi = [each.replace(".", "").replace(",", ".") for each in re.findall(VI_SUM, folded(text))]
    return Counter(map(Decimal, zh)), Counter(map(Decimal, vi))


def days_in(text: str) -> tuple[Counter[date], Counter[date]]:
    zh = [date(*map(int, parts)) for parts in re.findall(ZH_DAY, closed(text))]
    vi = [date(*map(int, reversed(parts))) for parts in re.findall(VI_DAY, folded(text))]
    return Counter(zh), Counter(vi)


def closed(text: str) -> str:
    """Chinese, whose lines break anywhere."""
    return re.sub(r"\s+", "", text)


def folded(text: str) -> str:
    """Vietnamese, whose lines break at spaces."""
    return re.sub(r"\s+", " ", text)
