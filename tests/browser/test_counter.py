"""What happens at a busy counter? A phone, the other language half way, the back button."""

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser.visit import Visitors, sign_in

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)
PHONE = 360


def test_settled_on_the_spot_on_a_phone_is_entered_once(app: Flask, visit: Visitors) -> None:
    page = visit("zh", width=PHONE)
    sign_in(page, "clerk.youyi")
    page.goto("/cases/spot")
    fill_in_the_spot(page)
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("当场")
    expect(page.get_by_role("main")).to_contain_text("人调字第1号")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("当场调解")
    page.goto("/cases")
    expect(page.get_by_role("table").get_by_role("rowheader")).to_have_count(1)


def fill_in_the_spot(page: Page) -> None:
    page.get_by_label("调解员").select_option("韦国强")
    page.get_by_label("申请人姓名", exact=True).fill("农小兰")
    page.get_by_label("申请人国籍", exact=True).select_option("中国")
    page.get_by_label("被申请人姓名").fill("Hoàng Văn Tèo")
    page.get_by_label("被申请人国籍").select_option("越南")
    page.get_by_label("纠纷类型").select_option("消费纠纷")
    page.get_by_label("纠纷经过").fill("买的水果有一箱坏了。")
    page.get_by_label("协议内容（中文）").fill("退还货款150元，双方再无争议。")
    page.get_by_label("金额").fill("150")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_the_other_language_half_way_through_a_form_keeps_it_and_saves_nothing(
    app: Flask, visit: Visitors, javascript: bool
) -> None:
    page = visit("zh", java_script_enabled=javascript)
    sign_in(page, "clerk.youyi")
    page.goto("/cases/new")
    for question in page.get_by_role("group").all():
        question.get_by_label("否", exact=True).check()
    page.get_by_role("button", name="继续").click()
    page.get_by_label("申请人姓名", exact=True).fill("农小兰")
    page.get_by_label("电话").check()
    page.get_by_role("banner").get_by_role("button", name="Tiếng Việt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thông tin chính của tranh chấp")
    expect(page.get_by_label("Họ và tên bên yêu cầu hòa giải")).to_have_value("农小兰")
    expect(page.get_by_label("Qua điện thoại")).to_be_checked()
    expect(page.locator(".govuk-error-summary")).to_have_count(0)
    page.goto(page.url)
    expect(page.get_by_label("Họ và tên bên yêu cầu hòa giải")).to_have_value("")


def test_the_back_button_after_saving_shows_what_was_saved(app: Flask, page: Page) -> None:
    sign_in(page, "clerk.youyi")
    page.goto("/mediators/new")
    page.get_by_label("姓名", exact=True).fill("梁志明")
    page.get_by_role("main").get_by_role("button").click()
    expect(page.get_by_role("main")).to_contain_text("梁志明")
    page.go_back()
    page.go_forward()
    expect(page.get_by_role("row", name="梁志明")).to_have_count(1)
