"""Does a dispute get from the counter to the receipt, in two languages, and stay on its side?"""

import io
from datetime import timedelta

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from app.kernel.clock import CHINA, today
from tests.browser.composing import add, begin, choose, fill_day, main
from tests.browser.visit import Visitors, sign_in

WORKER, FARMER = "Lý Thị Mai", "赵德福"
OWED = "Tôi chặt mía cho ông Triệu hai tháng, ông ấy còn nợ 12.000 nhân dân tệ tiền công."


def test_a_dispute_from_the_counter_to_the_receipt(visit: Visitors) -> None:
    clerk, mediator = visit("vi"), visit("zh")
    sign_in(clerk, "clerk2.youyi")
    case = register_at_the_counter(clerk)
    accept_and_assign(clerk)
    sign_in(mediator, "mediator.youyi")
    mediate(mediator)
    write_the_agreement(mediator)
    sign_the_agreement(mediator)
    enter_the_first_receipt(clerk, case)
    paper = print_the_agreement(clerk)
    assert WORKER in paper
    assert FARMER in paper
    the_county_bureau_reads_it_in_chinese(visit("zh"), case)
    the_other_side_finds_nothing(visit("vi"), case)


def register_at_the_counter(page: Page) -> str:
    """The clerk reads and writes Vietnamese, like the woman at the counter. The case's address."""
    page.get_by_role("button", name="Vụ việc mới").click()
    for question in page.get_by_role("group").all():
        question.get_by_label("Không", exact=True).check()
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_label("Họ và tên bên yêu cầu hòa giải").fill(WORKER)
    page.get_by_label("Quốc tịch bên yêu cầu hòa giải").select_option("Việt Nam")
    page.get_by_label("Họ và tên bên được yêu cầu hòa giải").fill(FARMER)
    page.get_by_label("Quốc tịch bên được yêu cầu hòa giải").select_option("Trung Quốc")
    page.get_by_label("Loại tranh chấp").select_option("Tranh chấp lao động")
    page.get_by_label("Sự việc xảy ra thế nào").fill(OWED)
    page.get_by_role("button", name="Đăng ký").click()
    expect(said(page)).to_contain_text("Tranh chấp đã được đăng ký")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{WORKER} – {FARMER}")
    return page.url


def accept_and_assign(page: Page) -> None:
    page.get_by_role("button", name="Nhận hòa giải", exact=True).click()
    main(page).get_by_role("button", name="Nhận hòa giải", exact=True).click()
    expect(main(page)).to_contain_text("人调字第1号")
    page.get_by_role("button", name="Phân công người").click()
    main(page).get_by_role("combobox").select_option("韦国强")
    page.get_by_label("Hòa giải viên chủ trì").check()
    page.get_by_label("Khai không có xung đột lợi ích").check()
    page.get_by_role("button", name="Lưu phân công").click()
    expect(main(page)).to_contain_text("Không có xung đột lợi ích")


def mediate(page: Page) -> None:
    """The mediator reads Chinese; the case waits on the first page."""
    page.get_by_role("link", name=f"{WORKER} – {FARMER}").click()
    page.get_by_role("button", name="开始调解").click()
    main(page).get_by_role("button", name="开始调解").click()
    page.get_by_role("button", name="登记一次调解").click()
    page.get_by_label("开始时间").fill("00:00")  # past at any hour of the day
    page.get_by_label("地点").fill("友谊司法所调解室")
    page.get_by_label("已告知当事人权利义务").check()
    for name in (WORKER, FARMER, "韦国强"):
        page.get_by_role("group", name=name).get_by_label("到场").check()
    page.get_by_label("调解记录").fill("双方同意分两期支付工钱。")
    page.get_by_label("达成协议", exact=True).check()
    page.get_by_role("button", name="保存").click()
    expect(said(page)).to_have_text("本次调解已登记。")


def write_the_agreement(page: Page) -> None:
    begin(page, "欠付砍甘蔗工钱12000元。")
    choose(page, "分期付款")
    page.get_by_label("金额", exact=True).fill("12000")
    page.get_by_label("分几期").fill("2")
    fill_day(page, "第一期的期限", today(CHINA) + timedelta(days=10))
    add(page)
    owed = main(page).get_by_role("table", name=f"{FARMER}应付")
    expect(owed.get_by_role("row")).to_have_count(1 + 2 + 1)
    expect(owed.get_by_role("row").last).to_contain_text("12,000.00")


def sign_the_agreement(page: Page) -> None:
    """Everybody asked for signs at once; then the page asks for the photograph of the sheet."""
    page.get_by_role("link", name="登记签名").click()
    for seat in main(page).get_by_role("radio", name="已签名", exact=True).all():
        seat.check()
    main(page).get_by_role("button", name="登记签名").click()
    expect(said(page)).to_contain_text("协议已签署")


def enter_the_first_receipt(page: Page, case: str) -> None:
    page.goto(case)
    page.get_by_role("link", name="Ghi lần nhận tiền").first.click()
    expect(page.get_by_label("Số tiền đã nhận")).to_have_value("6.000,00")
    page.get_by_role("button", name="Lưu lần nhận").click()
    expect(main(page)).to_contain_text("Đang thực hiện")
    expect(main(page)).to_contain_text("đã nhận 6.000,00 nhân dân tệ, còn 6.000,00 nhân dân tệ")


def print_the_agreement(page: Page) -> str:
    """The text of the paper, as whoever prints it gets it."""
    page.get_by_role("link", name="Mở thỏa thuận").click()
    page.get_by_role("link", name="In văn bản", exact=True).click()
    page.get_by_label("Việt Nam").check()
    main(page).get_by_role("button", name="(PDF)").click()
    expect(said(page)).to_contain_text("Đã phát hành")
    link = said(page).get_by_role("link", name="Mở").get_attribute("href")
    paper = page.request.get(link or "").body()
    assert paper.startswith(b"%PDF")
    return "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(paper)).pages)


def the_county_bureau_reads_it_in_chinese(page: Page, case: str) -> None:
    sign_in(page, "reviewer.pingxiang")
    page.goto(case)
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(main(page)).to_contain_text("履行中")
    expect(main(page)).to_contain_text("劳动")
    expect(main(page)).to_contain_text(OWED)
    expect(page.get_by_role("link", name="登记收款")).to_have_count(0)


def the_other_side_finds_nothing(page: Page, case: str) -> None:
    sign_in(page, "clerk.hvt")
    answer = page.goto(case)
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("body")).not_to_contain_text(WORKER)


def said(page: Page):  # type: ignore[no-untyped-def]
    """What the page says after something was saved."""
    return main(page).get_by_role("status")
