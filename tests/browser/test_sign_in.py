"""Can everybody get in? By keyboard alone, without JavaScript, and in the other language."""

import re

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser.visit import Visitors, sign_in
from tests.factories import PASSWORD

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


def test_sign_in_by_keyboard_alone(app: Flask, page: Page) -> None:
    page.goto("/sign-in")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到主要内容")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("用户名")).to_be_focused()
    page.keyboard.type("clerk.youyi")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="退出")).to_be_visible()
    assert "/sign-in" not in page.url


def test_a_refused_sign_in_puts_the_reader_before_the_reasons(app: Flask, page: Page) -> None:
    page.goto("/sign-in")
    page.get_by_label("用户名").fill("clerk.youyi")
    page.get_by_label("密码").fill("not the password")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("用户名或密码不正确")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    expect(page.get_by_label("用户名")).to_have_value("clerk.youyi")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_the_other_language_keeps_what_was_typed(
    app: Flask, visit: Visitors, javascript: bool
) -> None:
    page = visit("zh", java_script_enabled=javascript)
    page.goto("/sign-in?next=/profile")
    page.get_by_label("用户名").fill("clerk.youyi")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    expect(page.get_by_label("Tên đăng nhập")).to_have_value("clerk.youyi")
    expect(page.locator(".govuk-error-summary")).to_have_count(0)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/profile$"))


def test_the_language_chosen_before_signing_in_stays(app: Flask, visit: Visitors) -> None:
    page = visit("zh")
    page.goto("/sign-in")
    page.get_by_role("button", name="Tiếng Việt").click()
    sign_in(page, "clerk.youyi")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
